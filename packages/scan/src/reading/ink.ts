import { BOX, GAPS, INK, OUTLINE, STREAK } from './constants.ts';
import type { FoundOutline, InkMap, Rect } from './outline.ts';

/** What was measured of one box; stored with the reading, so that other thresholds can be tried on it later. */
export interface BoxFeatures {
  /** Share of the inside that has ink at all. */
  readonly cover: number;
  /** The same with the ink of a pen. */
  readonly dark: number;
  /** Mean darkness of what is inked. */
  readonly darkness: number;
  /** Cover of the whitest of nine parts. */
  readonly least: number;
  /** Largest stroke: its diagonal against the inside's. */
  readonly extent: number;
  /** Cover of the middle quarter. */
  readonly core: number;
  /** Ink in the gaps around the box. */
  readonly gaps: Gaps;
  /** A straight line runs through the box and beyond on both sides: a streak or a fold. */
  readonly line: boolean;
  /** Such a line was found to run over the whole page and was taken away before measuring. */
  readonly streak: boolean;
  /** From which darkness on ink counted here. */
  readonly faint: number;
  readonly outline: number;
  readonly dx: number;
  readonly dy: number;
}

/** Shares of ink, in the order of `GAPS.sides`. */
export type Gaps = readonly number[];

/** Binary ink of a rectangle of pixels. */
interface Inked {
  readonly width: number;
  readonly height: number;
  readonly bits: Uint8Array;
}

/** Measures the ink in and around a box whose outline was found. `line` is the darkness of the page's outlines. */
export function measureBox(found: FoundOutline, rect: Rect, line: number, noise: number): BoxFeatures {
  const { scale } = OUTLINE;
  const { ink } = found;
  const trace = Math.max(INK.faintest, INK.faint * Math.min(1, line / INK.fullOutline));
  const faint = Math.max(trace, INK.noiseSigmas * Math.max(noise, Math.min(found.ink.noise, INK.noiseAlone * noise)));
  const inner = innerArea(found, rect);
  const inked = inkedPart(ink, inner, faint);
  const strokes = withoutSpecks(inked, INK.speck * scale * scale);
  const { dark, darkness } = darknessOf(ink, inner, strokes.bits, Math.max(faint, INK.pen * line));
  return {
    cover: share(strokes, 0, 0, 1, 1),
    dark,
    darkness,
    least: leastNinth(strokes),
    extent: strokes.extent,
    core: share(strokes, 0.25, 0.25, 0.75, 0.75),
    gaps: gapsOf(found, rect, faint),
    line: lineThrough(found, rect, faint) !== null,
    streak: false,
    faint,
    outline: found.strength,
    dx: found.dx,
    dy: found.dy,
  };
}

function innerArea({ patch, dx, dy }: FoundOutline, rect: Rect): Area {
  const { scale } = OUTLINE;
  const [x, y] = [(rect.x + dx - patch.x) * scale, (rect.y + dy - patch.y) * scale];
  const inset = INK.inset * scale;
  return { x0: x + inset, y0: y + inset, x1: x + rect.w * scale - inset, y1: y + rect.h * scale - inset };
}

/** Shares of the gaps around a box that have ink of at least that darkness. */
export function gapsOf({ ink, patch, dx, dy }: FoundOutline, rect: Rect, threshold: number): Gaps {
  const { scale } = OUTLINE;
  const [x, y] = [(rect.x + dx - patch.x) * scale, (rect.y + dy - patch.y) * scale];
  const [w, h] = [rect.w * scale, rect.h * scale];
  const place = (edge: number | string, length: number) =>
    typeof edge === 'number' ? edge * scale : length + Number(edge) * scale;
  return Object.values(GAPS.sides).map(({ fromX, toX, fromY, toY }) => {
    const area = { x0: x + place(fromX, w), y0: y + place(fromY, h), x1: x + place(toX, w), y1: y + place(toY, h) };
    return share(inkedPart(ink, area, threshold), 0, 0, 1, 1);
  });
}

interface Area {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

function inkedPart(ink: InkMap, area: Area, threshold: number): Inked {
  const [x0, y0] = [Math.max(0, Math.round(area.x0)), Math.max(0, Math.round(area.y0))];
  const width = Math.max(1, Math.min(ink.width, Math.round(area.x1)) - x0);
  const height = Math.max(1, Math.min(ink.height, Math.round(area.y1)) - y0);
  const bits = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      if ((ink.data[(y0 + row) * ink.width + x0 + column] as number) > threshold) bits[row * width + column] = 1;
    }
  }
  return { width, height, bits };
}

/** Drops connected pieces smaller than `least` pixels and measures the largest that stays. */
function withoutSpecks(inked: Inked, least: number): Inked & { readonly extent: number } {
  const { width, height, bits } = inked;
  const left = bits.slice();
  const kept = new Uint8Array(bits.length);
  const stack: number[] = [];
  let extent = 0;
  for (let seed = 0; seed < left.length; seed += 1) {
    if (left[seed] === 0) continue;
    const piece: number[] = [];
    let [x0, x1, y0, y1] = [width, 0, height, 0];
    stack.push(seed);
    left[seed] = 0;
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      piece.push(at);
      const x = at % width;
      const y = (at - x) / width;
      x0 = Math.min(x0, x);
      x1 = Math.max(x1, x);
      y0 = Math.min(y0, y);
      y1 = Math.max(y1, y);
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row += 1) {
        for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column += 1) {
          const next = row * width + column;
          if (left[next] === 0) continue;
          left[next] = 0;
          stack.push(next);
        }
      }
    }
    if (piece.length < least) continue;
    for (const at of piece) kept[at] = 1;
    extent = Math.max(extent, Math.hypot(x1 - x0 + 1, y1 - y0 + 1) / Math.hypot(width, height));
  }
  return { width, height, bits: kept, extent };
}

