import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SeededOffice, seedOffice, type TestDatabase, testDatabase } from '@gandan/db/testing';
import type { DomainError } from '@gandan/domain/errors';
import { systemActor } from '@gandan/domain/policy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../frame/testing.ts';
import { LIST } from '../households/import/bad-files.ts';
import { run as importHouseholds } from './import-households.ts';

let t: TestDatabase;
let office: SeededOffice;
let app: TestApp;
let folder: string;

beforeAll(async () => {
  t = await testDatabase();
  office = await seedOffice(t);
  app = await testApp(t, { as: 'commune-admin' });
  folder = await mkdtemp(join(tmpdir(), 'gandan-import-'));
});
afterAll(async () => {
  await app.close();
  await t.drop();
  await rm(folder, { recursive: true, force: true });
});

async function run(content: string | Uint8Array, values: Record<string, boolean> = {}, name = 'ho.csv') {
  await writeFile(join(folder, name), content);
  return runFile(name, values);
}

const runFile = (name: string, values: Record<string, boolean> = {}) =>
  importHouseholds({
    positionals: [name],
    values,
    path: (file) => join(folder, file),
    database: async () => ({ ownerUrl: t.url, files: app.deps.files }),
    deps: async () => app.deps,
    office: async () => systemActor(office.communeId),
    finished: () => Promise.reject(new Error('no job')),
  });

const refusal = (task: Promise<unknown>): Promise<DomainError> =>
  task.then(
    () => expect.fail('it was stored'),
    (error) => error,
  );
const count = async () => (await t.ownerDb.selectFrom('household').select('id').execute()).length;

describe('gandan import households', () => {
  it('with a wrong row names it and stores nothing', async () => {
    const error = await refusal(run(`${LIST}PL-3,Lê Văn Thử,,TO-77\n`));
    expect(error).toMatchObject({ code: 'import.errors', places: [{ row: 4, column: 'Tổ' }] });
    expect(await count()).toBe(0);
  });

  it('stores the list and says what was done; again, it changes nothing', async () => {
    const first = await run(LIST);
    expect(first.sentence.vi).toBe('Đã nhập 2 hộ mới, sửa 0 hộ, giữ nguyên 0 hộ.');
    expect(first.data).toEqual({ rows: 2, created: 2, updated: 0, unchanged: 0, groups: 0, hamlets: 0 });
    expect((await run(LIST)).data).toMatchObject({ created: 0, unchanged: 2 });
    expect(await count()).toBe(2);
    const audit = await t.ownerDb
      .selectFrom('auditEntry')
      .select('detail')
      .where('action', '=', 'households.import')
      .execute();
    expect(JSON.stringify(audit)).not.toMatch(/Nguyễn|Trần/);
  });

  it('makes missing groups when told to', async () => {
    const list = 'Chủ hộ,Ấp,Tổ\nLê Văn Thử,Ấp Mới Thử,5\n';
    expect((await refusal(run(list))).code).toBe('import.errors');
    expect((await run(list, { 'create-missing': true })).data).toMatchObject({ created: 1, groups: 1, hamlets: 1 });
  });

  it('refuses what is not there or not a list, with what to do', async () => {
    const sentences = [
      await refusal(runFile('khong-co.csv')),
      await refusal(runFile('.')),
      await refusal(run('')),
      await refusal(run('%PDF-1.7', {}, 'ho.csv')),
      await refusal(run('Ghi chú,Khác\na,b\n')),
      await refusal(run(new Uint8Array(21 * 1024 * 1024), {}, 'to.xlsx')),
    ].map((error) => error.code);
    expect(sentences).toEqual([
      'cli.file',
      'cli.file',
      'import.empty',
      'import.pdf',
      'import.columns',
      'import.too-large',
    ]);
  });
});
