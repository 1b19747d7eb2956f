import { randomUUID } from 'node:crypto';
import { type SeededOffice, seedOffice, type TestDatabase, testDatabase } from '@gandan/db/testing';
import { sheetNumber } from '@gandan/domain/sheets';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../frame/testing.ts';
import { enterPackets, filledSheet, seedHouseholds, seedQuestionnaire } from '../meetings/testing.ts';

let t: TestDatabase;
let office: SeededOffice;
let clerk: TestApp;
let meeting: { id: string; year: number };
let numbers: string[];

const print = (again: boolean) =>
  clerk.deps.as(office.actors.clerk, (work) => enterPackets(work, { meetings: [meeting], again }, randomUUID()));

beforeAll(async () => {
  t = await testDatabase();
  office = await seedOffice(t);
  await seedQuestionnaire(t, office);
  await seedHouseholds(t, office.communeId, office.groups[0].id, 4);
  clerk = await testApp(t, { as: 'clerk', now: '2026-11-12T20:00:00+07:00' });
  const { body } = await clerk.post('/api/meetings', { groupIds: [office.groups[0].id], heldOn: '2026-11-12' });
  meeting = body.items[0];
  const [packet] = await print(false);
  numbers = packet?.view.sheets.map((sheet) => sheet.number) ?? [];
});
afterAll(async () => {
  await clerk.close();
  await t.drop();
});

const aside = (number: string) => clerk.post('/api/entry/strays', { number });
const queues = async () => {
  const { body } = await clerk.get('/api/entry/strays');
  return Object.fromEntries(
    body.queues.map(({ kind, items }: { kind: string; items: { number: string }[] }) => [
      kind,
      items.map(({ number }) => number),
    ]),
  );
};

describe('the tray of sheets that cannot be keyed', () => {
  it('has a compartment for each reason, which is found out and not asked', async () => {
    const [entered = '', voided = '', outdated = '', usable = ''] = numbers;
    await clerk.post(`/api/entry/sheets/${entered}/response`, { id: randomUUID(), answers: filledSheet() });
    await clerk.post(`/api/sheets/${voided}/events`, { kind: 'void', reason: 'Nhòe mực' });
    const wrong = await aside(usable);
    expect([wrong.status, wrong.body.error.code]).toEqual([409, 'stray.usable']);
    const foreign = sheetNumber('TN', 7).text;
    const unknown = sheetNumber('PL', 99_999).text;
    expect((await aside(foreign)).body).toMatchObject({
      kind: 'foreign',
      sentence: { vi: expect.stringContaining('xã khác') },
    });
    expect((await aside(unknown)).body).toMatchObject({ kind: 'unknown' });
    expect((await aside(entered)).body).toMatchObject({ kind: 'duplicate' });
    expect((await aside(voided)).body).toMatchObject({ kind: 'void' });
    await print(true);
    expect((await aside(outdated)).body).toMatchObject({ kind: 'outdated' });
    expect((await aside('không phải số')).body.error.code).toBe('sheet.number');
    expect(await queues()).toMatchObject({
      foreign: [foreign],
      unknown: [unknown],
      duplicate: [entered],
      outdated: [outdated],
      void: [voided],
      late: [],
    });
  });

  it('holds a sheet once, and lets it go once, with what was done', async () => {
    const number = sheetNumber('TN', 8).text;
    const { body, status } = await aside(number);
    expect(status).toBe(201);
    expect((await aside(number)).status).toBe(200);
    const done = (outcome: string) => clerk.post(`/api/entry/strays/${body.id}/done`, { outcome });
    expect((await done(' ')).status).toBe(422);
    expect((await done('Đã trả về xã bạn')).status).toBe(200);
    expect((await done('Đã trả lần nữa')).body.error.code).toBe('stray.done');
    const stranger = await clerk.as(office.other.actors.clerk);
    expect((await stranger.post(`/api/entry/strays/${body.id}/done`, { outcome: 'Thử' })).status).toBe(404);
    // Lying there again after it was dealt with is news.
    expect((await aside(number)).status).toBe(201);
  });
});
