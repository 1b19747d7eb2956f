import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOUSEHOLD_QUESTIONNAIRE } from '@gandan/domain/questionnaires';
import { afterAll, describe, expect, it } from 'vitest';
import { run as compile } from './questionnaire-compile.ts';
import { run as convert } from './questionnaire-convert.ts';
import type { Run, VerbInput } from './verb.ts';

const folder = mkdtempSync(join(tmpdir(), 'gandan-forms-'));
afterAll(() => rmSync(folder, { recursive: true }));

const noDatabase = () => Promise.reject(new Error('needs no database'));
const say = (run: Run, positionals: string[], values: VerbInput['values'] = {}) =>
  run({
    ...{ positionals, values: { json: true, ...values }, path: (file) => join(folder, file) },
    ...{ database: noDatabase, deps: noDatabase, office: noDatabase, finished: noDatabase },
  } as VerbInput);
const write = (name: string, content: string) => writeFileSync(join(folder, name), content);
const read = (...parts: string[]) => readFileSync(join(folder, ...parts));
const lintOf = (out: string) => JSON.parse(read(out, 'lint.json').toString());

const FORM = `type,name,label
text,ten,Tên
geopoint,vi_tri,Vị trí nhà
text,mat,Vui không 😀
`;

describe('questionnaire compile', () => {
  it('writes the template, its layout and the findings into a folder that it makes', async () => {
    write('khao-sat.csv', FORM);
    const { sentence, data } = await say(compile, ['khao-sat.csv'], { out: 'moi/in' });
    expect(read('moi', 'in', 'template.pdf').subarray(0, 5).toString()).toBe('%PDF-');
    expect(JSON.parse(read('moi', 'in', 'layout.json').toString()).pages[0].fields).toMatchObject([{ id: 'ten' }]);
    expect(lintOf('moi/in')).toMatchObject({ file: 'khao-sat.csv', template: true, layout: { sides: 1 } });
    expect(data).toMatchObject({ template: true });
    expect(sentence.vi).toContain('1 trang');
    expect(readdirSync(join(folder, 'moi'))).toEqual(['in']);
  });

  it('names what is left out by sheet, row and column, or by its place in the model', () => {
    const { findings } = lintOf('moi/in');
    expect(findings).toContainEqual(
      expect.objectContaining({ level: 'warning', construct: 'geopoint', sheet: 'survey', row: 3, column: 'type' }),
    );
    expect(findings).toContainEqual(
      expect.objectContaining({ level: 'error', path: 'items.1.label', sheet: 'survey', row: 4 }),
    );
  });

  it('lays a model out that is given as JSON', async () => {
    write('household.json', JSON.stringify(HOUSEHOLD_QUESTIONNAIRE));
    await say(compile, ['household.json'], { out: 'household' });
    expect(lintOf('household').layout.sides).toBe(2);
  });

  it('says in a sentence and in lint.json why nothing could be printed, and leaves no older template', async () => {
    write('khao-sat.csv', 'type,name,label\ngeopoint,a,A\n');
    await expect(say(compile, ['khao-sat.csv'], { out: 'moi/in' })).rejects.toMatchObject({
      code: 'questionnaire.nothing-printed',
    });
    expect(readdirSync(join(folder, 'moi', 'in'))).toEqual(['lint.json']);
    expect(lintOf('moi/in')).toMatchObject({ template: false, layout: null });
  });

  it('writes into lint.json why a file cannot be read at all', async () => {
    write('anh.xlsx', '%PDF-1.7');
    await expect(say(compile, ['anh.xlsx'], { out: 'anh' })).rejects.toMatchObject({ code: 'import.pdf' });
    expect(lintOf('anh').findings).toMatchObject([{ level: 'error', construct: 'import.pdf' }]);
  });

  it('writes nothing when it was asked wrongly', async () => {
    write('a.csv', FORM);
    for (const [file, values, code] of [
      ['nowhere.csv', { out: 'x' }, 'cli.file'],
      ['a.csv', {}, 'cli.out'],
      ['a.csv', { out: 'x', layout: 'a3' }, 'cli.layout'],
    ] as const) {
      await expect(say(compile, [file], values)).rejects.toMatchObject({ code });
    }
    expect(existsSync(join(folder, 'x'))).toBe(false);
    write('file', '');
    await expect(say(compile, ['a.csv'], { out: 'file/x' })).rejects.toMatchObject({ code: 'cli.out' });
  });
});

describe('questionnaire convert', () => {
  it('turns JSON into an XLSForm and back, through Excel and CSV', async () => {
    write('in.json', JSON.stringify(HOUSEHOLD_QUESTIONNAIRE));
    await say(convert, ['in.json', 'out.xlsx']);
    await say(convert, ['out.xlsx', 'out.csv']);
    const { data } = await say(convert, ['out.csv', 'back.json']);
    expect(JSON.parse(read('back.json').toString())).toEqual(HOUSEHOLD_QUESTIONNAIRE);
    expect(data).toMatchObject({ report: [] });
  });

  it('tells what is not carried, and refuses an ending that it does not know', async () => {
    write('b.csv', FORM);
    const { data } = await say(convert, ['b.csv', 'b.json']);
    expect(data?.report).toContainEqual(expect.objectContaining({ construct: 'geopoint' }));
    await expect(say(convert, ['b.csv', 'b.docx'])).rejects.toMatchObject({ code: 'cli.out' });
    mkdirSync(join(folder, 'c.json'));
    await expect(say(convert, ['b.csv', 'c.json'])).rejects.toMatchObject({ code: 'cli.out' });
  });
});
