import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOUSEHOLD_QUESTIONNAIRE } from '@gandan/domain/questionnaires';
import { readSheetNumber } from '@gandan/domain/sheets';
import { compileForm } from '@gandan/print/forms';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VERBS } from './index.ts';
import { runCommand } from './run.ts';

const HEAD = 'code,head_name,address,group,hamlet,commune,cadre';
const ROW = 'TP-1,Nguyễn Văn Mẫu,"Số 1, đường 3",12,Ấp Thạnh Phước,Xã Phú Lễ,Trần Thị Ví Dụ';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gandan-sheets-'));
  const { templatePdf, layout } = await compileForm(HOUSEHOLD_QUESTIONNAIRE, { version: 1 });
  mkdirSync(join(folder, 'form'));
  writeFileSync(join(folder, 'form', 'template.pdf'), templatePdf);
  writeFileSync(join(folder, 'form', 'layout.json'), JSON.stringify(layout));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Prints as the command line does, with no database anywhere near. */
function print(csv: string | Uint8Array, ...more: readonly string[]) {
  writeFileSync(join(folder, 'ho.csv'), csv);
  const args = ['print', 'sheets', '--compiled', 'form', '--households', 'ho.csv', '--out', 'phieu.pdf', ...more];
  return runCommand(args, { env: { INIT_CWD: folder }, verbs: VERBS, progress: () => undefined });
}
const refusal = (csv: string | Uint8Array, ...more: readonly string[]) =>
  print(csv, ...more).then(
    () => 'printed',
    (error) => error.sentence.en as string,
  );
const lines = (...rows: readonly string[]) => `${[HEAD, ...rows].join('\n')}\n`;

describe('print sheets', () => {
  it('prints a sheet for each household, numbered on, and tells where each stands', async () => {
    const { data } = await print(lines(ROW, ROW.replace('TP-1', 'TP-2')), '--prefix', 'PL', '--first', '412');
    expect(data).toMatchObject({ sheets: 2, pages: 4, numbers: [{ code: 'TP-1', pages: [1, 2] }, { pages: [3, 4] }] });
    const numbers = data?.numbers as readonly { readonly number: string }[] | undefined;
    expect(readSheetNumber(numbers?.[0]?.number ?? '')?.serial).toBe(412);
    expect(readFileSync(join(folder, 'phieu.pdf')).length).toBe(data?.bytes);
  });

  it('reads semicolons, a byte order mark, columns in any order and lines of Windows, and names columns it ignores', async () => {
    const csv = `\ufeffcadre;Code;head_name;address;phone;group;hamlet;commune\r\n\r\nTrần Thị Ví Dụ;TP-1;"Nguyễn ""Mẫu""";Số 1;09;12;Ấp 1;Xã Phú Lễ\r\n`;
    expect((await print(csv)).data).toMatchObject({ sheets: 1, ignoredColumns: ['phone'] });
  });

  it('names the line and the household of every text that cannot be printed, and leaves no file', async () => {
    rmSync(join(folder, 'phieu.pdf'), { force: true });
    const bad = lines(ROW, '', ROW.replace('Nguyễn Văn Mẫu', 'Mẫu 😀'), ROW.replace('Văn', 'Văn '.repeat(40)));
    expect(await refusal(bad)).toMatch(/^Line 4, household TP-1 .*name of the head.*“😀” \(U\+1F600\).* 1 more places/);
    expect(readdirSync(folder).filter((name) => name.startsWith('phieu'))).toEqual([]);
  });

  it('says what is wrong with a file of households', async () => {
    expect(await refusal('')).toContain('has no households');
    expect(await refusal(lines())).toContain('has no households');
    expect(await refusal('code,name\nA,B\n')).toContain('lacks the columns head_name, address, group');
    expect(await refusal(lines(ROW, 'TP-2,Mẫu'))).toContain('Line 3 of the CSV file has 2 cells');
    expect(await refusal(lines(ROW.replace('Nguyễn Văn Mẫu', '')))).toContain(
      'Line 2 of the CSV file leaves the column head_name',
    );
    expect(await refusal(lines(ROW, 'TP-2,"Mẫu'))).toContain('broken around line');
    expect(await refusal(Buffer.from(lines(ROW), 'latin1'))).toContain('no CSV in UTF-8');
  });

  it('says what is wrong with the compiled form, the options and the place to write to', async () => {
    expect(await refusal(lines(ROW), '--compiled', 'nowhere')).toContain('has no ');
    mkdirSync(join(folder, 'broken'));
    writeFileSync(join(folder, 'broken', 'template.pdf'), 'no pdf');
    writeFileSync(join(folder, 'broken', 'layout.json'), '{"layoutId":"x"}');
    expect(await refusal(lines(ROW), '--compiled', 'broken')).toContain('layout.json in');
    writeFileSync(join(folder, 'broken', 'layout.json'), readFileSync(join(folder, 'form', 'layout.json')));
    expect(await refusal(lines(ROW), '--compiled', 'broken')).toContain('The template cannot be read');
    expect(await refusal(lines(ROW), '--out', join('missing', 'a.pdf'))).toContain('cannot be written (ENOENT)');
    expect(await refusal(lines(ROW), '--out', 'ho.csv')).toContain('cannot be written');
    expect(await refusal(lines(ROW), '--prefix', 'P1')).toContain('two or three plain letters');
    expect(await refusal(lines(ROW), '--first', '0')).toContain('whole number');
  });
});
