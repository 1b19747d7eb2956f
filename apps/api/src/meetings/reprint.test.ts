import { type SeededOffice, seedOffice, type TestDatabase, testDatabase } from '@gandan/db/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Person, type TestApp, testApp } from '../frame/testing.ts';
import { filledSheet, seedHouseholds, seedQuestionnaire } from './testing.ts';

let t: TestDatabase;
let office: SeededOffice;
let app: TestApp;
let clerk: Person;
let day = 0;
let meeting: { readonly year: number; readonly id: string };
let path: string;
interface Sheet {
  readonly number: string;
  readonly state: string;
  readonly stateReason: string | null;
  readonly generation: number;
  readonly householdId: string;
}
let sheets: readonly Sheet[];

beforeAll(async () => {
  t = await testDatabase();
  office = await seedOffice(t);
  await seedQuestionnaire(t, office);
  await seedHouseholds(t, office.communeId, office.groups[0].id, 4);
  app = await testApp(t, { as: 'clerk' });
  clerk = app;
});
afterAll(async () => {
  await app.close();
  await t.drop();
});
beforeEach(async () => {
  day += 1;
  const heldOn = `2026-11-${String(day).padStart(2, '0')}`;
  const [planned] = (await clerk.post('/api/meetings', { groupIds: [office.groups[0].id], heldOn })).body.items;
  meeting = { year: planned.year, id: planned.id };
  path = `/api/meetings/${meeting.year}/${meeting.id}`;
  await printed({});
  sheets = await current();
});

const ask = (more: object) => clerk.post('/api/meetings/print', { meetings: [meeting], ...more });
async function printed(more: object) {
  const { body } = await ask(more);
  await app.drain();
  return (await clerk.get(`/api/jobs/${body.jobId}`)).body;
}
const current = async (): Promise<readonly Sheet[]> => (await clerk.get(path)).body.sheets;
const largeLayouts = () =>
  t.ownerDb
    .selectFrom('layout')
    .select('layoutId')
    .where('communeId', '=', office.communeId)
    .where(sql<string>`map->>'paper'`, '=', 'large')
    .execute();
const numberAt = (index: number) => sheets[index]?.number ?? '';

describe('printing a range again', () => {
  it('gives each of its sheets a new number, voids the old copy with the reason, and leaves the rest alone', async () => {
    const job = await printed({ sheets: { from: numberAt(1), to: numberAt(2) }, reason: 'Giấy bị ướt' });
    expect(job).toMatchObject({ state: 'done', done: 2, files: [{ sheets: 2, pages: 4 }] });
    const after = await current();
    expect(after.map((sheet) => [sheet.state, sheet.generation])).toEqual([
      ['printed', 1],
      ['void', 1],
      ['void', 1],
      ['printed', 1],
      ['printed', 2],
      ['printed', 2],
    ]);
    expect(after[1]?.stateReason).toBe(`In lại, thay bằng ${after[4]?.number}: Giấy bị ướt`);
  });

  it('refuses the old copy at keying, and names the new number and why', async () => {
    await printed({ sheets: [numberAt(0)], reason: 'Hộ làm rách' });
    const keyed = { id: crypto.randomUUID(), answers: filledSheet() };
    const refused = await clerk.post(`/api/entry/sheets/${numberAt(0)}/response`, keyed);
    expect(refused.status).toBe(409);
    const newest = (await current()).find((sheet) => sheet.generation === 2)?.number;
    expect(refused.body.error.code).toBe('sheet.replaced');
    expect(refused.body.error.sentence.vi).toContain(newest);
    expect(refused.body.error.sentence.vi).toContain('Hộ làm rách');
  });

  it('takes of a range what is still out, but refuses a single sheet that came back, by its number', async () => {
    await clerk.post(`${path}/returned`, { numbers: [numberAt(0)] });
    const refused = await ask({ sheets: [numberAt(0), numberAt(1)], reason: 'Thử' });
    expect(refused.status).toBe(409);
    expect(refused.body.error.places[0].path).toBe(numberAt(0));
    await printed({ sheets: { from: numberAt(0), to: numberAt(3) }, reason: 'Thử' });
    expect((await clerk.get(path)).body.ledger).toMatchObject({ printed: 4, returned: 1, void: 3, missing: 3 });
  });

  it('asks for a reason and for one meeting, and knows no sheet of another meeting or commune', async () => {
    expect((await ask({ sheets: [numberAt(0)] })).body.error.code).toBe('print.reason-missing');
    expect((await ask({ sheets: ['PL-999999-00'], reason: 'Thử' })).status).toBe(422);
    const stranger = await app.as(office.other.actors.clerk);
    const asked = { meetings: [meeting], sheets: [numberAt(0)], reason: 'Thử' };
    expect((await stranger.post('/api/meetings/print', asked)).status).toBe(404);
    const auditor = await app.as('auditor');
    expect((await auditor.post('/api/meetings/print', asked)).status).toBe(403);
  });

  it('does not touch the sheet that was keyed while its copy was asked for', async () => {
    const { jobId } = (await ask({ sheets: [numberAt(0)], reason: 'Thử' })).body;
    const keyed = { id: crypto.randomUUID(), answers: filledSheet() };
    expect((await clerk.post(`/api/entry/sheets/${numberAt(0)}/response`, keyed)).status).toBe(201);
    await app.drain();
    const { state, message } = (await clerk.get(`/api/jobs/${jobId}`)).body;
    expect([state, message.vi]).toEqual(['failed', expect.stringContaining(`Phiếu ${numberAt(0)} đã nhập`)]);
    expect((await current())[0]?.state).toBe('entered');
  });
});

describe('printing one sheet in large letters', () => {
  it('lays the version out once more, keeps that layout, and the sheet says which it is on', async () => {
    const job = await printed({ sheets: [numberAt(3)], reason: 'Người cao tuổi', paper: 'large' });
    expect(job.files[0]).toMatchObject({ name: expect.stringContaining('chữ lớn'), sheets: 1 });
    const [large, ...others] = await largeLayouts();
    expect(others).toEqual([]);
    expect((await clerk.get(`/api/sheets/${(await current()).at(-1)?.number}`)).body.layoutId).toBe(large?.layoutId);
    await printed({ sheets: [numberAt(2)], reason: 'Người cao tuổi', paper: 'large' });
    expect(await largeLayouts()).toHaveLength(1);
  });

  it('a later print of the whole packet puts large sheets into a file of their own', async () => {
    await printed({ sheets: [numberAt(3)], reason: 'Người cao tuổi', paper: 'large' });
    const job = await printed({});
    expect(job.files.map((file: { sheets: number }) => file.sheets)).toEqual([3, 1]);
    expect(job.fileId).toBeNull();
    const { packets } = (await clerk.get(path)).body;
    expect(packets[0].files).toHaveLength(2);
    expect(packets[1]).toMatchObject({ again: true, reason: 'Người cao tuổi' });
  });
});
