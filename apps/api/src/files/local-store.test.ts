import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SeededOffice, seedOffice, type TestDatabase, testDatabase } from '@gandan/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../frame/testing.ts';
import { localFileStore } from './local-store.ts';

describe('the file store', () => {
  let t: TestDatabase;
  let office: SeededOffice;
  let app: TestApp;
  let folder: string;

  beforeAll(async () => {
    t = await testDatabase();
    office = await seedOffice(t);
    app = await testApp(t, { as: 'clerk' });
    folder = await mkdtemp(join(tmpdir(), 'gandan-files-'));
  });
  afterAll(async () => {
    await app.close();
    await t.drop();
    await rm(folder, { recursive: true });
  });

  const put = (name: string, content: Uint8Array | AsyncIterable<Uint8Array>) =>
    app.deps.as(office.actors.clerk, (work) => localFileStore(folder).put(work, name, 'application/pdf', content));

  it('keeps equal content once, under its hash, whatever the file was called', async () => {
    const names = ['../../etc/passwd', 'C:\\x', 'a\u0000b', '.'];
    for (const name of names) await put(name, Buffer.from('same'));
    const entries = await readdir(folder, { recursive: true });
    expect(entries.filter((entry) => entry.length > 60)).toHaveLength(1);
    expect(entries.every((entry) => /^[0-9a-f]{2}([/\\][0-9a-f]{64})?$/.test(entry))).toBe(true);
    const [file] = entries.filter((entry) => entry.length > 60);
    expect((await stat(join(folder, file ?? ''))).mode & 0o777).toBe(0o600);
  });

  it('leaves nothing behind of a file that did not arrive whole', async () => {
    async function* broken() {
      yield Buffer.from('half');
      throw new Error('connection lost');
    }
    const before = await readdir(folder, { recursive: true });
    await expect(put('half.pdf', broken())).rejects.toThrow('connection lost');
    expect(await readdir(folder, { recursive: true })).toEqual(before);
  });

  it('shows a file to its commune and to nobody else', async () => {
    const id = await app.deps.as(office.actors.clerk, (work) =>
      app.deps.files.put(work, 'x.html', 'text/html', Buffer.from('<script>alert(1)</script>')),
    );
    const answer = await app.get(`/api/files/${id}?inline=1`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
    expect((await (await app.as(office.other.actors.clerk)).get(`/api/files/${id}`)).status).toBe(404);
    expect((await (await app.as('cadre')).get(`/api/files/${id}`)).status).toBe(404);
  });
});
