import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adminFiles } from './admin-files.ts';
import type { Env } from './deps.ts';

describe('the built app', () => {
  let folder: string;
  let app: Hono<Env>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gandan-dist-'));
    await mkdir(join(folder, 'dist/assets'), { recursive: true });
    await writeFile(join(folder, 'dist/index.html'), '<!doctype html><title>Gần Dân</title>');
    await writeFile(join(folder, 'dist/assets/app-1a2b.js'), 'export {};');
    await writeFile(join(folder, 'secret.txt'), 'secret');
    app = new Hono<Env>().use('*', adminFiles(join(folder, 'dist')));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });

  it('answers every page’s address with the first page, which is asked for anew', async () => {
    for (const path of ['/', '/households', '/evaluations/2026/x']) {
      const answer = await get(path);
      expect(await answer.text()).toContain('Gần Dân');
      expect(answer.headers.get('cache-control')).toBe('no-cache');
    }
    const etag = (await get('/')).headers.get('etag') ?? '';
    expect((await get('/', { 'If-None-Match': etag })).status).toBe(304);
  });

  it('keeps what is named by its content for a year, compressed where the browser takes it', async () => {
    const answer = await get('/assets/app-1a2b.js', { 'Accept-Encoding': 'gzip, br' });
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  it.each([
    '/assets/gone.js',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..\\..\\secret.txt',
    '/api/x',
  ])('has no file at %s', async (path) => {
    const answer = await get(path);
    expect(await answer.text()).not.toContain('secret');
    expect(answer.status).toBe(404);
  });

  it('that was not built says how to build it', async () => {
    const answer = await new Hono<Env>().use('*', adminFiles(join(folder, 'none'))).request('/');
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('pnpm@12.21.0 start');
  });
});
