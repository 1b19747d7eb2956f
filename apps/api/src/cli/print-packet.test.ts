import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type SeededOffice, seedOffice, type TestDatabase, testDatabase } from '@gandan/db/testing';
import { systemActor } from '@gandan/domain/policy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../frame/testing.ts';
import { seedHouseholds, seedQuestionnaire } from '../meetings/testing.ts';
import { run as printPacket } from './print-packet.ts';

let t: TestDatabase;
let office: SeededOffice;
let app: TestApp;
let folder: string;

beforeAll(async () => {
  t = await testDatabase();
  office = await seedOffice(t);
  await seedQuestionnaire(t, office);
  await seedHouseholds(t, office.communeId, office.groups[0].id, 3);
  app = await testApp(t, { as: 'clerk' });
  folder = await mkdtemp(join(tmpdir(), 'gandan-packet-'));
});
afterAll(async () => {
  await app.close();
  await t.drop();
  await rm(folder, { recursive: true, force: true });
});

const run = (values: Record<string, string | boolean>) =>
  printPacket({
    positionals: [],
    values,
    path: resolve,
    database: async () => ({ ownerUrl: t.url, files: app.deps.files }),
    deps: async () => app.deps,
    office: async () => systemActor(office.communeId),
    finished: () => Promise.reject(new Error('no job')),
  });
const refusal = (values: Record<string, string | boolean>) =>
  run(values).then(
    () => 'done',
    (error) => error.sentence.vi,
  );
const stored = async () => [
  (await t.ownerDb.selectFrom('meeting').select('id').execute()).length,
  (await t.ownerDb.selectFrom('sheet').select('number').execute()).length,
];

describe('gandan print packet', () => {
  it('plans the meeting and writes its packet; run again it writes the very same paper', async () => {
    const out = join(folder, 'packet.pdf');
    const order = { group: 'to-01', date: '2026-11-20', out };
    const { sentence, data } = await run(order);
    expect(sentence.vi).toBe(`Đã in 3 phiếu của Tổ số 1 họp ngày 20/11/2026 vào ${out}. In cỡ thật 100 %.`);
    const first = await readFile(out);
    expect(first.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await run(order)).data).toEqual(data);
    expect((await readFile(out)).equals(first)).toBe(true);
    expect(await stored()).toEqual([1, 3]);
    expect((await run({ ...order, again: true })).data?.numbers).not.toEqual(data?.numbers);
    expect(await stored()).toEqual([1, 6]);
  });

  it('refuses what it cannot do with a sentence, stores nothing and leaves no file behind', async () => {
    const before = { rows: await stored(), files: await readdir(folder) };
    const good = { group: 'TO-01', date: '2026-11-21', out: join(folder, 'never.pdf') };
    expect(await refusal({ ...good, group: 'TO-99' })).toMatch(/Không có tổ nào mang mã “TO-99”/);
    expect(await refusal({ ...good, date: '2026-02-30' })).toMatch(/“2026-02-30” không phải là ngày/);
    expect(await refusal({ ...good, date: '2066-11-21' })).toMatch(/phải thuộc năm nay/);
    expect(await refusal({ ...good, group: 'TO-02' })).toMatch(/chưa có hộ nào/);
    expect(await refusal({ group: 'TO-01', date: good.date })).toMatch(/^Thiếu --out/);
    expect(await refusal({ ...good, out: join(folder, 'missing', 'x.pdf') })).toMatch(/Không ghi được tệp .*ENOENT/);
    expect({ rows: await stored(), files: await readdir(folder) }).toEqual(before);
  });

  it('refuses a meeting that is closed', async () => {
    const meetings = await app.post('/api/meetings', { groupIds: [office.groups[0].id], heldOn: '2026-11-10' });
    const path = `/api/meetings/2026/${meetings.body.items[0].id}`;
    await app.post(`${path}/record`, { cadrePresent: true, householdsPresent: 3, policiesTold: [] });
    expect((await app.post(`${path}/close`)).status).toBe(200);
    const order = { group: 'TO-01', date: '2026-11-10', out: join(folder, 'closed.pdf') };
    expect(await refusal(order)).toMatch(/đã khóa sổ/);
  });
});
