import { readXlsx } from 'hucre/xlsx';
import { checkZip } from './check-zip.ts';
import type { TableLimits } from './limits.ts';
import { refusals } from './refusals.ts';

type Sheet = Awaited<ReturnType<typeof readXlsx>>['sheets'][number];

/** A sheet by its name. */
export interface NamedRows {
  readonly name: string;
  readonly rows: string[][];
}

/** The rows of the visible sheets that have any. */
export async function readWorkbook(bytes: Uint8Array, limits: TableLimits): Promise<NamedRows[]> {
  checkZip(bytes);
  const read = await readSheets(bytes, limits);
  const sheets = read.map((sheet) => ({ name: sheet.name, rows: toRows(sheet, limits) }));
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) throw refusals.empty();
  return filled;
}

async function readSheets(bytes: Uint8Array, limits: TableLimits): Promise<Sheet[]> {
  let taken = 0;
  try {
    const { sheets } = await readXlsx(bytes, {
      sheets: ({ hidden, veryHidden }) => {
        if ((!limits.hidden && (hidden === true || veryHidden === true)) || taken >= limits.sheets) return false;
        taken += 1;
        return true;
      },
      maxRows: limits.rows + 100,
    });
    return sheets;
  } catch (error) {
    // Whatever the reader throws is about the file: a damaged part, a sheet beyond its limit of cells.
    throw error instanceof Error && error.name === 'EncryptedFileError' ? refusals.encrypted() : refusals.broken();
  }
}

function toRows(sheet: Sheet, limits: TableLimits): string[][] {
  if (sheet.rows.length > limits.rows) throw refusals.tooManyRows();
  const rows = sheet.rows.map((cells) => {
    const texts = cells.map((value) => cellText(value, limits.cell));
    while (texts.at(-1) === '') texts.pop();
    if (texts.length > limits.columns) throw refusals.tooManyColumns();
    return texts;
  });
  fillMerged(rows, sheet.merges ?? [], limits);
  while (rows.at(-1)?.length === 0) rows.pop();
  return rows;
}

/** Lists often merge the cells of a group's name down its rows: each of those rows is of that group. */
function fillMerged(rows: string[][], merges: NonNullable<Sheet['merges']>, limits: TableLimits): void {
  for (const { startRow, endRow, startCol, endCol } of merges.slice(0, 10_000)) {
    const text = rows[startRow]?.[startCol] ?? '';
    if (text === '' || startCol !== endCol || startCol >= limits.columns) continue;
    for (let row = startRow + 1; row <= Math.min(endRow, rows.length - 1); row += 1) {
      const cells = rows[row];
      if (cells === undefined || cells.length === 0) continue;
      while (cells.length <= startCol) cells.push('');
      if (cells[startCol] === '') cells[startCol] = text;
    }
  }
}

function cellText(value: Sheet['rows'][number][number] | undefined, longest: number): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  // 15 digits are what a spreadsheet keeps of a number; 1e21 and above would be written with an exponent.
  if (typeof value === 'number') return Number.isInteger(value) ? value.toFixed(0).slice(0, longest) : String(value);
  return String(value).slice(0, longest);
}
