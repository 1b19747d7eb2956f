import { insertHouseholds } from '@gandan/db/households';
import { type SeededOffice, seedOffice, type TestDatabase, testDatabase } from '@gandan/db/testing';
import { householdKeys } from '@gandan/domain/households';
import { sheetNumber } from '@gandan/domain/sheets';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Person, type TestApp, testApp } from '../frame/testing.ts';

describe('households', () => {
  let t: TestDatabase;
  let office: SeededOffice;
  let admin: TestApp;
  beforeAll(async () => {
    t = await testDatabase();
    office = await seedOffice(t);
    admin = await testApp(t, { as: 'commune-admin' });
  });
  afterAll(async () => {
    await admin.close();
    await t.drop();
  });
  const add = (code: string, headName: string, group: 0 | 1 = 0) =>
    admin.post('/api/households', { code, headName, address: `Nhà số ${code}`, groupId: office.groups[group].id });

  it('are added with names as typed, in NFC', async () => {
    const made = await add('PL-1', ' Nguyễn Thị Mẫu  Hoà '.normalize('NFD'));
    expect(made).toMatchObject({
      status: 201,
      body: { headName: 'Nguyễn Thị Mẫu Hoà', groupName: 'Tổ số 1', moves: [], sheets: [], petitions: [] },
    });
  });

  it('with a code that is taken, a name that cannot be printed or another commune’s group are refused', async () => {
    const taken = await add('pl-1', 'Lê Văn Thử');
    expect(taken).toMatchObject({ status: 409, body: { error: { code: 'household.code-taken' } } });
    expect(taken.body.error.sentence.vi).toMatch(/PL-1 đã dùng cho hộ Nguyễn Thị Mẫu Hoà/);
    for (const name of ['', 'Lê \u202eVăn', 'Lê 😀', 'x'.repeat(121)]) {
      expect(await add('PL-2', name)).toMatchObject({
        status: 422,
        body: { error: { places: [{ path: 'headName' }] } },
      });
    }
    const stray = { code: 'PL-2', headName: 'Lê Văn Thử', groupId: office.other.groups[0].id };
    expect((await admin.post('/api/households', stray)).status).toBe(404);
    expect(await admin.post('/api/households', { ...stray, communeId: '99902' })).toMatchObject({ status: 422 });
  });

  it('are changed from the version that was read', async () => {
    const { body } = await add('PL-3', 'Trần Thị Ví Dụ');
    const path = `/api/households/${body.id}`;
    expect(await admin.patch(path, { address: 'Nhà mới' }, 1)).toMatchObject({
      status: 200,
      body: { address: 'Nhà mới', version: 2 },
    });
    expect((await admin.patch(path, { address: 'Nhà khác' }, 1)).status).toBe(409);
    expect((await admin.patch(path, { code: 'PL-1' }, 2)).status).toBe(409);
    expect((await admin.get('/api/search?q=tran%20vi%20nha%20moi')).body.items).toHaveLength(1);
  });

  it('move on a day that lies between their last move and today', async () => {
    const { body } = await admin.post('/api/households', {
      code: 'PL-4',
      headName: 'Lê Văn Thử',
      groupId: office.groups[0].id,
      validFrom: '2026-02-01',
    });
    const move = (group: 0 | 1, onDate: string) =>
      admin.post(`/api/households/${body.id}/move`, { groupId: office.groups[group].id, onDate });
    expect((await move(1, '2026-01-31')).status).toBe(422);
    expect((await move(1, '2026-11-13')).status).toBe(422);
    expect(await move(1, '2026-06-01')).toMatchObject({
      status: 200,
      body: { groupName: 'Tổ số 2', moves: [{ onDate: '2026-06-01' }] },
    });
    expect((await move(1, '2026-07-01')).status).toBe(409);
    expect((await move(0, '2026-06-01')).status).toBe(422);
    expect(await move(0, '2026-06-02')).toMatchObject({ status: 200, body: { groupName: 'Tổ số 1' } });
  });

  it('that are no longer followed leave the list', async () => {
    const { body } = await add('PL-5', 'Phạm Văn Thử');
    await admin.patch(`/api/households/${body.id}`, { validTo: '2026-11-13' }, 1);
    const codes = async (person: Person) =>
      (await person.get('/api/households')).body.items.map((row: { code: string }) => row.code);
    expect(await codes(admin)).toContain('PL-5');
    admin.clock.set('2026-11-14T08:00:00+07:00');
    expect(await codes(await admin.as('commune-admin'))).not.toContain('PL-5');
    admin.clock.set('2026-11-12T08:00:00+07:00');
  });

  it('are seen by a cadre in his own groups only', async () => {
    const { body } = await add('PL-6', 'Đỗ Thị Thử', 1);
    const cadre = await admin.as('cadre');
    const list = await cadre.get('/api/households');
    expect(list.body.items.every((row: { groupId: string }) => row.groupId === office.groups[0].id)).toBe(true);
    expect((await cadre.get(`/api/households/${body.id}`)).status).toBe(404);
    expect((await cadre.get('/api/search?q=do%20thi')).body.items).toEqual([]);
    expect((await admin.get('/api/search?q=do%20thi')).body.items).toMatchObject([
      { kind: 'household', title: 'Đỗ Thị Thử' },
    ]);
  });

  it('2,400 of them are listed in less than 200 ms', async () => {
    const rows = Array.from({ length: 2400 }, (_, n) => {
      const facts = { code: `X-${n}`, headName: `Nguyễn Văn Mẫu ${n}`, address: 'Ấp Mẫu' };
      return { id: crypto.randomUUID(), ...facts, groupId: office.groups[0].id, ...householdKeys(facts) };
    });
    await admin.deps.as(office.actors['commune-admin'], ({ trx }) =>
      insertHouseholds(trx, office.communeId, '2026-01-01', rows),
    );
    const times: number[] = [];
    for (let i = 0; i < 5; i += 1) {
      const begun = process.cpuUsage();
      const { body } = await admin.get('/api/households');
      const { user, system } = process.cpuUsage(begun);
      times.push((user + system) / 1000);
      expect(body.items.length).toBeGreaterThanOrEqual(2400);
    }
    // The best of five, in CPU time: the machine that runs the tests does other things at the same time.
    expect(Math.min(...times)).toBeLessThan(200);
  });
});

describe('search', () => {
  let t: TestDatabase;
  let office: SeededOffice;
  let admin: TestApp;
  beforeAll(async () => {
    t = await testDatabase();
    office = await seedOffice(t);
    admin = await testApp(t, { as: 'commune-admin' });
  });
  afterAll(async () => {
    await admin.close();
    await t.drop();
  });

  it('finds groups, cadres and sheet numbers', async () => {
    const search = async (q: string) => (await admin.get(`/api/search?q=${encodeURIComponent(q)}`)).body.items;
    expect(await search('to so 2')).toMatchObject([{ kind: 'group', id: office.groups[1].id }]);
    const post = 'Công chức';
    await admin.post('/api/cadres', { code: 'CB-09', name: 'Lê Văn Thử Đạt', post, department: post });
    expect(await search('thu dat')).toMatchObject([
      { kind: 'cadre', title: 'Lê Văn Thử Đạt', subtitle: 'CB-09 · Công chức' },
    ]);
    const { text } = sheetNumber('PL', 412);
    expect(await search(text.toLowerCase().replaceAll('-', ''))).toMatchObject([{ kind: 'sheet', id: text }]);
    expect(await search(`${text.slice(0, -2)}ZZ`)).toEqual([]);
    expect(await search('   ')).toEqual([]);
    expect(await search("' or 1=1 --")).toEqual([]);
  });
});
