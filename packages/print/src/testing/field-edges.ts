import type { LayoutField } from '@gandan/domain/questionnaires';
import type { GreyPage } from './poppler.ts';

/** Largest distance between an edge of the field's outline in the map and the dark line found near it, in mm. */
export function largestError(image: GreyPage, field: LayoutField, dpi: number): number {
  const edges = [
    { across: true, at: field.x },
    { across: true, at: field.x + field.w },
    { across: false, at: field.y },
    { across: false, at: field.y + field.h },
  ];
  return Math.max(
    ...edges.map(({ across, at }) => {
      const middle = across ? field.y + field.h / 3 : field.x + 1.4;
      return Math.abs(lineNear(image, at, middle, across, dpi) - at);
    }),
  );
}

/** How far the last rule of a place for handwriting is from the map, in mm. */
export function ruleError(image: GreyPage, field: LayoutField, dpi: number): number {
  const at = field.y + field.h;
  return Math.abs(lineNear(image, at, field.x + field.w * 0.8, false, dpi) - at);
}

/** Centre of the dark line within 0.7 mm of `at`, weighted by darkness; far away when there is none. */
function lineNear(image: GreyPage, at: number, middle: number, across: boolean, dpi: number): number {
  const px = dpi / 25.4;
  let [sum, weight] = [0, 0];
  for (let offset = -Math.round(0.7 * px); offset <= Math.round(0.7 * px); offset += 1) {
    const along = Math.round(at * px) + offset;
    const other = Math.round(middle * px);
    const [x, y] = across ? [along, other] : [other, along];
    const dark = 255 - (image.data[y * image.width + x] ?? 255);
    sum += dark * (along + 0.5);
    weight += dark;
  }
  return weight < 100 ? Number.POSITIVE_INFINITY : sum / weight / px;
}
