import { type SeededOffice, seedOffice, type TestDatabase, testDatabase } from '@gandan/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestApp, testApp } from '../frame/testing.ts';
import { seedHouseholds, seedQuestionnaire } from '../meetings/testing.ts';

let t: TestDatabase;
let office: SeededOffice;
let app: TestApp;

beforeAll(async () => {
  t = await testDatabase();
  office = await seedOffice(t);
  await seedQuestionnaire(t, office);
  await seedHouseholds(t, office.communeId, office.groups[0].id, 3);
  await seedHouseholds(t, office.communeId, office.groups[1].id, 2, 201);
  app = await testApp(t, { as: 'clerk' });
});
afterAll(async () => {
  await app.close();
  await t.drop();
});

type Todo = { key: string; params: object; href: string };
const keys = (body: { todo: Todo[] }) => body.todo.map((todo) => todo.key);

it('follows the year: what is due for whom changes as the clerk goes along', async () => {
  const before = (await app.get('/api/home')).body;
  expect(before.stops.map((stop: { key: string }) => stop.key)).toHaveLength(9);
  expect(before.stops[0]).toEqual({
    key: 'assign',
    state: 'done',
    figures: [{ label: 'groups-followed', n: 2, of: 2 }],
  });
  expect(keys(before)).toContain('groups.no-meeting');

  const groupIds = office.groups.map((group) => group.id);
  const { items } = (await app.post('/api/meetings', { groupIds, heldOn: '2026-11-12' })).body;
  expect(keys((await app.get('/api/home')).body)).toEqual(['meeting.print', 'meeting.print']);

  await app.post('/api/meetings/print', {
    meetings: items.map(({ year, id }: Record<string, unknown>) => ({ year, id })),
  });
  await app.drain();
  const printed = (await app.get('/api/home')).body;
  expect(keys(printed).sort()).toEqual(['entry.batch', 'entry.batch', 'meeting.record', 'meeting.record']);
  expect(printed.todo.find((todo: Todo) => todo.key === 'entry.batch').params).toEqual({
    group: 'Tổ số 1',
    hamlet: 'Ấp Mẫu',
    heldOn: '2026-11-12',
    left: 3,
  });

  const first = `/api/meetings/2026/${items[0].id}`;
  await app.post(`${first}/record`, { cadrePresent: true, householdsPresent: 2, policiesTold: ['Bảo hiểm y tế'] });
  const { sheets } = (await app.get(first)).body;
  await app.post(`${first}/returned`, { numbers: sheets.map((sheet: { number: string }) => sheet.number) });
  const held = (await app.get('/api/home')).body;
  expect(held.figures).toEqual([
    { label: 'sheets-returned', n: 3, of: 5 },
    { label: 'petitions-on-time', n: 0, of: 0 },
    { label: 'households-told', n: 2, of: 3 },
  ]);
});

it('shows a cadre his own groups, his own petitions and nothing to print', async () => {
  const owner = office.cadres[0].id;
  const petition = { kind: 'proposal', field: 'Môi trường', content: 'Rác ở đầu ấp' };
  for (const group of office.groups) {
    const { body } = await app.post('/api/petitions', { ...petition, groupId: group.id, receivedOn: '2026-10-12' });
    const ownerCadreId = group === office.groups[0] ? owner : office.cadres[1].id;
    await app.post(`/api/petitions/2026/${body.id}/events`, { kind: 'assigned', ownerCadreId, ifSeq: 1 });
  }
  const { body } = await (await app.as('cadre')).get('/api/home');
  expect(keys(body)).toEqual(['petition.overdue', 'evaluation.self']);
  expect(body.stops[0].figures).toEqual([{ label: 'groups-followed', n: 1, of: 1 }]);
  const assessed = body.stops.find((stop: { key: string }) => stop.key === 'assess').figures;
  expect(assessed).toEqual([{ label: 'cadres-assessed', n: 0, of: 1 }]);
});

it('is empty for a province account, and counts nothing of another commune', async () => {
  expect((await (await app.as('province-admin')).get('/api/home')).body.stops).toEqual([]);
  const { body } = await (await app.as(office.other.actors.clerk)).get('/api/home');
  expect(body.figures.every((figure: { of: number }) => figure.of === 0)).toBe(true);
});
