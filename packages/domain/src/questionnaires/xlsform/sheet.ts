import { type Header, readHeader } from './columns.ts';

/** The cells of sheets by their names, as a reader of files gives them: every cell as text. */
export type Sheets = ReadonlyMap<string, readonly (readonly string[])[]>;

export interface Column extends Header {
  /** As written. */
  readonly header: string;
  readonly index: number;
}

/** One row with its cells by column. */
export interface Row {
  /** As the spreadsheet counts, from 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** A sheet with its header understood. */
export interface Table {
  readonly name: string;
  readonly headerRow: number;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Columns that have cells but no header. */
  readonly unnamed: readonly { readonly row: number; readonly index: number }[];
}

interface Lines {
  readonly name: string;
  /** The place in the file of each line. */
  readonly lines: readonly Row[];
}

const SHEET_NAMES = ['survey', 'choices', 'settings', 'external_choices', 'osm', 'entities', 'cascades', 'columns'];

/** The sheets of a form by their names in lower case; a single CSV with the sheets' names in its first column is taken apart. */
export function sheetLines(sheets: Sheets): Map<string, Lines> {
  const found = new Map<string, Lines>();
  for (const [name, rows] of sheets) {
    const lines = rows.map((cells, index) => ({ row: index + 1, cells }));
    const parts = sheets.size === 1 ? flatParts(lines) : undefined;
    if (parts !== undefined) return parts;
    const key = name.trim().toLowerCase();
    if (!found.has(key)) found.set(key, { name, lines });
  }
  return found;
}

/** `"survey",,` opens a sheet, rows that begin with an empty cell are its rows. */
function flatParts(lines: readonly Row[]): Map<string, Lines> | undefined {
  const firsts = new Set(lines.map(({ cells }) => (cells[0] ?? '').trim().toLowerCase()));
  if (!firsts.has('survey') || ![...firsts].every((first) => first === '' || /^[a-z_ ]{1,40}$/u.test(first)))
    return undefined;
  if (![...firsts].some((first) => SHEET_NAMES.includes(first))) return undefined;
  const parts = new Map<string, { name: string; lines: Row[] }>();
  let current: { name: string; lines: Row[] } | undefined;
  for (const { row, cells } of lines) {
    const [first = '', ...rest] = cells;
    if (first.trim() !== '') {
      const key = first.trim().toLowerCase();
      current = parts.get(key) ?? { name: first.trim(), lines: [] };
      parts.set(key, current);
    }
    // pyxform writes the sheet's name either on a line of its own or before every row.
    if (rest.some((cell) => cell.trim() !== '')) current?.lines.push({ row, cells: rest });
  }
  return parts;
}

/** Finds the header: the first row that is not empty. Rows without any cell are passed over. */
export function readTable({ name, lines }: Lines, kind: Parameters<typeof readHeader>[1]): Table {
  const filled = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [head, ...rows] = filled;
  const columns = (head?.cells ?? []).flatMap((text, index) =>
    text.trim() === '' ? [] : [{ header: text.trim(), index, ...readHeader(text, kind) }],
  );
  const named = new Set(columns.map(({ index }) => index));
  const unnamed = new Map<number, { row: number; index: number }>();
  for (const { row, cells } of rows) {
    for (const [index, cell] of cells.entries()) {
      if (!named.has(index) && cell.trim() !== '' && !unnamed.has(index)) unnamed.set(index, { row, index });
    }
  }
  return { name, headerRow: head?.row ?? 1, columns, rows, unnamed: [...unnamed.values()] };
}

/** The first cell under a header of this key, as it is. */
export function rawCell(table: Table, row: Row, key: string): string {
  for (const column of table.columns) {
    if (column.key !== key || column.language !== undefined) continue;
    const text = row.cells[column.index] ?? '';
    if (text !== '') return text;
  }
  return '';
}

/** The first filled cell of a column, without the spaces around it. */
export function cell(table: Table, row: Row, key: string): string {
  return rawCell(table, row, key).trim();
}

/** Header of the column as written, for a place. */
export function headerOf(table: Table, key: string): string | undefined {
  return table.columns.find((column) => column.key === key)?.header;
}
