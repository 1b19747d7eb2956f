import type { GreyImage, Mapping, Point } from '../image/index.ts';
import { STREAK } from './constants.ts';

/**
 * Follows a line from a place (mm of the layout) both ways, and tells whether it goes on over the page. A streak of the
 * scanner is straight in the picture and slanted on a paper that lay aslant, a fold the other way about: so it is followed
 * millimetre by millimetre, free to bend a little.
 */
export function runsOverPage(
  image: GreyImage,
  mapping: Mapping,
  from: Point,
  vertical: boolean,
  size: { readonly w: number; readonly h: number },
): boolean {
  const ahead = follow(image, mapping, from, vertical, 1, size);
  const back = follow(image, mapping, from, vertical, -1, size);
  const length = ahead.length + back.length;
  const wanted = STREAK.length * (vertical ? size.h : size.w);
  return length >= wanted && (ahead.hits + back.hits) / length >= STREAK.hits;
}

function follow(
  image: GreyImage,
  mapping: Mapping,
  from: Point,
  vertical: boolean,
  step: 1 | -1,
  size: { readonly w: number; readonly h: number },
): { readonly length: number; readonly hits: number } {
  let offset = 0;
  let slope = 0;
  let [length, hits, missed] = [0, 0, 0];
  const start = vertical ? from.y : from.x;
  const end = vertical ? size.h : size.w;
  for (let at = start + step; at >= 0 && at <= end && missed < STREAK.gap; at += step) {
    const expected = offset + slope;
    const across = (side: number): number => {
      const point = vertical ? mapping(from.x + side, at) : mapping(at, from.y + side);
      return pixel(image, point);
    };
    const seen = darkestNear(across, expected);
    length += 1;
    if (seen === null) {
      missed += 1;
      offset = expected;
      continue;
    }
    hits += 1;
    missed = 0;
    // A letter beside the line pulls once; a slanted line pulls every time.
    const off = seen - expected;
    slope = Math.max(-STREAK.slant, Math.min(STREAK.slant, slope + 0.03 * off));
    offset = expected + 0.35 * off;
  }
  // What was looked for in vain at its end is no part of it.
  return { length: length - missed, hits };
}

/** Where the line is near `expected` (mm across it), or null when nothing there is darker than the paper beside it. */
function darkestNear(across: (side: number) => number, expected: number): number | null {
  const paper = Math.max(
    (across(expected - STREAK.beside) + across(expected - STREAK.beside + 0.3)) / 2,
    (across(expected + STREAK.beside) + across(expected + STREAK.beside - 0.3)) / 2,
  );
  let best: { side: number; value: number } | null = null;
  for (let side = expected - STREAK.bend; side <= expected + STREAK.bend + 1e-9; side += STREAK.bend / 2) {
    const value = across(side);
    if (best === null || value < best.value) best = { side, value };
  }
  return best !== null && best.value < paper * (1 - STREAK.contrast) ? best.side : null;
}

function pixel({ width, height, data }: GreyImage, { x, y }: Point): number {
  const [column, row] = [Math.round(x - 0.5), Math.round(y - 0.5)];
  return column < 0 || row < 0 || column >= width || row >= height ? 255 : (data[row * width + column] as number);
}
