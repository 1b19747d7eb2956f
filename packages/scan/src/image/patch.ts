import type { GreyImage } from './grey-image.ts';
import type { Mapping, Point } from './mapping.ts';

/** A part of the page, upright and in scale: `scale` pixels a millimetre from (x, y) mm on. */
export interface Patch extends GreyImage {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** What lies outside of the picture counts as white paper: nothing is ever read out of it. */
const OUTSIDE = 255;

/**
 * Samples a rectangle of the page, in millimetres of the layout, through the mapping. Between its corners the mapping is
 * taken as bilinear, which is exact enough for a few centimetres of any real page.
 */
export function samplePatch(
  image: GreyImage,
  mapping: Mapping,
  area: { readonly x: number; readonly y: number; readonly w: number; readonly h: number },
  scale: number,
): Patch {
  const { x, y, w, h } = area;
  const width = Math.max(1, Math.round(w * scale));
  const height = Math.max(1, Math.round(h * scale));
  const data = new Uint8Array(width * height);
  const corners = [mapping(x, y), mapping(x + w, y), mapping(x, y + h), mapping(x + w, y + h)] as const;
  const [topLeft, topRight, bottomLeft, bottomRight] = corners;
  for (let row = 0; row < height; row += 1) {
    const down = (row + 0.5) / height;
    const from = between(topLeft, bottomLeft, down);
    const to = between(topRight, bottomRight, down);
    const stepX = (to.x - from.x) / width;
    const stepY = (to.y - from.y) / width;
    // Pixel centres lie at halves.
    sampleRow(image, data, row * width, width, from.x + stepX / 2 - 0.5, from.y + stepY / 2 - 0.5, stepX, stepY);
  }
  return { x, y, scale, width, height, data };
}

function between(a: Point, b: Point, share: number): Point {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

function sampleRow(
  image: GreyImage,
  out: Uint8Array,
  start: number,
  count: number,
  fromX: number,
  fromY: number,
  stepX: number,
  stepY: number,
): void {
  const { width, height, data } = image;
  let x = fromX;
  let y = fromY;
  for (let at = start; at < start + count; at += 1, x += stepX, y += stepY) {
    if (x < 0 || y < 0 || x >= width - 1 || y >= height - 1) {
      out[at] = OUTSIDE;
      continue;
    }
    const left = x | 0;
    const top = y | 0;
    const right = x - left;
    const down = y - top;
    const corner = top * width + left;
    const above = (data[corner] as number) * (1 - right) + (data[corner + 1] as number) * right;
    const below = (data[corner + width] as number) * (1 - right) + (data[corner + width + 1] as number) * right;
    out[at] = above * (1 - down) + below * down + 0.5;
  }
}
