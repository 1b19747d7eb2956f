import { columnLetter, type ImportError } from '@gandan/domain/households';
import { stringify } from 'csv-stringify/sync';
import { writeXlsx } from 'hucre/xlsx';

/** More errors than anybody corrects by hand; the rest shows up at the next check. */
const MAX_ERRORS = 20_000;
const HEADERS = ['Dòng', 'Cột', 'Nội dung ô', 'Lỗi và cách sửa', 'Error and what to do'];

/** The errors of a list as an Excel file: row, column, what stands there, what to do. */
export function errorWorkbook(errors: readonly ImportError[]): Promise<Uint8Array> {
  const widths = [8, 20, 30, 90, 90];
  return writeXlsx({
    sheets: [
      {
        name: 'Lỗi',
        columns: HEADERS.map((header, index) => ({ header, width: widths[index] ?? 20 })),
        rows: [HEADERS, ...cells(errors)],
        freezePane: { rows: 1 },
        autoFilter: { range: `A1:${columnLetter(HEADERS.length - 1)}${Math.min(errors.length, MAX_ERRORS) + 1}` },
      },
    ],
  });
}

/** The same as CSV, with the mark by which Excel knows UTF-8. */
export function errorCsv(errors: readonly ImportError[]): string {
  return stringify([HEADERS, ...cells(errors)], { bom: true, record_delimiter: '\r\n' });
}

function cells(errors: readonly ImportError[]): (string | number)[][] {
  return errors
    .slice(0, MAX_ERRORS)
    .map(({ row, column, value, sentence }) => [
      row,
      harmless(column),
      harmless(value),
      harmless(sentence.vi),
      harmless(sentence.en),
    ]);
}

/** A text that a spreadsheet would take for a formula is shown as text (OWASP, CSV injection). */
export function harmless(text: string): string {
  return /^[\s\u00a0]*[=+\-@\t\r|%＝＋－＠]/u.test(text) || /^[\t\r\n]/u.test(text) ? `'${text}` : text;
}
