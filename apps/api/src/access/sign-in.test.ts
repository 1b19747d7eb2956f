import { type SeededOffice, seedOffice, type TestDatabase, testDatabase } from '@gandan/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Person, type TestApp, testApp } from '../frame/testing.ts';
import { hashPassword, isPassword } from './passwords.ts';
import { codeAt, cookieOf, GOOD_PASSWORD, givePassword } from './testing.ts';

describe('signing in', () => {
  let t: TestDatabase;
  let office: SeededOffice;
  let app: TestApp;
  let nobody: Person;

  beforeAll(async () => {
    t = await testDatabase();
    office = await seedOffice(t);
    app = await testApp(t, { as: 'nobody' });
    nobody = await app.as('nobody');
    for (const role of ['clerk', 'leader', 'auditor', 'cadre']) await givePassword(t, `pl.${role}`);
  });
  afterAll(async () => {
    await app.close();
    await t.drop();
  });

  const signIn = (username: string, password = GOOD_PASSWORD) => nobody.post('/api/session', { username, password });
  const stageOf = async (headers: Record<string, string>) => (await nobody.get('/api/session', { headers })).body.stage;

  it('opens a session for the right password, tells what one may do, and closes it again', async () => {
    const answer = await signIn(' PL.Clerk ');
    expect(answer).toMatchObject({ status: 201, body: { stage: 'open' } });
    expect(answer.headers.get('set-cookie')).toMatch(/^gandan-session=[\w-]{64}; Path=\/; HttpOnly; SameSite=Strict$/);
    const headers = cookieOf(answer.headers);
    const { body } = await nobody.get('/api/session', { headers });
    expect(body).toMatchObject({
      stage: 'open',
      demo: false,
      account: { username: 'pl.clerk', role: 'clerk' },
      office: { communeId: '99901', sheetPrefix: 'PL', provinceName: expect.any(String) },
    });
    expect(body.actions).toContain('entry.write');
    expect(body.actions).not.toContain('users.read');
    expect(body.office.nextSerial).toBeUndefined();
    const [stored] = await t.ownerDb.selectFrom('session').select('tokenHash').execute();
    expect(stored?.tokenHash).toHaveLength(32);

    const origin = { ...headers, Origin: 'http://localhost:3000' };
    const closed = await app.app.request('http://localhost:3000/api/session', {
      method: 'DELETE',
      headers: { ...origin, Host: 'localhost:3000' },
    });
    expect(closed.status).toBe(204);
    expect(await stageOf(headers)).toBe('none');
  });

  it('answers a wrong password and an unknown name alike, and writes both down without the typed name', async () => {
    const wrong = await signIn('pl.clerk', 'sai mật khẩu rồi');
    const unknown = await signIn('khong.co.ai', 'sai mật khẩu rồi');
    expect(wrong).toMatchObject({ status: 401, body: unknown.body });
    const lines = await t.ownerDb
      .selectFrom('auditEntry')
      .select(['subject', 'detail'])
      .where('action', '=', 'access.sign-in-refused')
      .execute();
    expect(lines).toHaveLength(2);
    expect(JSON.stringify(lines)).not.toContain('khong.co.ai');
  });

  it('makes one wait longer after each failure from the fourth on, also for the right password, and then lets one in', async () => {
    const from = () => signIn('pl.auditor', 'sai mật khẩu rồi');
    for (let n = 0; n < 3; n++) expect((await from()).status).toBe(401);
    expect((await signIn('pl.auditor')).status).toBe(429);
    app.clock.advance(1000);
    expect((await from()).status).toBe(401);
    app.clock.advance(1000);
    expect((await signIn('pl.auditor')).status).toBe(429);
    app.clock.advance(1000);
    expect((await signIn('pl.auditor')).status).toBe(201);
    expect((await from()).status).toBe(401);
  });

  it('counts a hundred tries at once one by one', async () => {
    const tries = await Promise.all(Array.from({ length: 100 }, () => signIn('pl.cadre', 'sai mật khẩu rồi')));
    expect(tries.filter((answer) => answer.status === 401).length).toBe(3);
    expect(tries.filter((answer) => answer.status === 429).length).toBe(97);
  });

  it('asks a leader to set up a second factor, takes each code once, and gives recovery codes', async () => {
    const first = await signIn('pl.leader');
    expect(first.body.stage).toBe('enrol-totp');
    const before = cookieOf(first.headers);
    expect((await nobody.get('/api/users', { headers: before })).status).toBe(401);

    const { body } = await nobody.post('/api/session/enrol-totp', undefined, { headers: before });
    expect(body.uri).toMatch(/^otpauth:\/\/totp\//);
    const code = codeAt(body.secret, app.clock.now());
    const confirm = await nobody.post('/api/session/confirm-totp', { code }, { headers: before });
    expect(confirm).toMatchObject({ status: 200, body: { stage: 'open' } });
    expect(confirm.body.recoveryCodes).toHaveLength(10);
    expect(await stageOf(before)).toBe('none');
    expect(await stageOf(cookieOf(confirm.headers))).toBe('open');

    const again = await signIn('pl.leader');
    expect(again.body.stage).toBe('totp');
    const half = cookieOf(again.headers);
    const replay = await nobody.post('/api/session/totp', { code }, { headers: half });
    expect(replay).toMatchObject({ status: 401, body: { error: { code: 'access.code' } } });
    app.clock.advance(30_000);
    const next = await nobody.post(
      '/api/session/totp',
      { code: codeAt(body.secret, app.clock.now()) },
      { headers: half },
    );
    expect(next).toMatchObject({ status: 200, body: { stage: 'open' } });

    const lost = await signIn('pl.leader');
    const recoveryCode = confirm.body.recoveryCodes[0].toLowerCase();
    const use = (headers: Headers) =>
      nobody.post('/api/session/totp', { recoveryCode }, { headers: cookieOf(headers) });
    expect((await use(lost.headers)).body.stage).toBe('open');
    expect((await use((await signIn('pl.leader')).headers)).status).toBe(401);
  });

  it('ends after half an hour without a request, and after twelve hours in any case', async () => {
    const headers = cookieOf((await signIn('pl.clerk')).headers);
    app.clock.advance(29 * 60_000);
    expect(await stageOf(headers)).toBe('open');
    app.clock.advance(31 * 60_000);
    expect(await stageOf(headers)).toBe('none');

    const busy = cookieOf((await signIn('pl.clerk')).headers);
    for (let passed = 0; passed < 12 * 60; passed += 20) {
      expect(await stageOf(busy)).toBe('open');
      app.clock.advance(20 * 60_000);
    }
    app.clock.advance(60_000);
    expect(await stageOf(busy)).toBe('none');
  });

  it('takes a better password of one’s own and ends every other session', async () => {
    const one = cookieOf((await signIn('pl.clerk')).headers);
    const two = cookieOf((await signIn('pl.clerk')).headers);
    const change = (current: string, next: string) =>
      nobody.post('/api/session/password', { current, next }, { headers: one });
    expect((await change('không phải mật khẩu', 'đàn cò bay lả bay la')).body.error.code).toBe('access.current');
    expect((await change(GOOD_PASSWORD, 'matkhau123456')).body.error.code).toBe('password.guessable');
    expect((await change(GOOD_PASSWORD, 'Xã Phú Lễ 2026')).body.error.code).toBe('password.guessable');
    expect((await change(GOOD_PASSWORD, GOOD_PASSWORD)).body.error.code).toBe('password.same');
    app.clock.advance(5000);
    const changed = await change(GOOD_PASSWORD, 'đàn cò bay lả bay la');
    expect(changed).toMatchObject({ status: 200, body: { stage: 'open' } });
    expect([await stageOf(one), await stageOf(two), await stageOf(cookieOf(changed.headers))]).toEqual([
      'none',
      'none',
      'open',
    ]);
  });

  it('forces the initial password to be changed, and refuses it after seven days', async () => {
    const now = app.clock.now();
    await givePassword(t, 'pl.clerk', { mustChangePassword: true, passwordSetAt: now });
    const first = await signIn('pl.clerk');
    expect(first.body.stage).toBe('change-password');
    app.clock.advance(8 * 86_400_000);
    expect(await signIn('pl.clerk')).toMatchObject({
      status: 403,
      body: { error: { code: 'access.initial-expired' } },
    });
    await givePassword(t, 'pl.clerk', { mustChangePassword: false });
  });

  it('ends the sessions of an account that is disabled, at once', async () => {
    const headers = cookieOf((await signIn('pl.clerk')).headers);
    await t.ownerDb
      .updateTable('account')
      .set({ disabledAt: app.clock.now() })
      .where('username', '=', 'pl.clerk')
      .execute();
    expect(await stageOf(headers)).toBe('none');
    expect((await signIn('pl.clerk')).status).toBe(401);
    await givePassword(t, 'pl.clerk', { disabledAt: null });
    expect(office.groups).toHaveLength(2);
  });

  it('asks no second factor in the demo, which says that it is one', async () => {
    const demo = await testApp(t, { as: 'nobody', demo: true });
    await givePassword(t, 'pl.commune-admin');
    const answer = await demo.post('/api/session', { username: 'pl.commune-admin', password: GOOD_PASSWORD });
    expect(answer.body.stage).toBe('open');
    expect((await demo.get('/api/session', { headers: cookieOf(answer.headers) })).body.demo).toBe(true);
    await demo.close();
  });
});

describe('a stored password', () => {
  it('is argon2id with 19 MiB, two passes, one lane, and takes composed and decomposed accents for the same', async () => {
    const stored = await hashPassword('mật khẩu Đẹp'.normalize('NFC'));
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await isPassword('mật khẩu Đẹp'.normalize('NFD'), stored)).toBe(true);
    expect(await isPassword('mật khẩu đẹp', stored)).toBe(false);
    expect(await isPassword('x', 'unset')).toBe(false);
  });
});
