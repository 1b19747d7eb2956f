import type { Label, Relevant } from '../model.ts';
import type { Row, Table } from './sheet.ts';

/** Version of our own columns in an exported form; its presence says that words are to be taken as they stand. */
export const OWN_FORMAT = '1';

/** The cell of one of our own columns, as it is: `own(table, row, 'lines')`. */
export function own(table: Table, row: Row, key: string, language?: string): string {
  const column = table.columns.find((one) => one.key === `gandan::${key}` && one.language === language);
  return column === undefined ? '' : (row.cells[column.index] ?? '');
}

/** The same as a whole number of up to six digits; whatever else somebody wrote there is nothing. */
export function ownNumber(table: Table, row: Row, key: string): number | undefined {
  const text = own(table, row, key).trim();
  return /^\d{1,6}$/u.test(text) ? Number(text) : undefined;
}

/** The same as `yes` or `no`. */
export function ownFlag(table: Table, row: Row, key: string): boolean | undefined {
  const text = own(table, row, key).trim().toLowerCase();
  return text === 'yes' ? true : text === 'no' ? false : undefined;
}

/** Words of one of our own columns, a column a language. */
export function ownLabel(table: Table, row: Row, key: string): Label | undefined {
  const vi = own(table, row, key, 'vi');
  const en = own(table, row, key, 'en');
  const there = blanks(table, row);
  if (vi === '' && en === '' && !there.has(`${key}.vi`)) return undefined;
  return { vi, ...(en !== '' || there.has(`${key}.en`) ? { en } : {}) };
}

/** Which words are there yet empty: a spreadsheet does not tell an empty cell from none. */
export function blanks(table: Table, row: Row): ReadonlySet<string> {
  return new Set(own(table, row, 'blank').split(/\s+/u).filter(Boolean));
}

/** `nam-1 gop-2`, or JSON where a tag has spaces. */
export function ownTags(table: Table, row: Row): readonly string[] | undefined {
  const text = own(table, row, 'tags').trim();
  if (text === '') return undefined;
  if (!text.startsWith('[')) return text.split(/\s+/u);
  const tags = parsed(text);
  return Array.isArray(tags) ? tags.filter((tag): tag is string => typeof tag === 'string') : undefined;
}

/** A condition whose words do not fit into an expression. */
export function ownRelevant(table: Table, row: Row): Relevant | undefined {
  const value = parsed(own(table, row, 'relevant'));
  if (typeof value !== 'object' || value === null || !('question' in value) || !('choices' in value)) return undefined;
  const { question, choices } = value;
  if (typeof question !== 'string' || !Array.isArray(choices)) return undefined;
  return { question, choices: choices.filter((choice): choice is string => typeof choice === 'string') };
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
