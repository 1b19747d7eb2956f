import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { connectOwner } from '@gandan/db/connect';
import { migrate } from '@gandan/db/migrations';
import { startPostgres } from '@gandan/db/postgres';
import type { DB } from '@gandan/db/schema';
import { type SeededOffice, seedOffice, testDatabase } from '@gandan/db/testing';
import type { Kysely } from 'kysely';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { type OpenOffice, openOffice } from '../../office.ts';
import { readSettings, type Settings } from '../../settings.ts';
import { parseList } from './parse.ts';
import { startImport, uploadList } from './service.ts';

const ROWS = 20_000;
const LIST = `Mã hộ,Chủ hộ,Địa chỉ,Tổ\n${Array.from({ length: ROWS }, (_, n) => `X-${n},Nguyễn Văn Mẫu ${n},Ấp Mẫu,TO-01`).join('\n')}\n`;

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});

/** An office over a database, with a list of 20,000 households uploaded and its import queued. */
async function officeWithImport(url: string, release: () => Promise<void>) {
  const folder = await mkdtemp(join(tmpdir(), 'gandan-import-crash-'));
  cleanUps.push(() => rm(folder, { recursive: true, force: true }));
  const settings = readSettings({ GANDAN_DATA: folder, DATABASE_URL: url }, { demo: false });
  const ownerDb = connectOwner(url);
  cleanUps.push(() => ownerDb.destroy());
  const office = await openOffice(settings, { log: pino({ level: 'silent' }), database: { url, release } });
  cleanUps.push(() => office.close());
  const seeded = await seedOffice({ ownerDb });
  const jobId = await queueImport(office, seeded);
  return { office, ownerDb, settings, jobId };
}

async function queueImport({ deps }: OpenOffice, seeded: SeededOffice): Promise<string> {
  const bytes = Buffer.from(LIST);
  const table = await parseList(bytes);
  const actor = seeded.actors['commune-admin'];
  const { id, mapping } = await deps.as(actor, (work) => uploadList(work, deps.files, { name: 'x.csv', bytes, table }));
  const options = { columns: mapping, createMissing: false, acceptLookalikes: false };
  const { jobId } = await deps.as(actor, (work) => startImport(work, deps.jobs, id, table, options));
  return jobId;
}

/** Waits until the job of 20,000 rows is somewhere in its middle. */
async function untilHalfWay(ownerDb: Kysely<DB>, jobId: string): Promise<void> {
  const job = await until(ownerDb, jobId, ({ state, done }) => state !== 'queued' && (done > 0 || state !== 'running'));
  expect(job).toMatchObject({ state: 'running' });
}

async function until(ownerDb: Kysely<DB>, jobId: string, isIt: (job: { state: string; done: number }) => boolean) {
  for (;;) {
    const find = ownerDb.selectFrom('job').select(['state', 'done', 'message']).where('id', '=', jobId);
    const job = await find.executeTakeFirstOrThrow().catch(() => undefined);
    if (job !== undefined && isIt(job)) return job;
    await pause(10);
  }
}

/** Asked until the server answers: it may still be recovering. */
async function householdCount(ownerDb: Kysely<DB>): Promise<number> {
  for (;;) {
    const count = ownerDb.selectFrom('household').select(({ fn }) => fn.countAll<number>().as('n'));
    const row = await count.executeTakeFirst().catch(() => undefined);
    if (row !== undefined) return row.n;
    await pause(100);
  }
}

function otherProcess(settings: Settings): ChildProcess {
  return spawn(process.execPath, [join(import.meta.dirname, 'import-process.ts')], {
    env: { ...process.env, GANDAN_DATA: settings.dataFolder, DATABASE_URL: settings.databaseUrl },
    stdio: 'ignore',
  });
}

describe('an import of 20,000 households', () => {
  it('half way when PostgreSQL is killed: nothing of it is there, and it is done again by itself', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gandan-import-pg-'));
    cleanUps.push(() => rm(folder, { recursive: true, force: true }));
    const server = await startPostgres({ folder });
    await migrate(server.url);
    const { office, ownerDb, jobId } = await officeWithImport(server.url, () => server.stop());
    await office.openJobs();
    await untilHalfWay(ownerDb, jobId);
    const killed = server.pid();
    process.kill(killed, 'SIGKILL');
    while (server.pid() === killed) await pause(20);
    expect([0, ROWS]).toContain(await householdCount(ownerDb));
    const job = await until(ownerDb, jobId, ({ state }) => state === 'done' || state === 'failed');
    expect(job).toMatchObject({ state: 'done', done: ROWS });
    expect(await householdCount(ownerDb)).toBe(ROWS);
  }, 120_000);

  it('half way when its process is killed: nothing of it is there, and another process does it', async () => {
    const t = await testDatabase();
    cleanUps.push(() => t.drop());
    const { office, ownerDb, settings, jobId } = await officeWithImport(t.url, async () => {});
    const child = otherProcess(settings);
    await untilHalfWay(ownerDb, jobId);
    child.kill('SIGKILL');
    expect(await householdCount(ownerDb)).toBe(0);
    await office.openJobs();
    const job = await until(ownerDb, jobId, ({ state }) => state === 'done' || state === 'failed');
    expect(job).toMatchObject({ state: 'done', done: ROWS });
    expect(await householdCount(ownerDb)).toBe(ROWS);
  }, 120_000);
});
