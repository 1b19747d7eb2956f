import { type SeededOffice, seedOffice, type TestDatabase, testDatabase } from '@gandan/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Person, type TestApp, testApp } from '../frame/testing.ts';
import { seedHouseholds } from '../meetings/testing.ts';

let t: TestDatabase;
let office: SeededOffice;
let app: TestApp;
let clerk: Person;
let householdId: string;

beforeAll(async () => {
  t = await testDatabase();
  office = await seedOffice(t);
  const [household] = await seedHouseholds(t, office.communeId, office.groups[0].id, 1);
  householdId = household?.id ?? '';
  app = await testApp(t, { as: 'clerk' });
  clerk = app;
});
afterAll(async () => {
  await app.close();
  await t.drop();
});

const proposal = () => ({
  kind: 'proposal',
  field: 'Hạ tầng',
  content: 'Cầu vào ấp bị sụt',
  groupId: office.groups[0].id,
  householdId,
});
async function received(changes: object = {}) {
  const { status, body } = await clerk.post('/api/petitions', { ...proposal(), ...changes });
  expect(status).toBe(201);
  return { ...body, path: `/api/petitions/${body.year}/${body.id}` };
}

describe('a petition', () => {
  it('is received by hand, given to a cadre, answered and closed, each by the one whose part it is', async () => {
    const { path, dueOn, headName } = await received({ receivedOn: '2026-11-02' });
    expect({ dueOn, headName }).toEqual({ dueOn: '2026-11-16', headName: 'Lê Thị Thử 101' });
    const cadre = await app.as('cadre');
    const answer = { kind: 'answered', text: 'Đã cho sửa cầu.', ifSeq: 2 };
    expect((await cadre.post(`${path}/events`, answer)).status).toBe(404);
    const owner = office.cadres[0].id;
    const assigned = await clerk.post(`${path}/events`, { kind: 'assigned', ownerCadreId: owner, ifSeq: 1 });
    expect(assigned.body).toMatchObject({ state: 'assigned', ownerName: 'Nguyễn Văn Mẫu', lastSeq: 2 });
    expect((await cadre.post(`${path}/events`, { kind: 'closed', ifSeq: 2 })).status).toBe(403);
    const answered = await cadre.post(`${path}/events`, answer);
    expect(answered.body).toMatchObject({ state: 'answered', answeredOnTime: true });
    expect((await clerk.post(`${path}/events`, { kind: 'closed', ifSeq: 2 })).body.error.code).toBe('stale');
    const closed = await clerk.post(`${path}/events`, { kind: 'closed', text: 'Báo lại hộ tại kỳ họp', ifSeq: 3 });
    expect(closed.body.state).toBe('closed');
    expect(closed.body.events.map((event: { kind: string }) => event.kind)).toEqual([
      'received',
      'assigned',
      'answered',
      'closed',
    ]);
  });

  it('past its day stands first, with the working days that it is late', async () => {
    const { id } = await received({ receivedOn: '2026-10-12', content: 'Rác chưa thu gom' });
    await received({ receivedOn: '2026-11-10' });
    const { items } = (await clerk.get('/api/petitions')).body;
    expect(items[0]).toMatchObject({ id, overdueDays: 13, daysLeft: 0 });
    const overdue = (await clerk.get('/api/petitions?overdue=true')).body.items;
    expect(overdue.map((each: { id: string }) => each.id)).toEqual([id]);
    expect((await clerk.get('/api/petitions?state=closed')).body.items).toHaveLength(1);
  });

  it('is moved by one of two people who act at once; the other is told to look again', async () => {
    const { path } = await received();
    const owner = office.cadres[1].id;
    const both = await Promise.all(
      [1, 2].map(() => clerk.post(`${path}/events`, { kind: 'assigned', ownerCadreId: owner, ifSeq: 1 })),
    );
    expect(both.map((answer) => answer.status).sort()).toEqual([201, 409]);
  });

  it('is seen by the cadre who has to answer it, although it is of another group', async () => {
    const { path } = await received({ groupId: office.groups[1].id, householdId: null });
    const cadre = await app.as('cadre');
    expect((await cadre.get(path)).status).toBe(404);
    await clerk.post(`${path}/events`, { kind: 'assigned', ownerCadreId: office.cadres[0].id, ifSeq: 1 });
    expect((await cadre.get(path)).status).toBe(200);
    expect((await (await app.as(office.other.actors.clerk)).get(path)).status).toBe(404);
  });

  it('that is a denunciation names its household to the office and the leader only, and hides from the group’s cadre', async () => {
    const { path, headName, identityLocked } = await received();
    expect({ headName, identityLocked }).toEqual({ headName: 'Lê Thị Thử 101', identityLocked: false });
    const move = { kind: 'reclassified', petitionKind: 'denunciation', text: 'Nội dung là tố cáo', ifSeq: 1 };
    expect((await clerk.post(`${path}/events`, move)).body).toMatchObject({
      kind: 'denunciation',
      identityLocked: true,
      headName: null,
      householdId: null,
    });
    for (const role of ['clerk', 'auditor'] as const) {
      const { body } = await (await app.as(role)).get(path);
      expect(JSON.stringify(body)).not.toContain('Lê Thị Thử 101');
      const list = await (await app.as(role)).get('/api/petitions');
      const mine = list.body.items.filter((each: { kind: string }) => each.kind === 'denunciation');
      expect(JSON.stringify(mine)).not.toContain('Lê Thị Thử 101');
    }
    for (const role of ['commune-admin', 'leader'] as const) {
      expect((await (await app.as(role)).get(path)).body.headName).toBe('Lê Thị Thử 101');
    }
    expect((await (await app.as('cadre')).get(path)).status).toBe(404);
  });

  it('is refused with a place for what is missing, and for a household of another group', async () => {
    const bad = await clerk.post('/api/petitions', { ...proposal(), content: '  ', field: '' });
    expect(bad.body.error.places.map((place: { path: string }) => place.path).sort()).toEqual(['content', 'field']);
    const elsewhere = await clerk.post('/api/petitions', { ...proposal(), groupId: office.groups[1].id });
    expect(elsewhere.body.error.code).toBe('petition.household-elsewhere');
    const tomorrow = await clerk.post('/api/petitions', { ...proposal(), receivedOn: '2026-11-13' });
    expect(tomorrow.body.error.code).toBe('petition.received-later');
    const stranger = await clerk.post('/api/petitions', { ...proposal(), groupId: office.other.groups[0].id });
    expect(stranger.status).toBe(404);
  });
});
