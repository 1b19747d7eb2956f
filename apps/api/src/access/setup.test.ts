import { type TestDatabase, testDatabase } from '@gandan/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../frame/testing.ts';
import { issueSetupCode } from './setup-code.ts';

describe('setting up', () => {
  let t: TestDatabase;
  let app: TestApp;

  beforeAll(async () => {
    t = await testDatabase();
    app = await testApp(t, { as: 'nobody' });
  });
  afterAll(async () => {
    await app.close();
    await t.drop();
  });

  const account = { username: 'van.phong', displayName: 'Nguyễn Văn Mẫu', password: 'cây đa bến nước sân đình' };

  it('makes the first office and its administrator once, with the code of the console', async () => {
    const { body } = await app.get('/api/setup');
    expect(body).toMatchObject({ needed: true });
    expect(body.provinces).toHaveLength(34);
    const communes = (await app.get('/api/setup/communes?province=86')).body.items;
    const office = {
      communeId: communes[0].code,
      sheetPrefix: 'PL',
      superiorName: 'ỦY BAN NHÂN DÂN TỈNH VĨNH LONG',
      issuerName: 'ỦY BAN NHÂN DÂN XÃ THỬ',
      placeName: 'Thử',
    };
    const code = await issueSetupCode(app.deps);
    expect(code).toMatch(/^([A-Z2-9]{4}-){3}[A-Z2-9]{4}$/);
    expect((await app.post('/api/setup', { code: 'AAAA', account, office })).body.error.code).toBe('setup.code');
    const unknown = { ...office, communeId: '00000' };
    expect((await app.post('/api/setup', { code, account, office: unknown })).body.error).toMatchObject({
      code: 'unit.unknown',
      places: [{ path: 'office.communeId' }],
    });
    const nameless = { ...account, username: '!' };
    expect((await app.post('/api/setup', { code, account: nameless, office })).body.error.places).toMatchObject([
      { path: 'account.username', sentence: { vi: expect.stringContaining('Tên đăng nhập gồm') } },
    ]);
    const made = await app.post('/api/setup', { code: code?.toLowerCase(), account, office });
    expect(made).toMatchObject({ status: 201, body: { stage: 'enrol-totp' } });

    expect((await app.post('/api/setup', { code, account, office })).body.error.code).toBe('setup.done');
    expect((await app.get('/api/setup')).body).toEqual({ needed: false, provinces: [] });
    expect((await app.get('/api/setup/communes?province=86')).status).toBe(409);
    expect(await issueSetupCode(app.deps)).toBeUndefined();
  });
});
