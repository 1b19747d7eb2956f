/** A place: pixels of a picture or millimetres of a page, as the context says. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** From millimetres of the layout to pixels of the picture. */
export type Mapping = (x: number, y: number) => Point;

/** A place of the layout and where it was seen. */
export interface Pair {
  readonly at: Point;
  readonly seen: Point;
  readonly weight: number;
}

/**
 * Lengths are divided by this before solving, so that all unknowns are about as large; half of an A4's height in mm.
 */
const UNIT = 150;

/** How unlikely strong perspective and shear are; the fewer marks there are, the more this decides. */
export interface Stiffness {
  /** Against perspective: 0.02 lets a phone held aslant through as soon as four far marks ask for it. */
  readonly perspective: number;
  /** Against shear and unequal scales: paper and scanners hardly have them. */
  readonly shear: number;
}

/**
 * The projective mapping from `at` (around `centre`, mm) to `seen` (mm of a straightened picture) with the least squares
 * of errors; `stiffness` keeps it near a similarity where the pairs say nothing. Null when they coincide.
 */
export function fitProjective(pairs: readonly Pair[], centre: Point, stiffness: Stiffness): Mapping | null {
  const system = new LeastSquares(8);
  for (const { at, seen, weight } of pairs) {
    const [x, y] = [(at.x - centre.x) / UNIT, (at.y - centre.y) / UNIT];
    const [u, v] = [(seen.x - centre.x) / UNIT, (seen.y - centre.y) / UNIT];
    system.add([x, y, 1, 0, 0, 0, -u * x, -u * y], u, weight);
    system.add([0, 0, 0, x, y, 1, -v * x, -v * y], v, weight);
  }
  const perspective = stiffness.perspective ** 2;
  const shear = stiffness.shear ** 2;
  system.add([0, 0, 0, 0, 0, 0, 1, 0], 0, perspective);
  system.add([0, 0, 0, 0, 0, 0, 0, 1], 0, perspective);
  system.add([1, 0, 0, 0, -1, 0, 0, 0], 0, shear);
  system.add([0, 1, 0, 1, 0, 0, 0, 0], 0, shear);
  const h = system.solve();
  if (h === null) return null;
  const [a, b, c, d, e, f, g, k] = h as [number, number, number, number, number, number, number, number];
  return (x, y) => {
    const X = (x - centre.x) / UNIT;
    const Y = (y - centre.y) / UNIT;
    const depth = g * X + k * Y + 1;
    return {
      x: centre.x + ((a * X + b * Y + c) / depth) * UNIT,
      y: centre.y + ((d * X + e * Y + f) / depth) * UNIT,
    };
  };
}

/** Rotation, one scale and a shift, and the way back. */
export interface Similarity {
  readonly map: Mapping;
  readonly back: Mapping;
  /** Units of the target a unit of the source. */
  readonly scale: number;
}

/** The similarity with the least squares of errors; null when the pairs coincide. Exact for what a flat scanner does. */
export function fitSimilarity(pairs: readonly Pair[]): Similarity | null {
  let total = 0;
  let [ax, ay, sx, sy] = [0, 0, 0, 0];
  for (const { at, seen, weight } of pairs) {
    total += weight;
    ax += at.x * weight;
    ay += at.y * weight;
    sx += seen.x * weight;
    sy += seen.y * weight;
  }
  [ax, ay, sx, sy] = [ax / total, ay / total, sx / total, sy / total];
  let [along, across, spread] = [0, 0, 0];
  for (const { at, seen, weight } of pairs) {
    const [x, y, u, v] = [at.x - ax, at.y - ay, seen.x - sx, seen.y - sy];
    along += weight * (x * u + y * v);
    across += weight * (x * v - y * u);
    spread += weight * (x * x + y * y);
  }
  const scale = Math.hypot(along, across) / spread;
  if (!(scale > 0)) return null;
  const [cos, sin] = [along / spread, across / spread];
  const square = scale * scale;
  return {
    scale,
    map: (x, y) => ({ x: sx + cos * (x - ax) - sin * (y - ay), y: sy + sin * (x - ax) + cos * (y - ay) }),
    back: (u, v) => ({
      x: ax + (cos * (u - sx) + sin * (v - sy)) / square,
      y: ay + (cos * (v - sy) - sin * (u - sx)) / square,
    }),
  };
}

/** Normal equations of a small linear least-squares problem. */
export class LeastSquares {
  readonly #rows: Float64Array[];
  readonly #unknowns: number;

  constructor(unknowns: number) {
    this.#unknowns = unknowns;
    this.#rows = Array.from({ length: unknowns }, () => new Float64Array(unknowns + 1));
  }

  /** One equation `coefficients · unknowns = value`. */
  add(coefficients: readonly number[], value: number, weight = 1): void {
    for (let row = 0; row < this.#unknowns; row += 1) {
      const target = this.#rows[row] as Float64Array;
      const factor = weight * (coefficients[row] as number);
      if (factor === 0) continue;
      for (let column = 0; column < this.#unknowns; column += 1) {
        target[column] = (target[column] as number) + factor * (coefficients[column] as number);
      }
      target[this.#unknowns] = (target[this.#unknowns] as number) + factor * value;
    }
  }

  /** The unknowns, or null when the equations do not decide them. */
  solve(): readonly number[] | null {
    const rows: Float64Array[] = this.#rows.map((row) => row.slice());
    const last = this.#unknowns;
    for (let pivot = 0; pivot < last; pivot += 1) {
      let best = pivot;
      for (let row = pivot + 1; row < last; row += 1) {
        if (Math.abs(cell(rows, row, pivot)) > Math.abs(cell(rows, best, pivot))) best = row;
      }
      const chosen = rows[best] as Float64Array;
      rows[best] = rows[pivot] as Float64Array;
      rows[pivot] = chosen;
      const head = chosen[pivot] as number;
      if (Math.abs(head) < 1e-12) return null;
      for (let row = 0; row < last; row += 1) {
        if (row === pivot) continue;
        const target = rows[row] as Float64Array;
        const factor = (target[pivot] as number) / head;
        if (factor === 0) continue;
        for (let column = pivot; column <= last; column += 1) {
          target[column] = (target[column] as number) - factor * (chosen[column] as number);
        }
      }
    }
    return rows.map((row, index) => (row[last] as number) / (row[index] as number));
  }
}

function cell(rows: readonly Float64Array[], row: number, column: number): number {
  return (rows[row] as Float64Array)[column] as number;
}
