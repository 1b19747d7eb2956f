import { DomainError } from '../errors/index.ts';
import { normaliseText } from '../text/index.ts';
import { headerRowScore } from './import-fields.ts';
import type { ImportTable } from './import-plan.ts';

// Lists begin with the office's name, a title, a date: the header row is somewhere in the first rows.
const ROWS_LOOKED_AT = 25;

/** Of several sheets of a workbook, the one whose header names most of what a list of households has; else the first. */
export function chooseSheet(sheets: readonly (readonly (readonly string[])[])[]): readonly (readonly string[])[] {
  const scored = sheets.map((rows) => ({ rows, score: headerOf(rows).score }));
  return scored.toSorted((a, b) => b.score - a.score)[0]?.rows ?? [];
}

/**
 * Finds the header row: the one of the first rows that names most of the known columns, or else the first row with
 * anything in it.
 * @throws DomainError `import.empty` when there is no row below the header
 */
export function findTable(rows: readonly (readonly string[])[]): ImportTable {
  const { headerIndex } = headerOf(rows);
  const hasRows = rows.slice(headerIndex + 1).some((cells) => cells.some((cell) => normaliseText(cell) !== ''));
  if (headerIndex >= 0 && hasRows) return { rows, headerIndex };
  throw new DomainError('invalid', 'import.empty', {
    vi: 'Tệp không có dòng dữ liệu nào dưới dòng tiêu đề. Hãy chọn tệp khác.',
    en: 'The file has no rows of data below its header. Choose another file.',
  });
}

function headerOf(rows: readonly (readonly string[])[]): { headerIndex: number; score: number } {
  let headerIndex = rows.findIndex((cells) => cells.some((cell) => normaliseText(cell) !== ''));
  let score = 1;
  for (const [index, cells] of rows.slice(0, ROWS_LOOKED_AT).entries()) {
    const named = headerRowScore(cells);
    if (named > score) [headerIndex, score] = [index, named];
  }
  return { headerIndex, score: headerIndex < 0 ? 0 : score };
}
