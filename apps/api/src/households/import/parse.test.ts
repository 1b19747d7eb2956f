import { deflateRawSync } from 'node:zlib';
import type { DomainError } from '@gandan/domain/errors';
import { beforeAll, describe, expect, it } from 'vitest';
import { badFiles, LIST, workbook, zip } from './bad-files.ts';
import { parseList } from './parse.ts';
import { decode } from './read-csv.ts';

const EXPECTED = [
  ['Mã hộ', 'Chủ hộ', 'Địa chỉ', 'Tổ'],
  ['PL-1', 'Nguyễn Văn Mẫu', 'Nhà số 1, Ấp Mẫu', 'TO-01'],
  ['PL-2', 'Trần Thị Ví Dụ', '', 'TO-02'],
];
const utf16 = (text: string, swap = false) => {
  const bytes = Buffer.from(text, 'utf16le');
  return swap ? bytes.swap16() : bytes;
};

describe('a list in CSV', () => {
  it.each([
    ['UTF-8', Buffer.from(LIST)],
    ['UTF-8 with BOM', Buffer.from(`\ufeff${LIST}`)],
    ['UTF-16 with BOM', utf16(`\ufeff${LIST}`)],
    ['UTF-16, big end first', utf16(`\ufeff${LIST}`, true)],
    ['UTF-16 without BOM', utf16(LIST)],
    ['old line ends', Buffer.from(LIST.replaceAll('\r\n', '\n'))],
  ])('in %s is read', async (_, bytes) => {
    expect((await parseList(bytes)).rows.slice(0, 3)).toEqual(EXPECTED);
  });

  it.each([';', '\t'])('separated by %j is read', async (delimiter) => {
    const text = EXPECTED.map((cells) => cells.join(delimiter)).join('\r\n');
    expect((await parseList(Buffer.from(text))).rows).toEqual(EXPECTED);
    expect((await parseList(Buffer.from(`sep=${delimiter}\r\n${text}`))).rows).toEqual(EXPECTED);
  });

  it('keeps its row numbers: blank lines count', async () => {
    const { rows, headerIndex } = await parseList(Buffer.from('DANH SÁCH HỘ\n\nChủ hộ,Tổ\nNguyễn Văn Mẫu,TO-01\n'));
    expect(headerIndex).toBe(2);
    expect(rows[3]).toEqual(['Nguyễn Văn Mẫu', 'TO-01']);
  });

  it('takes quotation marks inside a name', async () => {
    const { rows } = await parseList(Buffer.from('Chủ hộ,Tổ\nNguyễn Văn "Hai" Mẫu,1\n'));
    expect(rows[1]).toEqual(['Nguyễn Văn "Hai" Mẫu', '1']);
  });

  it('is not taken for UTF-16 because of an odd byte', () => {
    expect(decode(Buffer.from('a'))).toBe('a');
  });
});