/** Share of ink in a part given by shares of the width and height. */
function share({ width, height, bits }: Inked, fromX: number, fromY: number, toX: number, toY: number): number {
  const [x0, x1] = [Math.floor(fromX * width), Math.ceil(toX * width)];
  const [y0, y1] = [Math.floor(fromY * height), Math.ceil(toY * height)];
  let count = 0;
  for (let y = y0; y < y1; y += 1) for (let x = x0; x < x1; x += 1) count += bits[y * width + x] as number;
  return count / Math.max(1, (x1 - x0) * (y1 - y0));
}

function leastNinth(inked: Inked): number {
  let least = 1;
  for (let row = 0; row < 3; row += 1) {
    for (let column = 0; column < 3; column += 1) {
      least = Math.min(least, share(inked, column / 3, row / 3, (column + 1) / 3, (row + 1) / 3));
    }
  }
  return least;
}

function darknessOf(ink: InkMap, area: Area, bits: Uint8Array, pen: number): { dark: number; darkness: number } {
  const [x0, y0] = [Math.max(0, Math.round(area.x0)), Math.max(0, Math.round(area.y0))];
  const width = Math.max(1, Math.min(ink.width, Math.round(area.x1)) - x0);
  let [sum, count, dark] = [0, 0, 0];
  for (let at = 0; at < bits.length; at += 1) {
    if (bits[at] === 0) continue;
    const column = at % width;
    const value = ink.data[(y0 + (at - column) / width) * ink.width + x0 + column] as number;
    sum += value;
    count += 1;
    if (value > pen) dark += 1;
  }
  return { dark: dark / Math.max(1, bits.length), darkness: count === 0 ? 0 : sum / count };
}

/** A line through a box: the column or row of its patch. */
export interface LineThrough {
  readonly vertical: boolean;
  readonly at: number;
}

/**
 * The column or row of pixels that is inked all the way: above the box, in it and below (left, in, right), or null. Three
 * neighbours count as one line, since no streak is quite straight in a picture taken aslant.
 */
export function lineThrough(found: FoundOutline, rect: Rect, threshold: number): LineThrough | null {
  const { ink } = found;
  const { x0, y0, x1, y1 } = innerArea(found, rect);
  const full = 0.85;
  const reach = (OUTLINE.pad - 0.2) * OUTLINE.scale;
  const clear = INK.inset * OUTLINE.scale * 2;
  const columns = (x: number, from: number, to: number) => lineShare(ink, x, from, to, threshold, 1);
  const rows = (y: number, from: number, to: number) => lineShare(ink, y, from, to, threshold, 0);
  for (let x = Math.round(x0); x < x1; x += 1) {
    if (columns(x, y0, y1) < full) continue;
    if (columns(x, y0 - reach, y0 - clear) >= full && columns(x, y1 + clear, y1 + reach) >= full) {
      return { vertical: true, at: x };
    }
  }
  for (let y = Math.round(y0); y < y1; y += 1) {
    if (rows(y, x0, x1) < full) continue;
    if (rows(y, x0 - reach, x0 - clear) >= full && rows(y, x1 + clear, x1 + reach) >= full) {
      return { vertical: false, at: y };
    }
  }
  return null;
}

/** The same box without the ink on and right beside a line. */
export function withoutLine(found: FoundOutline, { vertical, at }: LineThrough): FoundOutline {
  const { width, height } = found.ink;
  const data = found.ink.data.slice();
  const reach = Math.round(STREAK.width * OUTLINE.scale);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (Math.abs((vertical ? x : y) - at) <= reach) data[y * width + x] = 0;
    }
  }
  return { ...found, ink: { ...found.ink, data } };
}

/** Share of the pixels from `from` to `to` along a column (`vertical`) or row that have ink on it or right beside. */
function lineShare(ink: InkMap, line: number, from: number, to: number, threshold: number, vertical: 0 | 1): number {
  const length = vertical === 1 ? ink.height : ink.width;
  const start = Math.max(0, Math.round(from));
  const end = Math.min(length, Math.round(to));
  let hits = 0;
  for (let at = start; at < end; at += 1) {
    const [x, y] = vertical === 1 ? [line, at] : [at, line];
    const [stepX, stepY] = vertical === 1 ? [1, 0] : [0, 1];
    if (
      inkAt(ink, x, y) > threshold ||
      inkAt(ink, x - stepX, y - stepY) > threshold ||
      inkAt(ink, x + stepX, y + stepY) > threshold
    ) {
      hits += 1;
    }
  }
  return end > start ? hits / (end - start) : 0;
}

function inkAt(ink: InkMap, x: number, y: number): number {
  if (x < 0 || y < 0 || x >= ink.width || y >= ink.height) return 0;
  return ink.data[y * ink.width + x] as number;
}

/** What a box says by itself. */
export type BoxState = 'empty' | 'marked' | 'filled' | 'doubt';

/** What the page's other boxes tell about one. */
export interface PageContext {
  /** Median darkness of what looks like a mark; null when nothing does. */
  readonly markDarkness: number | null;
  /** Median cover of the same. */
  readonly markCover: number | null;
  /** Median darkness of the printed outlines. */
  readonly outline: number;
  /** What the gaps of this page usually have. */
  readonly gaps: Gaps;
}

/** Whether a box looks marked when nothing else is known of the page. */
export function looksMarked({ cover, extent, line }: BoxFeatures): boolean {
  return cover >= BOX.marked && extent >= BOX.extent && !line;
}
