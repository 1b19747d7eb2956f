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
