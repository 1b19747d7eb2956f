import type { LayoutField, LayoutPage } from '@gandan/domain/questionnaires';
import type { GreyImage, Mapping } from '../image/index.ts';
import { BOX, CURL, GAPS, OUTLINE } from './constants.ts';
import { type Field, fitField, type Offset, shifted } from './curl.ts';
import { median, pageContext } from './decide.ts';
import { type BoxFeatures, gapsOf, lineThrough, measureBox, withoutLine } from './ink.ts';
import { type FoundOutline, findOutline } from './outline.ts';
import type { Registration } from './register.ts';
import { runsOverPage } from './streak.ts';

/** All boxes of a side, measured where they really are. */
export interface MeasuredPage {
  readonly mapping: Mapping;
  readonly boxes: ReadonlyMap<LayoutField, BoxFeatures>;
  /** Outlines where they were found: boxes and combs. */
  readonly outlines: ReadonlyMap<LayoutField, FoundOutline>;
  readonly curled: boolean;
  readonly residualMm: number;
  /** Share of the printed outlines that were found. */
  readonly seen: number;
}

interface Found {
  readonly mapping: Mapping;
  readonly outlines: Map<LayoutField, FoundOutline>;
  readonly field: Field | null;
}

/** Aligns the mapping and then each box with the printed outlines, and measures the ink in and around the boxes. */
export function measurePage(
  image: GreyImage,
  registration: Registration,
  page: LayoutPage,
  size: { readonly w: number; readonly h: number },
): MeasuredPage {
  const printed = page.fields.filter(({ kind }) => kind !== 'text');
  const doubtful = registration.residualMm > OUTLINE.curledResidual || registration.marks < 3;
  let reach: number = doubtful ? OUTLINE.curledReach : OUTLINE.reach;
  let found = findAll(image, registration.mapping, printed, size, reach);
  let curled = false;
  for (let round = 0; round < CURL.rounds && found.field !== null; round += 1) {
    if (upperQuartile([...found.outlines.values()].map(({ dx, dy }) => Math.hypot(dx, dy))) <= CURL.residual) break;
    curled = true;
    reach = OUTLINE.reach;
    found = findAll(image, shifted(found.mapping, found.field), printed, size, reach);
  }
  const outlines = withinField(image, found);
  const usual = usualStrength([...outlines.values()]);
  const noise = median([...outlines.values()].map(({ ink }) => ink.noise));
  const boxes = new Map<LayoutField, BoxFeatures>();
  for (const [field, outline] of outlines) {
    if (field.kind !== 'choice') continue;
    const features = measureBox(outline, field, usual, noise);
    const cleaned = features.line ? withoutStreak(image, found.mapping, size, field, outline, features) : null;
    if (cleaned === null) boxes.set(field, features);
    else {
      outlines.set(field, cleaned);
      boxes.set(field, { ...measureBox(cleaned, field, usual, noise), line: false, streak: true });
    }
  }
  const { markDarkness } = pageContext([...boxes.values()]);
  if (markDarkness !== null) {
    // Known only now: how dark this person writes.
    for (const [field, features] of boxes) {
      const outline = outlines.get(field);
      const threshold = Math.max(features.faint, GAPS.darkness * markDarkness);
      if (outline !== undefined) boxes.set(field, { ...features, gaps: gapsOf(outline, field, threshold) });
    }
  }
  const kept = [...outlines.values()].filter(({ strength }) => strength >= OUTLINE.seen * usual);
  return {
    mapping: found.mapping,
    boxes,
    outlines,
    curled,
    // Before the boxes were moved together the marks had their say; afterwards only the outlines count.
    residualMm: kept.length === 0 || !curled ? Math.max(registration.residualMm, rmsOf(kept)) : rmsOf(kept),
    seen: usual < OUTLINE.leastStrength ? 0 : kept.length / Math.max(1, outlines.size),
  };
}

/** The box without a line that runs over the whole page; null when it does not, or when the box is too full to tell. */
function withoutStreak(
  image: GreyImage,
  mapping: Mapping,
  size: { readonly w: number; readonly h: number },
  field: LayoutField,
  outline: FoundOutline,
  { least, faint }: BoxFeatures,
): FoundOutline | null {
  const line = least < BOX.halfFilled ? lineThrough(outline, field, faint) : null;
  if (line === null) return null;
  const { patch } = outline;
  const along = (line.at + 0.5) / patch.scale;
  const middle = line.vertical
    ? { x: patch.x + along, y: field.y + field.h / 2 }
    : { x: field.x + field.w / 2, y: patch.y + along };
  return runsOverPage(image, mapping, middle, line.vertical, size) ? withoutLine(outline, line) : null;
}

function findAll(
  image: GreyImage,
  mapping: Mapping,
  fields: readonly LayoutField[],
  size: { readonly w: number; readonly h: number },
  reach: number,
): Found {
  const outlines = new Map(
    fields.map((field) => [field, findOutline(image, mapping, field, { dx: 0, dy: 0, reach })] as const),
  );
  const usual = usualStrength([...outlines.values()]);
  const offsets = [...outlines].map(([field, { dx, dy, strength }]): Offset => {
    const at = { x: field.x + field.w / 2, y: field.y + field.h / 2 };
    return { at, dx, dy, weight: strength >= OUTLINE.seen * usual ? 1 : 0.05 };
  });
  return { mapping, outlines, field: fitField(offsets, size) };
}

/** Looks again, nearby, for the outlines that a stroke or a fill pulled away from where all others are. */
function withinField(image: GreyImage, { mapping, outlines, field }: Found): Map<LayoutField, FoundOutline> {
  if (field === null) return outlines;
  return new Map(
    [...outlines].map(([box, outline]) => {
      const here = field(box.x + box.w / 2, box.y + box.h / 2);
      if (Math.hypot(here.dx - outline.dx, here.dy - outline.dy) <= OUTLINE.fieldReach) return [box, outline];
      return [box, findOutline(image, mapping, box, { ...here, reach: OUTLINE.fieldReach })];
    }),
  );
}

/** Contrast of the page's outlines, of the better half of them: some may be covered. */
function usualStrength(outlines: readonly FoundOutline[]): number {
  return upperQuartile(outlines.map(({ strength }) => strength));
}

function upperQuartile(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.75)] ?? 0;
}

function rmsOf(outlines: readonly FoundOutline[]): number {
  return Math.sqrt(outlines.reduce((sum, { dx, dy }) => sum + dx * dx + dy * dy, 0) / Math.max(1, outlines.length));
}
