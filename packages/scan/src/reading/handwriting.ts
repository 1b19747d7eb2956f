import type { LayoutField } from '@gandan/domain/questionnaires';
import { type GreyImage, type Mapping, percentile, samplePatch } from '../image/index.ts';
import { INK, WRITING } from './constants.ts';

/** Whether there is ink where people write. Null where print and pen cannot be told apart. */
export function hasWriting(image: GreyImage, mapping: Mapping, field: LayoutField): boolean | null {
  if (field.kind === 'comb') return cellsOf(field).some((cell) => inkArea(image, mapping, cell) >= WRITING.least);
  // The first of several lines starts with the question's own words.
  if (field.h > WRITING.oneLine) return null;
  return inkArea(image, mapping, field) >= WRITING.least;
}

type Area = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

function cellsOf({ x, y, w, h, cells = 1 }: LayoutField): readonly Area[] {
  const { inset } = WRITING;
  const width = w / cells;
  return Array.from({ length: cells }, (_, cell) => {
    return { x: x + cell * width + inset, y: y + inset, w: width - 2 * inset, h: h - 2 * inset };
  });
}

/** Square millimetres of ink, ruled lines left out. */
function inkArea(image: GreyImage, mapping: Mapping, area: Area): number {
  const { scale } = WRITING;
  const { width, height, data } = samplePatch(image, mapping, area, scale);
  const white = Math.max(40, percentile(data, 0.75));
  const noise = (percentile(data, 0.95) - white) / white / 1.1;
  const threshold = white * (1 - Math.max(INK.faint + 0.05, INK.noiseSigmas * noise));
  const rows = Array.from({ length: height }, (_, row) => {
    let count = 0;
    for (let at = row * width; at < (row + 1) * width; at += 1) if ((data[at] as number) < threshold) count += 1;
    return count;
  });
  const reach = Math.round(WRITING.ruledReach * scale);
  const ruled = (row: number) =>
    rows.slice(Math.max(0, row - reach), row + reach + 1).some((count) => count > width * WRITING.ruled);
  const inked = rows.reduce((sum, count, row) => sum + (ruled(row) ? 0 : count), 0);
  return inked / (scale * scale);
}
