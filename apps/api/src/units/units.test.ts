import { type SeededOffice, seedOffice, type TestDatabase, testDatabase } from '@gandan/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../frame/testing.ts';

describe('the tree of units', () => {
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

  it('is read province by province, and searched without accents', async () => {
    const { body } = await admin.get('/api/units/provinces');
    expect(body.items).toHaveLength(34);
    const found = await admin.get('/api/units/communes?province=86&q=phu%20le');
    expect(found.body.items).toContainEqual(expect.objectContaining({ code: '99901', name: 'Xã Phú Lễ' }));
    const whole = await admin.get('/api/units/communes?q=th%E1%BB%AD%20nghi%E1%BB%87m');
    expect(whole.body.items).toHaveLength(1);
  });

  it('tells what a commune was made of, and what an old one became', async () => {
    const { body } = await admin.get('/api/units/communes?province=86');
    const code = body.items.find((row: { code: string }) => !row.code.startsWith('999')).code;
    const unit = (await admin.get(`/api/units/${code}`)).body;
    expect(unit.predecessors.length).toBeGreaterThan(0);
    const old = unit.predecessors.find((row: { code: string }) => row.code !== code);
    const past = await admin.get(`/api/units/${old.code}`);
    expect(past.body.successors).toContainEqual(expect.objectContaining({ code }));
    expect((await admin.get('/api/units/00000x')).status).toBe(404);
  });

  it('the office changes what stands on its documents; a wrong prefix is refused by name', async () => {
    const changed = await admin.patch(
      '/api/office',
      { issuerName: '  ỦY BAN NHÂN DÂN XÃ PHÚ LỄ ', sheetPrefix: 'PLE' },
      1,
    );
    expect(changed).toMatchObject({
      status: 200,
      body: { sheetPrefix: 'PLE', issuerName: 'ỦY BAN NHÂN DÂN XÃ PHÚ LỄ' },
    });
    const wrong = await admin.patch('/api/office', { sheetPrefix: 'p1' }, 1);
    expect(wrong).toMatchObject({
      status: 422,
      body: { error: { code: 'office.prefix', places: [{ path: 'sheetPrefix' }] } },
    });
    const taken = await admin.patch('/api/office', { sheetPrefix: 'TN' }, 1);
    expect(taken.status).toBe(409);
  });

  it('hamlets are added, changed from the version that was read, and ended', async () => {
    const made = await admin.post('/api/hamlets', { code: 'AP-02', kind: 'ap', name: ' Ấp  An Thử ' });
    expect(made).toMatchObject({ status: 201, body: { name: 'Ấp An Thử', validFrom: '2026-01-01', version: 1 } });
    const path = `/api/hamlets/${made.body.id}`;
    expect(await admin.patch(path, { name: 'Ấp An Mẫu' }, 1)).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await admin.patch(path, { name: 'Ấp Khác' }, 1)).toMatchObject({
      status: 409,
      body: { error: { code: 'stale' } },
    });
    expect(await admin.patch(path, { validTo: '2026-01-01' }, 2)).toMatchObject({ status: 422 });
    expect(await admin.patch(path, { successorId: made.body.id }, 2)).toMatchObject({ status: 422 });
    const ended = await admin.patch(path, { validTo: '2026-12-31', successorId: office.hamletId }, 2);
    expect(ended).toMatchObject({ status: 200, body: { validTo: '2026-12-31', successorId: office.hamletId } });
    expect(await admin.post('/api/hamlets', { code: 'AP-02', kind: 'ap', name: 'Ấp Trùng' })).toMatchObject({
      status: 409,
    });
    expect(await admin.post('/api/hamlets', { code: 'A B', kind: 'ap', name: 'Ấp' })).toMatchObject({ status: 422 });
  });

  it('groups show their hamlet, cadres and households', async () => {
    const { body } = await admin.get('/api/groups');
    expect(body.items[0]).toMatchObject({
      code: 'TO-01',
      hamletName: 'Ấp Mẫu',
      cadres: [{ name: 'Nguyễn Văn Mẫu' }],
      households: 0,
    });
    const made = await admin.post('/api/groups', {
      code: 'TO-03',
      name: 'Tổ số 3',
      hamletId: office.hamletId,
      headName: 'Lê Văn Thử',
    });
    expect(made).toMatchObject({
      status: 201,
      body: { headName: 'Lê Văn Thử', deputyName: null, meetingCycle: 'quarter' },
    });
    const path = `/api/groups/${made.body.id}`;
    expect(await admin.patch(path, { headName: '', meetingCycle: 'month' }, 1)).toMatchObject({
      body: { headName: null, meetingCycle: 'month', name: 'Tổ số 3', version: 2 },
    });
    expect(await admin.patch(path, { hamletId: office.other.hamletId }, 2)).toMatchObject({ status: 404 });
  });

  it('of another commune are not there', async () => {
    const id = office.other.groups[0].id;
    expect((await admin.get(`/api/groups/${id}`)).status).toBe(404);
    expect((await admin.patch(`/api/groups/${id}`, { name: 'x' }, 1)).status).toBe(404);
    expect((await admin.patch(`/api/hamlets/${office.other.hamletId}`, { name: 'x' }, 1)).status).toBe(404);
  });

  it('a cadre sees his own groups and changes nothing', async () => {
    const cadre = await admin.as('cadre');
    const { body } = await cadre.get('/api/groups');
    expect(body.items.map((row: { code: string }) => row.code)).toEqual(['TO-01']);
    expect((await cadre.get(`/api/groups/${office.groups[1].id}`)).status).toBe(404);
    expect((await cadre.post('/api/hamlets', { code: 'X', kind: 'ap', name: 'X' })).status).toBe(403);
  });
});
