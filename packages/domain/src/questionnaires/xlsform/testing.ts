import type { Sheets } from './sheet.ts';

type Cells = Readonly<Record<string, string>>;

/** Sheets of a form from rows by their column names: `form([{ type: 'text', name: 'a', label: 'A' }])`. */
export function form(survey: readonly Cells[], choices: readonly Cells[] = [], settings?: Cells): Sheets {
  const sheets = new Map([['survey', table(survey)]]);
  if (choices.length > 0) sheets.set('choices', table(choices));
  if (settings !== undefined) sheets.set('settings', table([settings]));
  return sheets;
}

/** Options of a list: `options('yn', 'yes', 'no')` called `Yes`, `No`. */
export function options(list: string, ...names: readonly string[]): Cells[] {
  return names.map((name) => ({ list_name: list, name, label: name.charAt(0).toUpperCase() + name.slice(1) }));
}

function table(rows: readonly Cells[]): string[][] {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [headers, ...rows.map((row) => headers.map((header) => row[header] ?? ''))];
}
