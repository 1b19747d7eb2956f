import { LeastSquares, type Mapping, type Point } from '../image/index.ts';
import { CURL } from './constants.ts';

/** Where an outline was seen against where it was expected, in millimetres. */
export interface Offset {
  readonly at: Point;
  readonly dx: number;
  readonly dy: number;
  /** 0 to 1: how surely the outline was found. */
  readonly weight: number;
}

/** A smooth shift of the page, in millimetres. */
export type Field = (x: number, y: number) => { readonly dx: number; readonly dy: number };

/**
 * The smooth field of shifts that curled or badly fed paper has: a cubic in x and y, fitted robustly to the outlines.
 * Null when there are too few of them to tell.
 */
export function fitField(offsets: readonly Offset[], size: { readonly w: number; readonly h: number }): Field | null {
  if (offsets.length < 12) return null;
  const basis = (x: number, y: number) => terms((2 * x) / size.w - 1, (2 * y) / size.h - 1);
  let weights = offsets.map(({ weight }) => weight);
  let field: Field | null = null;
  for (let round = 0; round < 4; round += 1) {
    const [alongX, alongY] = [new LeastSquares(TERMS), new LeastSquares(TERMS)];
    offsets.forEach(({ at, dx, dy }, index) => {
      const row = basis(at.x, at.y);
      alongX.add(row, dx, weights[index] as number);
      alongY.add(row, dy, weights[index] as number);
    });
    // The higher the term, the more must speak for it.
    for (let term = 0; term < TERMS; term += 1) {
      const one = Array.from({ length: TERMS }, (_, at) => (at === term ? 1 : 0));
      const doubt = offsets.length * (term < 3 ? 1e-5 : term < 6 ? 1e-3 : 4e-3);
      alongX.add(one, 0, doubt);
      alongY.add(one, 0, doubt);
    }
    const [x, y] = [alongX.solve(), alongY.solve()];
    if (x === null || y === null) return null;
    const fitted: Field = (atX, atY) => {
      const row = basis(atX, atY);
      return { dx: dot(row, x), dy: dot(row, y) };
    };
    weights = offsets.map(({ at, dx, dy, weight }) => {
      const here = fitted(at.x, at.y);
      return weight / (1 + (Math.hypot(here.dx - dx, here.dy - dy) / CURL.outlier) ** 4);
    });
    field = fitted;
  }
  return field;
}

const TERMS = 10;

function terms(x: number, y: number): number[] {
  return [1, x, y, x * x, x * y, y * y, x * x * x, x * x * y, x * y * y, y * y * y];
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] as number), 0);
}

/** The mapping after the paper was shifted by the field. */
export function shifted(mapping: Mapping, field: Field): Mapping {
  return (x, y) => {
    const { dx, dy } = field(x, y);
    return mapping(x + dx, y + dy);
  };
}
