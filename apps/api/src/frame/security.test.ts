import { Readable } from 'node:stream';
import { seedOffice, type TestDatabase, testDatabase } from '@gandan/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from './testing.ts';

describe('every answer', () => {
  let t: TestDatabase;
  let app: TestApp;

  beforeAll(async () => {
    t = await testDatabase();
    await seedOffice(t);
    app = await testApp(t, { as: 'clerk' });
  });
  afterAll(async () => {
    await app.close();
    await t.drop();
  });

  it('carries the strict headers, and is kept by no cache', async () => {
    const { headers } = await app.get('/api/session');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('refuses another Host with 421', async () => {
    expect((await app.get('/api/session', { headers: { Host: 'evil.example' } })).status).toBe(421);
    expect((await app.get('/api/session', { headers: { Host: '127.0.0.1:3000' } })).status).toBe(200);
    expect((await app.get('/api/session', { headers: { Host: '' } })).status).toBe(421);
  });

  it.each([
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { Origin: '' },
    { Origin: 'http://localhost:3000', 'Sec-Fetch-Site': 'cross-site' },
    { Origin: 'http://localhost:3000', 'Sec-Fetch-Site': 'same-site' },
    { Origin: 'http://localhost:3000.evil.example' },
  ])('refuses a change that comes from elsewhere: %o', async (headers) => {
    for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const answer = await app.post('/api/session', undefined, {
        raw: '{}',
        headers: { 'Content-Type': type, ...headers },
      });
      expect(answer).toMatchObject({ status: 403, body: { error: { code: 'origin.foreign' } } });
    }
  });

  it('refuses a body over one megabyte, also in chunks of unknown length', async () => {
    const large = JSON.stringify({ username: 'a'.repeat(1024 * 1024), password: 'b' });
    const headers = { 'Content-Type': 'application/json', Origin: 'http://localhost:3000', Host: 'localhost:3000' };
    const told = await app.app.request('http://localhost:3000/api/session', {
      method: 'POST',
      headers: { ...headers, 'Content-Length': String(large.length) },
      body: large,
    });
    expect(told.status).toBe(413);
    const chunks = Readable.toWeb(Readable.from([new TextEncoder().encode(large)]));
    const untold = await app.app.request('http://localhost:3000/api/session', {
      method: 'POST',
      headers,
      body: chunks,
      duplex: 'half',
    } as RequestInit);
    expect(untold.status).toBe(413);
  });

  it.each([
    '{"username":"a","password":"b","__proto__":{"role":"leader"}}',
    '{"username":"a","password":"b","constructor":{"prototype":{"role":"leader"}}}',
    '{"username":"a","password":"b","role":"leader"}',
  ])('refuses a field too many: %s', async (raw) => {
    const answer = await app.post('/api/session', undefined, { raw, headers: { 'Content-Type': 'application/json' } });
    expect(answer.status).toBe(422);
    expect(({} as { role?: string }).role).toBeUndefined();
  });

  it('says in words that there is nothing at an unknown address', async () => {
    expect(await app.get('/api/nothing')).toMatchObject({ status: 404, body: { error: { code: 'route.unknown' } } });
  });
});
