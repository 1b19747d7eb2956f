import { type SeededOffice, seedOffice, type TestDatabase, testDatabase } from '@gandan/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../frame/testing.ts';

describe('assignments', () => {
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
  const assign = (cadre: 0 | 1, group: 0 | 1, from: string, to?: string) =>
    admin.post('/api/assignments', {
      cadreId: office.cadres[cadre].id,
      groupId: office.groups[group].id,
      from,
      ...(to ? { to } : {}),
    });

  it('are listed on a day, with a word about cadres outside two to four groups', async () => {
    const { body } = await admin.get('/api/assignments?on=2026-11-12');
    expect(body.items).toHaveLength(2);
    expect(body.unassigned).toEqual([]);
    expect(body.warnings[0].vi).toBe(
      'Nguyễn Văn Mẫu mới theo dõi 1 tổ vào ngày 12/11/2026; thường mỗi cán bộ theo dõi 2–4 tổ.',
    );
    expect((await admin.get('/api/assignments?on=2025-12-31')).body.unassigned).toEqual([]);
    expect((await admin.get('/api/assignments?on=31/12/2025')).status).toBe(422);
  });

  it('that overlap are refused with a sentence that names the other one', async () => {
    const { status, body } = await assign(0, 0, '2026-06-01');
    expect(status).toBe(409);
    expect(body.error).toMatchObject({ code: 'assignment.overlap', places: [{ path: 'from' }] });
    expect(body.error.sentence.vi).toMatch(/^Nguyễn Văn Mẫu đã được phân công theo dõi Tổ số 1 từ 01\/01\/2026\./);
  });

  it('are made, ended, and made again', async () => {
    const made = await assign(0, 1, '2026-11-12');
    expect(made).toMatchObject({ status: 201, body: { warnings: [], assignment: { from: '2026-11-12', to: null } } });
    const path = `/api/assignments/${made.body.assignment.id}/end`;
    expect((await admin.post(path, { on: '2026-11-11' })).status).toBe(422);
    expect(await admin.post(path, { on: '2026-11-30' })).toMatchObject({ status: 200, body: { to: '2026-11-30' } });
    expect(await admin.post(path, { on: '2026-12-31' })).toMatchObject({
      status: 422,
      body: { error: { code: 'assignment.ended' } },
    });
    expect((await assign(0, 1, '2026-11-30')).status).toBe(409);
    expect((await assign(0, 1, '2026-12-01', '2026-12-31')).status).toBe(201);
  });

  it('before the cadre or the group was there, or backwards, are refused', async () => {
    expect(await assign(1, 0, '2025-06-01')).toMatchObject({
      status: 422,
      body: { error: { code: 'assignment.cadre-inactive' } },
    });
    expect(await assign(1, 0, '2026-06-02', '2026-06-01')).toMatchObject({
      status: 422,
      body: { error: { code: 'assignment.period' } },
    });
  });

  it('across communes find nothing, either way', async () => {
    const from = '2026-06-01';
    const mine = { cadreId: office.cadres[0].id, groupId: office.groups[0].id };
    const groupId = office.other.groups[0].id;
    expect((await admin.post('/api/assignments', { ...mine, groupId, from })).status).toBe(404);
    expect((await admin.post('/api/assignments', { ...mine, cadreId: office.other.cadres[0].id, from })).status).toBe(
      404,
    );
  });

  it('at the same moment: one is made, the others are told why not', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => assign(1, 0, '2026-11-12')));
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([201, ...Array(7).fill(409)]);
  });

  it('of himself are all that a cadre sees', async () => {
    const cadre = await admin.as('cadre');
    const { body } = await cadre.get('/api/assignments');
    expect(new Set(body.items.map((row: { cadreId: string }) => row.cadreId))).toEqual(new Set([office.cadres[0].id]));
    expect(body.unassigned).toEqual([]);
  });
});