describe('a list in Excel', () => {
  it('is read with its numbers as text and its dates by day', async () => {
    const bytes = await workbook([
      ['Mã hộ', 'Chủ hộ', 'Tổ', 'Ngày'],
      [1042, 'Nguyễn Văn Mẫu', 1, new Date('2026-03-09T00:00:00Z')],
      [null, '', null, null],
      [123456789012345, 'Trần Thị Ví Dụ', 2.5, null],
    ]);
    const { rows } = await parseList(bytes);
    expect(rows[1]).toEqual(['1042', 'Nguyễn Văn Mẫu', '1', '2026-03-09']);
    expect(rows[3]?.slice(0, 3)).toEqual(['123456789012345', 'Trần Thị Ví Dụ', '2.5']);
  });

  it('has merged cells of a group filled down its rows', async () => {
    const { writeXlsx } = await import('hucre/xlsx');
    const rows = [
      ['Chủ hộ', 'Tổ'],
      ['Nguyễn Văn Mẫu', 'Tổ 1'],
      ['Trần Thị Ví Dụ', null],
      ['Lê Văn Thử', 'Tổ 2'],
    ];
    const merges = [{ startRow: 1, endRow: 2, startCol: 1, endCol: 1 }];
    const { rows: read } = await parseList(await writeXlsx({ sheets: [{ name: 'A', rows, merges }] }));
    expect(read.map((cells) => cells[1])).toEqual(['Tổ', 'Tổ 1', 'Tổ 1', 'Tổ 2']);
  });

  it('is found on the sheet that looks like one, hidden sheets left out', async () => {
    const { writeXlsx } = await import('hucre/xlsx');
    const list = [
      ['Mã hộ', 'Chủ hộ', 'Tổ'],
      ['1', 'Nguyễn Văn Mẫu', '1'],
    ];
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Bìa', rows: [['DANH SÁCH'], ['năm 2026']] },
        {
          name: 'Cũ',
          rows: [
            ['Mã hộ', 'Chủ hộ', 'Tổ', 'Địa chỉ'],
            ['9', 'Người Cũ', '1', ''],
          ],
          hidden: true,
        },
        { name: 'Hộ', rows: list },
      ],
    });
    expect((await parseList(bytes)).rows).toEqual(list);
  });

  it('written by another program is read the same', async () => {
    const { default: ExcelJS } = await import('exceljs');
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Hộ');
    sheet.addRows([
      ['Chủ hộ', 'Tổ'],
      [{ richText: [{ text: 'Nguyễn ' }, { text: 'Văn Mẫu' }] }, { formula: '1+1', result: 2 }],
    ]);
    const { rows } = await parseList(new Uint8Array(await book.xlsx.writeBuffer()));
    expect(rows[1]).toEqual(['Nguyễn Văn Mẫu', '2']);
  });
});

describe('what is not a list', () => {
  let files: Awaited<ReturnType<typeof badFiles>>;
  beforeAll(async () => {
    files = await badFiles();
  });

  it('is refused with a sentence that says what it is and what to do', async () => {
    for (const [name, { bytes, code }] of Object.entries(files)) {
      const error: DomainError = await parseList(bytes).then(
        () => expect.fail(`${name} was read`),
        (thrown) => thrown,
      );
      expect(error.code, name).toBe(code);
      expect(error.sentence.vi, name).toMatch(/\. |\.$/);
      expect(error.sentence.en, name).toMatch(/\.$/);
    }
  }, 60_000);

  it('an attack on the reader itself ends in a refusal, within time and memory', async () => {
    const sheet = (xml: string) =>
      zip([
        {
          name: '[Content_Types].xml',
          content: Buffer.from(
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
          ),
        },
        {
          name: '_rels/.rels',
          content: Buffer.from(
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
          ),
        },
        {
          name: 'xl/workbook.xml',
          content: Buffer.from(
            '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
          ),
        },
        {
          name: 'xl/_rels/workbook.xml.rels',
          content: Buffer.from(
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
          ),
        },
        { name: 'xl/worksheets/sheet1.xml', content: Buffer.from(xml) },
      ]);
    const head = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>';
    const cell = (ref: string) => `<c r="${ref}" t="inlineStr"><is><t>x</t></is></c>`;
    const farCorner = `${head}<row r="1">${cell('A1')}</row><row r="1048576">${cell('XFD1048576')}</row></sheetData></worksheet>`;
    const entities = `<!DOCTYPE x [<!ENTITY a "lol">${Array.from({ length: 30 }, (_, n) => `<!ENTITY a${n} "${'&a;'.repeat(10)}">`).join('')}]>${head}<row r="1"><c r="A1" t="inlineStr"><is><t>&a29;</t></is></c></row></sheetData></worksheet>`;
    for (const xml of [farCorner, entities]) {
      const started = performance.now();
      const outcome = await parseList(sheet(xml)).catch((error: DomainError) => error.code);
      expect(outcome).toMatch(/^import\./);
      expect(performance.now() - started).toBeLessThan(15_000);
    }
  }, 60_000);

  it('that takes too long is stopped', async () => {
    const bytes = Buffer.from(`Chủ hộ,Tổ\n${'a,b\n'.repeat(40_000)}`);
    await expect(parseList(bytes, { timeMs: 1 })).rejects.toMatchObject({ code: 'import.too-heavy' });
  });

  it('deflates, as the bombs of these tests are made', () => {
    expect(deflateRawSync(Buffer.alloc(1000)).length).toBeLessThan(20);
  });
});
