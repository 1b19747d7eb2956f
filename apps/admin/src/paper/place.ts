import type { LayoutMap } from '@gandan/domain/questionnaires';

/** Millimetres of a question's answer fields on its page, with some air. */
export interface Place {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

const AIR = 2.5;
/** Labels stand left of (and above) their boxes, so the lit place reaches across the text column. */
const MARGIN = 12;

/** Where on the paper a question is answered; null when the layout does not know it. */
export function placeOf(layout: LayoutMap, question: string | null): Place | null {
  for (const { page, fields } of layout.pages) {
    const mine = fields.filter((field) => field.question === question);
    if (mine.length === 0) continue;
    const top = Math.min(...mine.map((field) => field.y)) - AIR;
    const bottom = Math.max(...mine.map((field) => field.y + field.h)) + AIR;
    const left = Math.min(...mine.map((field) => field.x)) - AIR;
    const right = Math.max(...mine.map((field) => field.x + field.w)) + AIR;
    const alone = !fields.some((field) => field.question !== question && overlaps(field, top, bottom));
    // A question that has its lines to itself is lit across the page; one beside others only around its own fields.
    if (alone) return { page, x: MARGIN - AIR, y: top, w: layout.pageSize.w - 2 * (MARGIN - AIR), h: bottom - top };
    return { page, x: left, y: top, w: right - left, h: bottom - top };
  }
  return null;
}

const overlaps = (field: { readonly y: number; readonly h: number }, top: number, bottom: number) =>
  field.y + field.h / 2 > top && field.y + field.h / 2 < bottom;
