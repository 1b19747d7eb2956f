import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type SeededOffice, seedOffice, type TestDatabase, testDatabase } from '@gandan/db/testing';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localFileStore } from '../files/local-store.ts';
import { type TestApp, testApp } from '../frame/testing.ts';
import { createJobs } from '../jobs/queue.ts';
import type { PlannedPrint } from './planned-print.ts';
import { printPackets } from './print-job.ts';
import { seedHouseholds, seedQuestionnaire } from './testing.ts';

let t: TestDatabase;
let office: SeededOffice;
let app: TestApp;
let folder: string;

beforeAll(async () => {
  t = await testDatabase();
  office = await seedOffice(t);
  await seedQuestionnaire(t, office);
  await seedHouseholds(t, office.communeId, office.groups[0].id, 5);
  app = await testApp(t, { as: 'clerk' });
  folder = await mkdtemp(join(tmpdir(), 'gandan-crash-'));
});
afterAll(async () => {
  await app.close();
  await t.drop();
  await rm(folder, { recursive: true, force: true });
});

/** Lets a server of its own print until that step, and kills it there. */
async function killAt(phase: 'drawing' | 'storing'): Promise<void> {
  const server = spawn(process.execPath, [join(import.meta.dirname, 'testing-process.ts'), t.url, folder, phase], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((reached) => server.stdout.once('data', reached));
  server.kill('SIGKILL');
}

const planOf = async (jobId: string) =>
  (await t.ownerDb.selectFrom('printPlan').select('plan').where('jobId', '=', jobId).executeTakeFirst())?.plan as
    | PlannedPrint
    | undefined;
const sheets = () => t.ownerDb.selectFrom('sheet').select(['number', 'householdId']).execute();

describe('a print whose server is killed with -9', () => {
  it.each([
    ['drawing', '2026-11-14'],
    ['storing', '2026-11-15'],
  ] as const)(
    'while %s is picked up by another one and has no sheet twice and none too few',
    { timeout: 120_000 },
    async (phase, heldOn) => {
      const before = (await sheets()).length;
      const { body } = await app.post('/api/meetings', { groupIds: [office.groups[0].id], heldOn });
      const { year, id } = body.items[0];
      const { jobId } = (await app.post('/api/meetings/print', { meetings: [{ year, id }] })).body;
      await killAt(phase);
      expect(await sheets()).toHaveLength(before);
      const numbers = (await planOf(jobId))?.files[0]?.packets[0]?.fresh.map((sheet) => sheet.number);
      expect(numbers).toHaveLength(5);

      const other = createJobs({ db: t.db, ownerUrl: t.url, clock: app.clock, log: pino({ level: 'silent' }) });
      const files = localFileStore(folder);
      other.register('print-packets', (job) => printPackets({ files }, job));
      await other.open();
      const deadline = Date.now() + 60_000;
      const job = async () => (await app.get(`/api/jobs/${jobId}`)).body;
      while ((await job()).state !== 'done' && Date.now() < deadline) await pause(200);
      await other.stop();

      const { state, done, files: list } = await job();
      expect([state, done, list.length]).toEqual(['done', 5, 1]);
      const printed = (await app.get(`/api/meetings/${year}/${id}`)).body.sheets;
      expect(printed.map((sheet: { number: string }) => sheet.number)).toEqual(numbers);
      expect(await sheets()).toHaveLength(before + 5);
      expect(await planOf(jobId)).toBeUndefined();
      const stored = await t.ownerDb
        .selectFrom('storedFile')
        .select('sha256')
        .where('id', '=', list[0].id)
        .executeTakeFirst();
      const pdf = await readFile(files.pathOf({ sha256: stored?.sha256 ?? '' }));
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    },
  );
});
