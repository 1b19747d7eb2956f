import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOUSEHOLD_QUESTIONNAIRE, SHIPPED_QUESTIONNAIRES } from '@gandan/domain/questionnaires';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { badFiles } from '../../households/import/bad-files.ts';
import { compilePrintable } from '../printable.ts';
import { NASTY_FORMS, type Workbook } from './nasty-forms.ts';
import { readFormFile } from './read-form.ts';
import { formCsv, formWorkbook } from './write-form.ts';

const EXAMPLES = join(import.meta.dirname, 'pyxform-examples');

const workbook = (form: Workbook) =>
  writeXlsx({ sheets: Object.entries(form).map(([name, rows]) => ({ name, rows: rows.map((cells) => [...cells]) })) });

/** Either prints, or names exactly what cannot go on paper: never a crash, never silence. */
async function expectPrintsOrNames(bytes: Uint8Array, name: string): Promise<void> {
  const { model, report } = await readFormFile(bytes, name);
  const { form, findings } = model === null ? { form: null, findings: [] } : await compilePrintable(model, 1);
  for (const { sheet, sentence } of report) {
    expect(sheet).not.toBe('');
    expect(Math.min(sentence.vi.length, sentence.en.length), JSON.stringify(sentence)).toBeGreaterThan(15);
  }
  for (const { path, sentence } of findings) {
    expect(path).not.toBe('');
    expect(sentence.vi).not.toBe(sentence.en);
  }
  if (form !== null) expect(Buffer.from(form.templatePdf.subarray(0, 5)).toString()).toBe('%PDF-');
  else expect([...report, ...findings].some(({ level }) => level === 'error')).toBe(true);
}

describe('a real XLSForm prints, or what cannot be printed is named', () => {
  const files = readdirSync(EXAMPLES).filter((file) => /\.(?:xlsx|csv)$/u.test(file));
  it.each(files)('%s', (file) => expectPrintsOrNames(readFileSync(join(EXAMPLES, file)), file));

  it('an old .xls is told to be saved as .xlsx', async () => {
    const bytes = readFileSync(join(EXAMPLES, 'tutorial.xls'));
    await expect(readFormFile(bytes, 'tutorial.xls')).rejects.toMatchObject({
      code: 'import.old-excel',
      sentence: { vi: expect.stringContaining('.xlsx') },
    });
  });
});

describe('a form as large surveys make them prints, or what cannot be printed is named', () => {
  it.each(Object.entries(NASTY_FORMS))('%s', async (name, form) =>
    expectPrintsOrNames(await workbook(form), `${name}.xlsx`),
  );
});

describe('cells of a spreadsheet', () => {
  it('that are numbers, truths, days, formulas, merged or empty are read as what they show', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'survey',
          rows: [
            ['type', 'name', 'label', 'required', 'repeat_count'],
            ['select_one so', 'so', 2026, true, null],
            ['date', 'ngay', new Date('2026-11-20T00:00:00Z'), false, null],
            ['begin_repeat', 'lap', 'Lặp', null, 2],
            ['text', 'a', 'A', null, null],
            ['end_repeat', null, null, null, null],
            ...Array.from({ length: 300 }, () => [null, '  ', null]),
          ],
          cells: new Map([['4,2', { formula: 'CONCATENATE("Tính"," ra")', formulaResult: 'Tính ra' }]]),
        },
        {
          name: 'choices',
          rows: [
            ['list_name', 'name', 'label'],
            ['so', 1, 'Một'],
            [null, 2, 'Hai'],
          ],
          merges: [{ startRow: 1, endRow: 2, startCol: 0, endCol: 0 }],
        },
      ],
    });
    const { model, report } = await readFormFile(bytes, 'x.xlsx');
    expect(model?.items).toMatchObject([
      { type: 'select_one', label: { vi: '2026' }, required: true, choices: [{ name: '1' }, { name: '2' }] },
      { type: 'date', label: { vi: '2026-11-20' }, required: false },
      { type: 'begin_repeat', count: 2, items: [{ label: { vi: 'Tính ra' } }] },
    ]);
    expect(report.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  it.each([
    ['UTF-8 with BOM', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['UTF-16 as Excel writes it', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['semicolons', (text: string) => Buffer.from(text.replaceAll(',', ';'))],
  ])('of a CSV in %s are read', async (_, encode) => {
    const { model } = await readFormFile(encode('type,name,label\r\ntext,ten,Họ tên chủ hộ\r\n\r\n'), 'x.csv');
    expect(model?.items).toMatchObject([{ name: 'ten', label: { vi: 'Họ tên chủ hộ' } }]);
  });

  it('of 40,000 characters arrive whole, so that the label is named instead of cut', async () => {
    const long = `type,name,label\ntext,a,${'x'.repeat(40_000)}\ntext,b,B\n`;
    const { model, report } = await readFormFile(Buffer.from(long), 'x.csv');
    expect(model?.items).toHaveLength(1);
    expect(report).toContainEqual(expect.objectContaining({ row: 2, column: 'label', level: 'error' }));
  });
});

describe('what is no form', () => {
  it('is refused with a sentence that says what it is, or read without any question', async () => {
    for (const [what, { bytes, code }] of Object.entries(await badFiles())) {
      const answer = await readFormFile(bytes, 'x.xlsx').catch((error) => error);
      if (answer instanceof Error) expect(answer, what).toMatchObject({ code: expect.stringMatching(/^import\./) });
      else expect(answer, `${what}, ${code}`).toMatchObject({ model: null });
      if (answer instanceof Error) expect(JSON.stringify(answer), what).not.toMatch(/danh sách hộ|households/);
    }
  });

  it('as JSON is refused with the places that are wrong', async () => {
    const refused = readFormFile(Buffer.from('{"code":"x"}'), 'x.json');
    await expect(refused).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(readFormFile(Buffer.from('{"code":'), 'x.json')).rejects.toMatchObject({ code: 'questionnaire.json' });
  });
});

describe('an exported questionnaire', () => {
  it.each(SHIPPED_QUESTIONNAIRES.map((model) => [model.code, model] as const))(
    'comes back the same: %s',
    async (_, model) => {
      expect(await readFormFile(await formWorkbook(model), 'x.xlsx')).toMatchObject({ model, report: [] });
      expect(await readFormFile(Buffer.from(formCsv(model)), 'x.csv')).toMatchObject({ model, report: [] });
    },
  );

  it('with words that a spreadsheet would compute is text in Excel and in CSV, and comes back the same', async () => {
    const words = [
      '=HYPERLINK("http://x","y")',
      '-5',
      '+84',
      '@SUM(A1)',
      "'=x",
      "''+1",
      '_x000D_',
      'a\nb',
      '\t=1',
      '  hai  ',
    ];
    const [first] = HOUSEHOLD_QUESTIONNAIRE.items;
    const items = words.map((vi, n) => ({ ...first, name: `q${n}`, label: { vi } }));
    const model = { ...HOUSEHOLD_QUESTIONNAIRE, items } as typeof HOUSEHOLD_QUESTIONNAIRE;
    const csv = formCsv(model);
    expect(csv).not.toMatch(/(?:^|[,\r\n])"?[=+@-]/u);
    expect((await readFormFile(Buffer.from(csv), 'x.csv')).model).toEqual(model);
    expect((await readFormFile(await formWorkbook(model), 'x.xlsx')).model).toEqual(model);
  });
});
