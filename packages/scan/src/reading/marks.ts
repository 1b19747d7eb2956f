import type { LayoutPage } from '@gandan/domain/questionnaires';
import { type GreyImage, type Mapping, type Patch, type Point, Sums, samplePatch } from '../image/index.ts';
import { MARKS } from './constants.ts';

/** Something that looks like a mark, in millimetres of the straightened page. */
export interface MarkCandidate {
  readonly seen: Point;
  /** 0 to 1: how much darker it is than the paper around. */
  readonly contrast: number;
}

export interface MarkSearch {
  /** The best candidates for a square of side `s` around a place, best first, none within another. */
  candidates(around: Point, s: number, reach: number): readonly MarkCandidate[];
}

/** Looks for solid squares in a straightened page. */
export function markSearch(patch: Patch): MarkSearch {
  const sums = new Sums(patch.data, patch.width, patch.height);
  return {
    candidates(around, s, reach) {
      const found = scan(sums, patch, around, s, reach);
      const kept: MarkCandidate[] = [];
      for (const one of found.sort((a, b) => b.contrast - a.contrast)) {
        const apart = kept.every(({ seen }) => Math.hypot(seen.x - one.seen.x, seen.y - one.seen.y) > s * 0.6);
        if (apart) kept.push(one);
        if (kept.length === MARKS.candidates) break;
      }
      return kept;
    },
  };
}

function scan(sums: Sums, patch: Patch, around: Point, s: number, reach: number): MarkCandidate[] {
  const { scale } = patch;
  const found: MarkCandidate[] = [];
  const [middleX, middleY] = [(around.x - patch.x) * scale, (around.y - patch.y) * scale];
  const radius = reach * scale;
  for (let y = Math.round(middleY - radius); y <= middleY + radius; y += 1) {
    for (let x = Math.round(middleX - radius); x <= middleX + radius; x += 1) {
      const contrast = squareContrast(sums, x, y, s * scale);
      if (contrast < MARKS.leastContrast) continue;
      // A rectangle's edges lie between pixels: its middle is the middle of the rounded square.
      found.push({ seen: { x: x / scale + patch.x, y: y / scale + patch.y }, contrast });
    }
  }
  return found;
}

const LIGHTEST_MARK = 200;

/**
 * How well a dark square of that side in white paper fits around a place: the lightest quarter of it against the second
 * darkest of the four strips around. One strip may be torn away, folded or written on.
 */
function squareContrast(sums: Sums, x: number, y: number, side: number): number {
  const half = side / 2 - 0.14 * side;
  // Most places are paper: one look is enough for them.
  if (sums.mean(x - half, y - half, x + half, y + half, 255) > LIGHTEST_MARK) return 0;
  const quarters = [
    sums.mean(x - half, y - half, x, y, 255),
    sums.mean(x, y - half, x + half, y, 255),
    sums.mean(x - half, y, x, y + half, 255),
    sums.mean(x, y, x + half, y + half, 255),
  ];
  const inside = Math.max(...quarters);
  if (inside > LIGHTEST_MARK) return 0;
  const near = side / 2 + 0.16 * side;
  const far = side / 2 + 0.36 * side;
  const strips = [
    sums.mean(x - far, y - half, x - near, y + half, 255),
    sums.mean(x + near, y - half, x + far, y + half, 255),
    sums.mean(x - half, y - far, x + half, y - near, 255),
    sums.mean(x - half, y + near, x + half, y + far, 255),
  ].sort((a, b) => a - b);
  const paper = strips[1] as number;
  return (paper - inside) / Math.max(paper, 60);
}

/** Where a mark is in the full picture, in millimetres as the coarse mapping has them. */
export function refineMark(image: GreyImage, coarse: Mapping, mark: LayoutPage['marks'][number]): Point {
  const scale = 10;
  const pad = 2;
  const side = mark.s * scale;
  const area = { x: mark.x - pad, y: mark.y - pad, w: mark.s + 2 * pad, h: mark.s + 2 * pad };
  const patch = samplePatch(image, coarse, area, scale);
  const sums = new Sums(patch.data, patch.width, patch.height);
  const reach = Math.round(1.1 * scale);
  const start = pad * scale;
  const edge = 0.35 * scale;
  /** Dark inside and light right outside of each edge. */
  const fit = (dx: number, dy: number) => {
    const [x0, y0, x1, y1] = [start + dx, start + dy, start + dx + side, start + dy + side];
    return (
      sums.mean(x0 - edge, y0, x0, y1) -
      sums.mean(x0, y0, x0 + edge, y1) +
      sums.mean(x1, y0, x1 + edge, y1) -
      sums.mean(x1 - edge, y0, x1, y1) +
      sums.mean(x0, y0 - edge, x1, y0) -
      sums.mean(x0, y0, x1, y0 + edge) +
      sums.mean(x0, y1, x1, y1 + edge) -
      sums.mean(x0, y1 - edge, x1, y1)
    );
  };
  let best = { dx: 0, dy: 0, value: Number.NEGATIVE_INFINITY };
  for (let dy = -reach; dy <= reach; dy += 1) {
    for (let dx = -reach; dx <= reach; dx += 1) {
      const value = fit(dx, dy);
      if (value > best.value) best = { dx, dy, value };
    }
  }
  const { dx, dy, value } = best;
  const x = dx + peak(fit(dx - 1, dy), value, fit(dx + 1, dy));
  const y = dy + peak(fit(dx, dy - 1), value, fit(dx, dy + 1));
  return { x: mark.x + mark.s / 2 + x / scale, y: mark.y + mark.s / 2 + y / scale };
}

/** Where between three equidistant values the top of the parabola lies, -0.5 to 0.5. */
function peak(before: number, at: number, after: number): number {
  const bend = before - 2 * at + after;
  if (bend >= 0) return 0;
  return Math.max(-0.5, Math.min(0.5, (before - after) / (2 * bend)));
}
