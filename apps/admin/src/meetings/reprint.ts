/** A sheet as far as printing it again is concerned. */
export interface OutSheet {
  readonly number: string;
  readonly headName: string;
  readonly state: string;
}

/** Still with its household, or lost: another copy can be made. */
export const isOut = (sheet: OutSheet): boolean => ['printed', 'issued', 'lost'].includes(sheet.state);

/** The sheets from one number to another in the order in which they are listed, whichever of the two comes first. */
export function between(sheets: readonly OutSheet[], from: string | null, to: string | null): readonly OutSheet[] {
  const ends = [from, to].map((number) => sheets.findIndex((sheet) => sheet.number === number));
  const [first, last] = [Math.min(...ends), Math.max(...ends)];
  return first < 0 ? [] : sheets.slice(first, last + 1);
}
