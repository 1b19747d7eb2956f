import type { ImportError } from '@gandan/domain/households';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorCsv, errorWorkbook, harmless } from './error-file.ts';

const error = (value: string): ImportError => ({
  row: 7,
  column: 'Chủ hộ',
  value,
  sentence: { vi: 'Họ tên chủ hộ còn trống. Hãy nhập vào.', en: 'The name is empty. Fill it in.' },
});
const DANGEROUS = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', " =cmd|'/c calc'!A1", '|x', '%0A=1'];

describe('the file of errors', () => {
  it('opens in another program with row, column, cell and what to do', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await errorWorkbook([error('x'), error('=1+1')])).buffer as ArrayBuffer);
    const sheet = book.worksheets[0];
    expect(sheet?.getRow(2).values).toEqual([
      undefined,
      7,
      'Chủ hộ',
      'x',
      error('').sentence.vi,
      error('').sentence.en,
    ]);
    expect(sheet?.getCell('C3').value).toBe("'=1+1");
    expect(sheet?.getCell('C3').formula).toBeUndefined();
  });

  it('as CSV begins with the mark of UTF-8 and reads back', () => {
    const text = errorCsv([error('a "b", c')]);
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(parse(text, { bom: true })[1]).toEqual([
      '7',
      'Chủ hộ',
      'a "b", c',
      error('').sentence.vi,
      error('').sentence.en,
    ]);
  });

  it('never holds a text that a spreadsheet takes for a formula', () => {
    for (const text of DANGEROUS) expect(harmless(text)).toBe(`'${text}`);
    fc.assert(
      fc.property(fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', ' =', ''), fc.string()), ([start, rest]) => {
        const [, , cell] = parse(errorCsv([error(start + rest)]), { bom: true })[1] ?? [];
        expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        expect([start + rest, `'${start}${rest}`]).toContain(cell);
      }),
    );
  });
});
