import { randomUUID } from 'node:crypto';
import { insertQuestionnaire, insertVersion, publishVersion } from '@gandan/db/questionnaires';
import { type SeededOffice, seedOffice, type TestDatabase, testDatabase } from '@gandan/db/testing';
import { HOUSEHOLD_QUESTIONNAIRE } from '@gandan/domain/questionnaires';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Person, type TestApp, testApp } from '../frame/testing.ts';
import { seedHouseholds, seedQuestionnaire } from './testing.ts';

let t: TestDatabase;
let office: SeededOffice;
let app: TestApp;
let clerk: Person;

beforeAll(async () => {
  t = await testDatabase();
  office = await seedOffice(t);
  await seedQuestionnaire(t, office);
  await seedHouseholds(t, office.communeId, office.groups[0].id, 5);
  await seedHouseholds(t, office.communeId, office.groups[1].id, 3, 201);
  app = await testApp(t, { as: 'clerk' });
  clerk = app;
});
afterAll(async () => {
  await app.close();
  await t.drop();
});

const plan = (heldOn: string, groupIds: readonly string[] = [office.groups[0].id]) =>
  clerk.post('/api/meetings', { groupIds, heldOn, place: 'Nhà văn hóa Ấp Mẫu' });
const minutes = { cadrePresent: true, householdsPresent: 4, policiesTold: ['Hỗ trợ nhà ở'] };

describe('a meeting', () => {
  it('is planned for several groups at once, and never twice for one group on one day', async () => {
    const both = office.groups.map((group) => group.id);
    const planned = await plan('2026-11-12', both);
    expect(planned.status).toBe(201);
    expect(planned.body.items.map((each: { groupName: string }) => each.groupName)).toEqual(['Tổ số 1', 'Tổ số 2']);
    const again = await plan('2026-11-12', both);
    expect(again.status).toBe(409);
    expect(again.body.error.sentence.vi).toContain('Tổ số 1, Tổ số 2');
    const listed = await clerk.get('/api/meetings?year=2026&state=planned');
    expect(listed.body.items).toHaveLength(2);
  });

  it('asks the household questionnaire that was used last, unless another published one is chosen', async () => {
    const forms = async () => (await clerk.get('/api/meetings/forms')).body.items;
    const [shipped] = await forms();
    expect(await forms()).toMatchObject([{ code: 'household', isDefault: true }]);
    const model = { ...HOUSEHOLD_QUESTIONNAIRE, code: 'poll' };
    const { communeId } = office;
    const other = randomUUID();
    await app.deps.as(office.actors['commune-admin'], async (work) => {
      await insertQuestionnaire(work.trx, { communeId, id: other, code: 'poll', title: 'Phiếu hỏi nhanh' });
      const row = { communeId, questionnaireId: other, version: 1, state: 'draft', model };
      await insertVersion(work.trx, row);
      await publishVersion(work.trx, communeId, other, 1, work.now);
    });
    const groupIds = [office.groups[0].id];
    const asked = await clerk.post('/api/meetings', { groupIds, heldOn: '2026-10-01', questionnaireId: other });
    expect(asked.body.items[0].questionnaireId).toBe(other);
    expect((await forms()).find((form: { isDefault: boolean }) => form.isDefault).id).toBe(other);
    const back = await clerk.post('/api/meetings', { groupIds, heldOn: '2026-10-02', questionnaireId: shipped.id });
    expect(back.body.items[0].questionnaireId).toBe(shipped.id);
    const unknown = { groupIds, heldOn: '2026-10-03', questionnaireId: randomUUID() };
    expect((await clerk.post('/api/meetings', unknown)).status).toBe(404);
  });

  it('is refused on a day that is none, far away, or for a group of another commune', async () => {
    expect((await plan('2026-02-30')).status).toBe(422);
    expect((await plan('2062-11-12')).body.error.code).toBe('meeting.day-out-of-range');
    expect((await plan('2026-12-01', [office.other.groups[0].id])).status).toBe(404);
    expect((await plan('2026-12-01', [])).status).toBe(422);
  });

  it('gets its minutes, newest ones count, and the cadre of the group is found by himself', async () => {
    const { items } = (await plan('2026-11-10')).body;
    const path = `/api/meetings/2026/${items[0].id}`;
    const recorded = await clerk.post(`${path}/record`, minutes);
    expect(recorded.status).toBe(201);
    expect(recorded.body).toMatchObject({ state: 'held', cadreName: 'Nguyễn Văn Mẫu', householdsPresent: 4 });
    await clerk.post(`${path}/record`, { ...minutes, householdsPresent: 5 });
    const { body } = await clerk.get(path);
    expect(body.householdsPresent).toBe(5);
    expect(body.records).toHaveLength(2);
    const many = await clerk.post(`${path}/record`, { ...minutes, householdsPresent: 6 });
    expect(many.body.error.places[0].path).toBe('householdsPresent');
    expect((await clerk.post(`${path}/close`)).body.state).toBe('closed');
    expect((await clerk.post(`${path}/record`, minutes)).body.error.code).toBe('meeting.closed');
    expect((await clerk.post('/api/meetings/print', { meetings: [{ year: 2026, id: items[0].id }] })).status).toBe(409);
  });

  it('has no minutes before it took place, and is cancelled with a reason', async () => {
    const { items } = (await plan('2026-12-20')).body;
    const path = `/api/meetings/2026/${items[0].id}`;
    expect((await clerk.post(`${path}/record`, minutes)).body.error.code).toBe('meeting.not-held-yet');
    expect((await clerk.post(`${path}/close`)).body.error.code).toBe('meeting.no-minutes');
    expect((await clerk.post(`${path}/cancel`, { reason: ' ' })).status).toBe(422);
    expect((await clerk.post(`${path}/cancel`, { reason: 'Bão số 12' })).body.state).toBe('cancelled');
    const print = await clerk.post('/api/meetings/print', { meetings: [{ year: 2026, id: items[0].id }] });
    expect(print.body.error.code).toBe('meeting.cancelled');
  });

  it('is seen by its cadre and not by the other commune', async () => {
    const { items } = (
      await plan(
        '2026-11-05',
        office.groups.map((group) => group.id),
      )
    ).body;
    const cadre = await app.as('cadre');
    expect((await cadre.get(`/api/meetings/2026/${items[0].id}`)).status).toBe(200);
    expect((await cadre.get(`/api/meetings/2026/${items[1].id}`)).status).toBe(404);
    const stranger = await app.as(office.other.actors.clerk);
    for (const { id } of items) expect((await stranger.get(`/api/meetings/2026/${id}`)).status).toBe(404);
    expect((await stranger.get('/api/meetings?year=2026')).body.items).toEqual([]);
  });
});
