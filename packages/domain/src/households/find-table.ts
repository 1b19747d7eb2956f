import { DomainError } from '../errors/index.ts';
import { normaliseText } from '../text/index.ts';
import { headerRowScore } from './import-fields.ts';
import type { ImportTable } from './import-plan.ts';

// Lists begin with the office's name, a title, a date: the header row is somewhere in the first rows.
const ROWS_LOOKED_AT = 25;

/**
 * Finds the header row: the one of the first rows that names most of the known columns, or else the first row with
 * anything in it.
 * @throws DomainError `import.empty` when there is no row below the header
 */
export function findTable(rows: readonly (readonly string[])[]): ImportTable {
  let headerIndex = rows.findIndex((cells) => cells.some((cell) => normaliseText(cell) !== ''));
  let best = 1;
  for (const [index, cells] of rows.slice(0, ROWS_LOOKED_AT).entries()) {
    const score = headerRowScore(cells);
    if (score > best) [headerIndex, best] = [index, score];
  }
  const hasRows = rows.slice(headerIndex + 1).some((cells) => cells.some((cell) => normaliseText(cell) !== ''));
  if (headerIndex >= 0 && hasRows) return { rows, headerIndex };
  throw new DomainError('invalid', 'import.empty', {
    vi: 'Tệp không có dòng dữ liệu nào dưới dòng tiêu đề. Hãy chọn tệp khác.',
    en: 'The file has no rows of data below its header. Choose another file.',
  });
}
