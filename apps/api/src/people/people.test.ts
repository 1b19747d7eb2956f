import { type SeededOffice, seedOffice, type TestDatabase, testDatabase } from '@gandan/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../frame/testing.ts';

describe('cadres', () => {
  let t: TestDatabase;
  let office: SeededOffice;
  let admin: TestApp;
  const post = 'Công chức';
  const department = 'Văn phòng';
  beforeAll(async () => {
    t = await testDatabase();
    office = await seedOffice(t);
    admin = await testApp(t, { as: 'commune-admin' });
  });
  afterAll(async () => {
    await admin.close();
    await t.drop();
  });

  it('are listed by given name with the groups that they follow', async () => {
    await admin.post('/api/cadres', { code: 'CB-03', name: 'Trần Thị Thử Ân'.normalize('NFD'), post, department });
    await admin.post('/api/cadres', { code: 'CB-04', name: 'Vũ Văn Thử An', post, department, isLeader: true });
    const { body } = await admin.get('/api/cadres');
    const names = body.items.map((row: { name: string }) => row.name).filter((name: string) => name.includes('Thử'));
    expect(names).toEqual(['Vũ Văn Thử An', 'Trần Thị Thử Ân']);
    const mau = body.items.find((row: { code: string }) => row.code === 'CB-01');
    expect(mau.groups).toEqual([{ id: office.groups[0].id, name: 'Tổ số 1' }]);
  });

  it('are changed from the version that was read', async () => {
    const path = `/api/cadres/${office.cadres[1].id}`;
    expect(await admin.patch(path, { post: 'Chánh Văn phòng' }, 1)).toMatchObject({
      status: 200,
      body: { post: 'Chánh Văn phòng', version: 2 },
    });
    expect((await admin.patch(path, { post: 'Khác' }, 1)).status).toBe(409);
    expect(await admin.patch(path, { name: 'Trần 😀' }, 2)).toMatchObject({
      status: 422,
      body: { error: { places: [{ path: 'name' }] } },
    });
    expect(await admin.patch(path, { activeTo: '2025-01-01' }, 2)).toMatchObject({ status: 422 });
  });

  it('a second one with the same code is refused', async () => {
    const again = await admin.post('/api/cadres', { code: 'CB-01', name: 'Lê Văn Thử', post, department });
    expect(again.status).toBe(409);
  });

  it('a cadre sees himself only; nobody sees those of another commune', async () => {
    const cadre = await admin.as('cadre');
    const { body } = await cadre.get('/api/cadres');
    expect(body.items.map((row: { id: string }) => row.id)).toEqual([office.cadres[0].id]);
    expect((await cadre.get(`/api/cadres/${office.cadres[1].id}`)).status).toBe(404);
    expect((await admin.get(`/api/cadres/${office.other.cadres[0].id}`)).status).toBe(404);
  });
});
