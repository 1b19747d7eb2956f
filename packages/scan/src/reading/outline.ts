import { type GreyImage, type Mapping, type Patch, percentile, Sums, samplePatch } from '../image/index.ts';
import { INK, OUTLINE } from './constants.ts';

/** A rectangle of the layout, mm. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A printed box as it was found in the picture. */
export interface FoundOutline {
  readonly patch: Patch;
  readonly ink: InkMap;
  /** How far (mm) the outline lies from where the mapping put it. */
  readonly dx: number;
  readonly dy: number;
  /** Contrast of its weakest sides to the paper outside. */
  readonly strength: number;
}

/** Darkness relative to the paper around: 0 white, 1 black, of the pixels of a patch. */
export interface InkMap {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
  /** Standard deviation of the paper after smoothing. */
  readonly noise: number;
}

/** Where a box is looked for: around the given shift, so many mm far. */
export interface Search {
  readonly dx: number;
  readonly dy: number;
  readonly reach: number;
}

/** Finds the printed outline of a rectangle near where the mapping puts it. */
export function findOutline(image: GreyImage, mapping: Mapping, rect: Rect, search: Search): FoundOutline {
  const { pad, padRight, scale } = OUTLINE;
  const area = {
    x: rect.x + search.dx - pad,
    y: rect.y + search.dy - pad,
    w: rect.w + pad + padRight,
    h: rect.h + 2 * pad,
  };
  const patch = samplePatch(image, mapping, area, scale);
  const ink = inkOf(patch, rect);
  const sums = new Sums(ink.data, ink.width, ink.height, INK_UNIT, ROOM.sums);
  const fit = (dx: number, dy: number) =>
    outlineStrength(sums, (pad + dx) * scale, (pad + dy) * scale, rect.w * scale, rect.h * scale);
  // Coarse steps of 0.2 mm first; then 0.1 around the best. A far shift must be worth it.
  const coarse = best(fit, { dx: 0, dy: 0, reach: search.reach }, 0.2);
  const fine = best(fit, { dx: coarse.dx, dy: coarse.dy, reach: 0.1 }, 0.1);
  return { patch, ink, dx: search.dx + fine.dx, dy: search.dy + fine.dy, strength: fit(fine.dx, fine.dy) };
}

function best(fit: (dx: number, dy: number) => number, around: Search, step: number) {
  let top = { dx: around.dx, dy: around.dy, value: Number.NEGATIVE_INFINITY };
  const steps = Math.round(around.reach / step);
  for (let row = -steps; row <= steps; row += 1) {
    for (let column = -steps; column <= steps; column += 1) {
      const [dx, dy] = [around.dx + column * step, around.dy + row * step];
      const value = fit(dx, dy) - 0.02 * Math.hypot(dx, dy);
      if (value > top.value) top = { dx, dy, value };
    }
  }
  return top;
}

/**
 * How much the four sides are darker than the paper right outside of them; the weakest side counts most, because a
 * stroke or a letter is one line, never four. The inside does not count: it may be filled.
 */
function outlineStrength(sums: Sums, x: number, y: number, w: number, h: number): number {
  const half = (OUTLINE.line * OUTLINE.scale) / 2;
  const near = half + 2;
  const far = near + 3;
  const sides = [
    sums.mean(x - half, y, x + half, y + h) - sums.mean(x - far, y, x - near, y + h),
    sums.mean(x + w - half, y, x + w + half, y + h) - sums.mean(x + w + near, y, x + w + far, y + h),
    sums.mean(x, y - half, x + w, y + half) - sums.mean(x, y - far, x + w, y - near),
    sums.mean(x, y + h - half, x + w, y + h + half) - sums.mean(x, y + h + near, x + w, y + h + far),
  ].sort((a, b) => a - b) as [number, number, number, number];
  return 0.4 * sides[0] + 0.3 * sides[1] + 0.2 * sides[2] + 0.1 * sides[3];
}

/** Darkness of a patch against its own white: the brightest quarter of the box and the paper close around it. */
function inkOf(patch: Patch, rect: Rect): InkMap {
  const { width, height, data } = patch;
  const around = nearby(patch, rect);
  const white = Math.max(40, percentile(around, 0.75));
  const brightest = percentile(around, 0.95);
  const size = width * height;
  const raw = size <= ROOM.raw.length ? ROOM.raw : new Float32Array(size);
  for (let at = 0; at < size; at += 1) raw[at] = Math.max(0, 1 - (data[at] as number) / white);
  const smooth = smoothed(raw, width, height);
  return {
    width,
    height,
    data: smooth,
    // Between those two shares of the paper lie 1.1 standard deviations; smoothing leaves about half.
    noise: ((brightest - white) / white / 1.1) * 0.5,
  };
}

/** The pixels of the box and of the paper close around it. */
function nearby({ width, height, data }: Patch, rect: Rect): Uint8Array {
  const { pad, scale } = OUTLINE;
  const start = Math.round((pad - INK.whiteAround) * scale);
  const endX = Math.min(width, Math.round((pad + rect.w + INK.whiteAround) * scale));
  const endY = Math.min(height, Math.round((pad + rect.h + INK.whiteAround) * scale));
  const out = new Uint8Array((endX - start) * (endY - start));
  let at = 0;
  for (let y = start; y < endY; y += 1) {
    out.set(data.subarray(y * width + start, y * width + endX), at);
    at += endX - start;
  }
  return out;
}

/** Parts of full ink that sums are kept in; 15,000 pixels of a patch stay far below their bound. */
const INK_UNIT = 4096;

/** Memory that every box uses after the other: else the collector takes a fifth of the time of a page. */
const ROOM = { raw: new Float32Array(40_000), sums: new Uint32Array(40_000) };

/** Mean of 3 × 3: 0.3 mm, the width of a pen's stroke. The rim stays white. */
function smoothed(raw: Float32Array, width: number, height: number): Float32Array {
  const out = new Float32Array(width * height);
  for (let y = 1; y < height - 1; y += 1) {
    const [above, here, below] = [(y - 1) * width, y * width, (y + 1) * width];
    const column = (x: number) => (raw[above + x] as number) + (raw[here + x] as number) + (raw[below + x] as number);
    let [left, middle] = [column(0), column(1)];
    for (let x = 1; x < width - 1; x += 1) {
      const right = column(x + 1);
      out[here + x] = (left + middle + right) / 9;
      left = middle;
      middle = right;
    }
  }
  return out;
}
