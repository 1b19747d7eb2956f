import { seedOffice, type TestDatabase, testDatabase } from '@gandan/db/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../frame/testing.ts';
import { run } from './verify-audit.ts';

let t: TestDatabase;
let app: TestApp;
beforeAll(async () => {
  t = await testDatabase();
  await seedOffice(t);
  app = await testApp(t, { as: 'commune-admin' });
});
afterAll(async () => {
  await app.close();
  await t.drop();
});

const verify = () =>
  run({
    positionals: [],
    values: {},
    path: (file) => file,
    database: async () => ({ ownerUrl: t.url, files: app.deps.files }),
    deps: async () => app.deps,
    office: () => Promise.reject(new Error('the whole log, no office')),
    finished: () => Promise.reject(new Error('no job')),
  });

describe('gandan verify audit', () => {
  it('tells that the log is whole, and from which line on it was changed', async () => {
    await app.post('/api/hamlets', { code: 'AM', kind: 'ap', name: 'Ấp Mẫu' });
    await app.post('/api/hamlets', { code: 'AT', kind: 'ap', name: 'Ấp Thử' });
    const { data } = await verify();
    expect(data).toMatchObject({ head: expect.stringMatching(/^[0-9a-f]{64}$/) });
    await sql`alter table audit_entry disable trigger all`.execute(t.ownerDb);
    await sql`update audit_entry set action = 'nothing' where seq = 2`.execute(t.ownerDb);
    await expect(verify()).rejects.toThrow('audit.broken');
  });
});
