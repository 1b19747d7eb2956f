import { type SeededOffice, seedOffice, type TestDatabase, testDatabase } from '@gandan/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cookieOf } from '../access/testing.ts';
import { type TestApp, testApp } from '../frame/testing.ts';

describe('accounts', () => {
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

  it('are listed without their secrets, of one’s own office only', async () => {
    const { items } = (await admin.get('/api/users')).body;
    expect(items.map((row: { username: string }) => row.username)).toEqual([
      'pl.auditor',
      'pl.cadre',
      'pl.clerk',
      'pl.commune-admin',
      'pl.leader',
    ]);
    expect(JSON.stringify(items)).not.toMatch(/hash|secret(?!ond)|recovery/i);
  });

  it('begin with an initial password that must be changed', async () => {
    const input = { username: 'Chi.Hai', displayName: 'Trần Thị Ví Dụ', role: 'clerk' };
    const made = await admin.post('/api/users', input);
    expect(made).toMatchObject({ status: 201, body: { initialPassword: expect.stringMatching(/^([A-Z2-9]{4}-){3}/) } });
    expect((await admin.post('/api/users', input)).status).toBe(409);
    const password = made.body.initialPassword;
    const nobody = await admin.as('nobody');
    const session = await nobody.post('/api/session', { username: 'chi.hai', password });
    expect(session.body.stage).toBe('change-password');
    const headers = cookieOf(session.headers);
    expect((await nobody.get('/api/users', { headers })).status).toBe(401);
    const changed = await nobody.post(
      '/api/session/password',
      { current: password, next: 'đàn cò bay lả bay la' },
      { headers },
    );
    expect(changed.body.stage).toBe('open');
  });

  it('lose their sessions when they are disabled, re-assigned or reset', async () => {
    const clerk = await admin.as('clerk');
    const id = office.actors.clerk.userId;
    expect((await clerk.get('/api/session')).body.stage).toBe('open');
    expect((await admin.patch(`/api/users/${id}`, { displayName: 'Người Thử' }, 1)).status).toBe(200);
    expect((await clerk.get('/api/session')).body.stage).toBe('open');
    expect((await admin.patch(`/api/users/${id}`, { disabled: true }, 1)).body.error.code).toBe('stale');
    expect((await admin.patch(`/api/users/${id}`, { disabled: true }, 2)).status).toBe(200);
    expect((await clerk.get('/api/session')).body.stage).toBe('none');
    expect((await admin.patch(`/api/users/${id}`, { disabled: false }, 3)).status).toBe(200);
    const again = await admin.as('clerk');
    expect((await admin.post(`/api/users/${id}/reset-password`, { secondFactor: true })).status).toBe(200);
    expect((await again.get('/api/session')).body.stage).toBe('none');
  });

  it('of another commune, of the province, and one’s own are out of reach', async () => {
    const other = office.other.actors.clerk.userId;
    expect((await admin.patch(`/api/users/${other}`, { disabled: true }, 1)).status).toBe(404);
    expect((await admin.post(`/api/users/${other}/reset-password`, {})).status).toBe(404);
    const province = office.actors['province-admin'].userId;
    expect((await admin.patch(`/api/users/${province}`, { disabled: true }, 1)).status).toBe(404);
    const own = office.actors['commune-admin'].userId;
    expect((await admin.patch(`/api/users/${own}`, { disabled: true }, 1)).body.error.code).toBe('users.oneself');
    expect((await admin.post('/api/users', { username: 'abc', displayName: 'A', role: 'province-admin' })).status).toBe(
      422,
    );
    const stranger = { username: 'can.bo', displayName: 'A', role: 'cadre', cadreId: office.other.cadres[0].id };
    expect((await admin.post('/api/users', stranger)).status).toBe(404);
    expect((await admin.post('/api/users', { ...stranger, cadreId: null })).body.error.code).toBe(
      'users.cadre-missing',
    );
  });

  it('of a commune’s administrators are managed by the province', async () => {
    const province = await admin.as('province-admin');
    const { items } = (await province.get('/api/users')).body;
    expect(items.map((row: { username: string }) => row.username)).toEqual(['pl.commune-admin', 'tn.commune-admin']);
    const input = { username: 'vp.thu', displayName: 'Người Thử', role: 'commune-admin' };
    expect((await province.post('/api/users', { ...input, communeId: office.other.communeId })).status).toBe(201);
    expect((await province.post('/api/users', { ...input, username: 'vp.2' })).body.error.code).toBe('unit.unknown');
    const clerk = { ...input, username: 'vp.3', role: 'clerk', communeId: office.communeId };
    expect((await province.post('/api/users', clerk)).status).toBe(404);
    expect((await province.patch(`/api/users/${office.actors.clerk.userId}`, { disabled: true }, 1)).status).toBe(404);
  });

  it('of a new office are made by the province, which makes the office first', async () => {
    const province = await admin.as('province-admin');
    const [unit] = (await province.get('/api/units/communes?province=86')).body.items;
    const input = {
      communeId: unit.code,
      sheetPrefix: 'AB',
      superiorName: 'ỦY BAN NHÂN DÂN TỈNH VĨNH LONG',
      issuerName: 'ỦY BAN NHÂN DÂN XÃ VÍ DỤ',
      placeName: 'Ví Dụ',
    };
    expect((await admin.post('/api/offices', input)).status).toBe(403);
    expect((await province.post('/api/offices', input)).status).toBe(201);
    expect((await province.post('/api/offices', input)).status).toBe(409);
    const [elsewhere] = (await province.get('/api/units/communes?province=01')).body.items;
    expect((await province.post('/api/offices', { ...input, communeId: elsewhere.code })).status).toBe(422);
    const { items } = (await province.get('/api/offices')).body;
    expect(items.map((row: { sheetPrefix: string }) => row.sheetPrefix).sort()).toEqual(['AB', 'PL', 'TN']);
    const account = { username: 'vp.moi', displayName: 'Người Thử', role: 'commune-admin', communeId: unit.code };
    expect((await province.post('/api/users', account)).status).toBe(201);
  });

  it('are changed with a line in the audit log, which the auditor reads', async () => {
    const auditor = await admin.as('auditor');
    const { items } = (await auditor.get('/api/audit')).body;
    expect(items.map((row: { action: string }) => row.action)).toContain('users.reset-password');
    expect((await (await admin.as('clerk')).get('/api/audit')).status).toBe(403);
    const after = (await auditor.get('/api/audit')).body.items;
    expect(after[0]).toMatchObject({ action: 'access.refused' });
    const page = (await auditor.get(`/api/audit?before=${after[1].seq}`)).body.items;
    expect(page[0].seq).toBeLessThan(after[1].seq);
  });
});
