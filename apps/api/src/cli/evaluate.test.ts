import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SeededOffice, seedOffice, type TestDatabase, testDatabase } from '@gandan/db/testing';
import { systemActor } from '@gandan/domain/policy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedYear } from '../evaluations/testing.ts';
import { type TestApp, testApp } from '../frame/testing.ts';
import { run as evaluate } from './evaluate.ts';

let t: TestDatabase;
let office: SeededOffice;
let app: TestApp;
let folder: string;

beforeAll(async () => {
  t = await testDatabase();
  office = await seedOffice(t);
  await seedYear(t, office);
  app = await testApp(t, { as: 'leader' });
  folder = await mkdtemp(join(tmpdir(), 'gandan-evaluate-'));
});
afterAll(async () => {
  await app.close();
  await t.drop();
  await rm(folder, { recursive: true, force: true });
});

const run = (values: Record<string, string>) =>
  evaluate({
    positionals: [],
    values,
    path: (file) => file,
    database: async () => ({ ownerUrl: t.url, files: app.deps.files }),
    deps: async () => app.deps,
    office: async () => systemActor(office.communeId),
    finished: () => Promise.reject(new Error('no job')),
  });

const refusal = (values: Record<string, string>) =>
  run(values).then(
    () => 'done',
    (error) => error.sentence.vi,
  );

const rowCount = async () =>
  (
    await t.ownerDb
      .selectFrom('evaluation')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n;

describe('gandan evaluate', () => {
  it('prints a draft from the records when no evaluation is open, and stores nothing', async () => {
    const out = join(folder, 'draft.pdf');
    const { sentence, data } = await run({ cadre: 'cb-01', year: '2026', out });
    expect(sentence.vi).toBe(`Đã in bản thảo đánh giá năm 2026 của Nguyễn Văn Mẫu vào ${out}.`);
    expect(data).toMatchObject({ id: null, state: 'none', draft: true, cadre: 'CB-01', results: 39.9, total: null });
    expect((await readFile(out)).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await rowCount()).toBe(0);
  });

  it('prints the evaluation that is open', async () => {
    const opened = await app.post('/api/evaluations', { cadreId: office.cadres[1].id, year: 2026 });
    const { data } = await run({ cadre: 'CB-02', year: '2026', out: join(folder, 'open.pdf') });
    expect(data).toMatchObject({ id: opened.body.id, state: 'open' });
  });

  it('refuses what it cannot do with a sentence, and leaves no file behind', async () => {
    const before = await readdir(folder);
    const good = { cadre: 'CB-01', year: '2026', out: join(folder, 'never.pdf') };
    expect(await refusal({ ...good, cadre: 'CB-99' })).toBe('Không tìm thấy cán bộ có mã “CB-99”.');
    expect(await refusal({ ...good, year: '2025' })).toMatch(/áp dụng từ năm 2026, không dùng để đánh giá năm 2025/);
    expect(await refusal({ ...good, year: '2027' })).toMatch(/Năm 2027 chưa bắt đầu/);
    expect(await refusal({ ...good, year: 'abc' })).toMatch(/“abc” không phải là năm/);
    expect(await refusal({ ...good, out: '' })).toMatch(/^Thiếu --out/);
    expect(await refusal({ year: '2026', out: good.out })).toMatch(/^Thiếu --cadre/);
    expect(await refusal({ ...good, out: join(folder, 'missing', 'x.pdf') })).toMatch(/Không ghi được tệp .*ENOENT/);
    expect(await readdir(folder)).toEqual(before);
  });
});
