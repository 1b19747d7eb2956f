import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type SeededOffice, seedOffice, type TestDatabase, testDatabase } from '@gandan/db/testing';
import { systemClock } from '@gandan/domain/calendar';
import { DomainError } from '@gandan/domain/errors';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../frame/testing.ts';
import type { JobHandler } from './jobs.ts';
import { createJobs, type JobQueue } from './queue.ts';

let t: TestDatabase;
let office: SeededOffice;
let clerk: TestApp;

beforeAll(async () => {
  t = await testDatabase();
  office = await seedOffice(t);
  clerk = await testApp(t, { as: 'clerk' });
});
afterAll(async () => {
  await clerk.close();
  await t.drop();
});

const start = (params: unknown = {}, total = 10) =>
  clerk.deps.as(office.actors.clerk, (work) => clerk.deps.jobs.start(work, 'print-packets', params, total));
const shown = async (id: string) => (await clerk.get(`/api/jobs/${id}`)).body;
const handleWith = (handler: JobHandler) => clerk.deps.jobs.register('print-packets', handler);

describe('a job', () => {
  it('works with the rights of who started it, shows how far it is, and gives its file to download', async () => {
    handleWith(async (job) => {
      expect(job.actor).toMatchObject({ role: 'clerk', userId: office.actors.clerk.userId });
      expect(job.params).toEqual({ groups: ['a'] });
      await job.progress(10, 10);
      await job.run(async (work) => {
        const bytes = Buffer.from('%PDF-1.7 thử');
        const fileId = await clerk.deps.files.put(work, 'Phiếu Tổ 12.pdf', 'application/pdf', bytes);
        await job.finish(work, { fileId });
      });
    });
    const id = await start({ groups: ['a'] });
    expect(await shown(id)).toMatchObject({ kind: 'print-packets', state: 'queued', done: 0, total: 10 });
    await clerk.drain();
    const done = await shown(id);
    expect(done).toMatchObject({ state: 'done', done: 10, total: 10, finishedAt: expect.any(String) });
    const file = await clerk.get(`/api/files/${done.fileId}?inline=1`);
    expect(file).toMatchObject({ status: 200, body: '%PDF-1.7 thử' });
    expect(file.headers.get('content-disposition')).toMatch(
      /^inline; filename="Phieu To 12.pdf"; filename\*=UTF-8''Phi/,
    );
    expect(file.headers.get('cache-control')).toBe('no-store');
  });

  it('that fails says so in a sentence, a defect without its details', async () => {
    handleWith(async () => {
      throw new DomainError('conflict', 'paper.jam', { vi: 'Hết giấy.', en: 'Out of paper.' });
    });
    const refused = await start();
    await clerk.drain();
    expect(await shown(refused)).toMatchObject({ state: 'failed', message: { vi: 'Hết giấy.' } });
    handleWith(async () => {
      throw new Error('select secret from table');
    });
    const broken = await start();
    await clerk.drain();
    expect(JSON.stringify(await shown(broken))).not.toContain('secret');
  });

  it('that is cancelled hears of it, and commits nothing more', async () => {
    let finishing: Promise<unknown> | undefined;
    handleWith(async (job) => {
      expect((await clerk.post(`/api/jobs/${job.id}/cancel`)).status).toBe(200);
      await job.progress(5, 5);
      expect(job.cancelled).toBe(true);
      finishing = job.run((work) => job.finish(work));
      await finishing;
    });
    const id = await start();
    await clerk.drain();
    await expect(finishing).rejects.toThrow(/job.cancelled/);
    expect(await shown(id)).toMatchObject({ state: 'cancelled' });
  });

  it('that was rolled back with its request never runs', async () => {
    let runs = 0;
    handleWith(async () => {
      runs++;
    });
    const failed = clerk.deps.as(office.actors.clerk, async (work) => {
      await clerk.deps.jobs.start(work, 'print-packets', {}, 1);
      throw new Error('the request failed');
    });
    await expect(failed).rejects.toThrow('the request failed');
    await clerk.drain();
    expect(runs).toBe(0);
  });
});

describe('the queue', () => {
  const queue = (handler: JobHandler): JobQueue => {
    const jobs = createJobs({ db: t.db, ownerUrl: t.url, clock: systemClock, log: pino({ level: 'silent' }) });
    jobs.register('print-packets', handler);
    return jobs;
  };
  const until = async (id: string, state: string, seconds: number) => {
    const deadline = Date.now() + seconds * 1000;
    while ((await shown(id)).state !== state && Date.now() < deadline) await pause(100);
    expect(await shown(id)).toMatchObject({ state });
  };

  it('runs each job once, also when several servers take from it', async () => {
    const ran: string[] = [];
    const servers = [1, 2].map(() =>
      queue(async (job) => {
        ran.push(job.id);
        await pause(20);
      }),
    );
    await Promise.all(servers.map((server) => server.open()));
    const ids = await Promise.all(Array.from({ length: 6 }, () => start()));
    for (const id of ids) await until(id, 'done', 30);
    expect(ran.sort()).toEqual(ids.sort());
    await Promise.all(servers.map((server) => server.stop()));
  });

  it('gives a job out again when the server that ran it was killed', { timeout: 120_000 }, async () => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'testing-process.ts'), t.url], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const id = await start();
    await new Promise((running) => child.stdout.once('data', running));
    expect(await shown(id)).toMatchObject({ state: 'running', done: 3 });
    child.kill('SIGKILL');
    const other = queue(async (job) => {
      await job.progress(10, 10);
    });
    await other.open();
    await until(id, 'done', 60);
    await other.stop();
  });
});
