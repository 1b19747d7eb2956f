/** '2026-03-09' → '09/03/2026'; an empty string for no date. */
export function showDate(iso: string | null | undefined): string {
  return iso ? `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}` : '';
}

/**
 * What a person typed for a day → 'YYYY-MM-DD', or `null` when it is not one. Takes 9/3/2026, 09-03-2026, 09.03.2026,
 * 09032026 and, with the year left out, a day of `yearNow`.
 */
export function readDate(text: string, yearNow: number): string | null {
  const compact = text.trim();
  const match =
    /^(\d{1,2})[/\-. ](\d{1,2})(?:[/\-. ](\d{4}|\d{2}))?$/.exec(compact) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(compact);
  if (match === null) return null;
  const [, day = '', month = '', typed] = match;
  const year = typed === undefined ? yearNow : typed.length === 2 ? 2000 + Number(typed) : Number(typed);
  const iso = `${String(year).padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(iso) ? iso : null;
}
