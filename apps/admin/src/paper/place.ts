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
  return question === null ? null : (placesOf(layout, [question])[0] ?? null);
}

/**
 * Where several questions (of a group, of a repetition) are answered: one place a page that has any of them. `above` takes
 * that much of the free paper over the boxes in, where their words stand.
 */
export function placesOf(layout: LayoutMap, questions: readonly string[], above = 0): readonly Place[] {
  return layout.pages.flatMap(({ page, fields }) => {
    const mine = fields.filter((field) => questions.includes(field.question));
    if (mine.length === 0) return [];
    const first = Math.min(...mine.map((field) => field.y));
    const before = fields.filter((field) => !questions.includes(field.question) && field.y + field.h <= first);
    const free = Math.min(above, Math.max(0, first - AIR - Math.max(0, ...before.map((field) => field.y + field.h))));
    const top = first - AIR - free;
    const bottom = Math.max(...mine.map((field) => field.y + field.h)) + AIR;
    const left = Math.min(...mine.map((field) => field.x)) - AIR;
    const right = Math.max(...mine.map((field) => field.x + field.w)) + AIR;
    const alone = !fields.some((field) => !questions.includes(field.question) && overlaps(field, top, bottom));
    // A question that has its lines to itself is lit across the page; one beside others only around its own fields.
    if (alone) return [{ page, x: MARGIN - AIR, y: top, w: layout.pageSize.w - 2 * (MARGIN - AIR), h: bottom - top }];
    return [{ page, x: left, y: top, w: right - left, h: bottom - top }];
  });
}

/** Words of a question stand above and left of its boxes; more than this above the first ones is the form's head. */
const HEAD = 26;

/** The question at a point of a page: the one whose boxes are beside it or next below; null at the form's head. */
export function questionAt(layout: LayoutMap, page: number, x: number, y: number): string | null {
  const fields = layout.pages.find((one) => one.page === page)?.fields ?? [];
  const below = fields.filter((field) => field.y + field.h >= y - 1);
  const first = below.length > 0 ? below.reduce((a, b) => (b.y + b.h < a.y + a.h ? b : a)) : fields.at(-1);
  if (first === undefined) return null;
  if (page === 1 && first === fields[0] && y < first.y - HEAD) return null;
  const row = fields.filter((field) => overlaps(field, first.y - 1, first.y + first.h + 1));
  const left = row.filter((field) => field.x <= x + 1);
  return (left.length > 0 ? left.reduce((a, b) => (b.x > a.x ? b : a)) : first).question;
}

const overlaps = (field: { readonly y: number; readonly h: number }, top: number, bottom: number) =>
  field.y + field.h / 2 > top && field.y + field.h / 2 < bottom;
