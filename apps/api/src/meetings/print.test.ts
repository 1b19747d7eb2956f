import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { insertJob } from '@gandan/db/jobs';
import { type SeededOffice, seedOffice, type TestDatabase, testDatabase } from '@gandan/db/testing';
import { DomainError } from '@gandan/domain/errors';
import { readSheetNumber } from '@gandan/domain/sheets';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileStore } from '../files/store.ts';
import { type Person, type TestApp, testApp } from '../frame/testing.ts';
import type { RunningJob } from '../jobs/jobs.ts';
import { drawPrint, formsOf } from './draw.ts';
import { enterPrint } from './enter-print.ts';
import { numberPackets } from './print.ts';
import { printPackets } from './print-job.ts';
import { seedHouseholds, seedQuestionnaire } from './testing.ts';

let t: TestDatabase;
let office: SeededOffice;
let app: TestApp;
let clerk: Person;
let day = 10;

beforeAll(async () => {
  t = await testDatabase();
  office = await seedOffice(t);
  await seedQuestionnaire(t, office);
  await seedHouseholds(t, office.communeId, office.groups[0].id, 4);
  await seedHouseholds(t, office.communeId, office.groups[1].id, 3, 201);
  app = await testApp(t, { as: 'clerk' });
  clerk = app;
});
afterAll(async () => {
  await app.close();
  await t.drop();
});

/** A new meeting of each group, on a day of its own. */
async function planned(groupIds: readonly string[] = [office.groups[0].id]) {
  day += 1;
  const { body } = await clerk.post('/api/meetings', { groupIds, heldOn: `2026-11-${day}` });
  return body.items.map(({ year, id }: { year: number; id: string }) => ({ year, id }));
}
const print = (meetings: unknown, again?: boolean) =>
  clerk.post('/api/meetings/print', { meetings, ...(again === undefined ? {} : { again }) });
const nextSerial = async () =>
  (await t.ownerDb.selectFrom('office').select('nextSerial').where('sheetPrefix', '=', 'PL').executeTakeFirstOrThrow())
    .nextSerial;
const sheetCount = async () => (await t.ownerDb.selectFrom('sheet').select('number').execute()).length;

const fileCount = async () => (await t.ownerDb.selectFrom('storedFile').select('id').execute()).length;

/** The row of a job that no queue takes. */
async function queuedJob(meetings: unknown, more: object = {}): Promise<Pick<RunningJob, 'id' | 'params'>> {
  const params = { meetings, ...more };
  const { communeId } = office;
  const id = randomUUID();
  await t.db.transaction().execute(async (trx) => {
    await sql`select set_config('gandan.communes', ${communeId}, true)`.execute(trx);
    await insertJob(trx, { communeId, id, kind: 'print-packets', state: 'running', params, total: 4 });
  });
  return { id, params };
}

/** A handler's view of a job, without a queue. */
function runningJob(meetings: unknown, changes: Partial<RunningJob> = {}): RunningJob {
  const actor = office.actors.clerk;
  return {
    id: randomUUID(),
    communeId: office.communeId,
    params: { meetings },
    actor,
    signal: new AbortController().signal,
    cancelled: false,
    run: (task) => app.deps.as(actor, task),
    progress: async () => {},
    phase: async () => {},
    finish: async () => {},
    ...changes,
  };
}

describe('printing packets', () => {
  it('makes one PDF of several meetings and enters each sheet in the ledger once', async () => {
    const meetings = await planned(office.groups.map((group) => group.id));
    const started = await print(meetings);
    expect(started.status).toBe(202);
    expect((await print(meetings)).body.jobId).toBe(started.body.jobId);
    expect((await print(meetings.slice(0, 1))).body.error.code).toBe('meeting.being-printed');
    await app.drain();
    const { body } = await clerk.get(`/api/meetings/2026/${meetings[0].id}`);
    expect(body.ledger).toMatchObject({ printed: 4, missing: 4 });
    expect(body.packets).toMatchObject([{ id: started.body.jobId, state: 'done' }]);
    const numbers = body.sheets.map((sheet: { number: string }) => sheet.number);
    expect(numbers.every((number: string) => readSheetNumber(number)?.text === number)).toBe(true);
    expect(numbers).toEqual([...numbers].sort());
    const pdf = await app.deps.as(office.actors.clerk, async (work) => {
      const file = await app.deps.files.find(work, body.packets[0].files[0].id);
      expect(file.name).toBe('Phiếu 2 kỳ họp 12-11-2026.pdf');
      return readFile(app.deps.files.pathOf(file));
    });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('a second time gives the same paper: no new number, nothing void, the very same bytes', async () => {
    const request = { meetings: await planned() };
    const draw = () =>
      app.deps.as(office.actors.clerk, async (work) => {
        const print = await numberPackets(work, request);
        const drawn = drawPrint(print, await formsOf(work, print), {}, ([file]) => readFile(file?.path ?? ''));
        await enterPrint(work, print, [], randomUUID());
        return drawn;
      });
    const first = await draw();
    const serial = await nextSerial();
    const second = await draw();
    expect(second.equals(first)).toBe(true);
    expect(await nextSerial()).toBe(serial);
  });

  it('again voids what is still out and gives it new numbers; what came back stays', async () => {
    const meetings = await planned();
    await print(meetings);
    await app.drain();
    const path = `/api/meetings/2026/${meetings[0].id}`;
    const before = (await clerk.get(path)).body.sheets;
    await clerk.post(`${path}/returned`, { numbers: [before[0].number] });
    expect((await print(meetings, true)).status).toBe(202);
    await app.drain();
    const { ledger, sheets } = (await clerk.get(path)).body;
    expect(ledger).toMatchObject({ printed: 4, returned: 1, void: 3, missing: 3 });
    const generations = sheets.map((sheet: { generation: number; state: string }) => [sheet.generation, sheet.state]);
    expect(generations.filter(([generation]: [number]) => generation === 2)).toHaveLength(3);
    expect(sheets.find((sheet: { number: string }) => sheet.number === before[1].number).stateReason).toContain(
      'In lại',
    );
  });

  it('killed before its end leaves nothing in the ledger, and picked up again prints the very same paper', async () => {
    const meetings = await planned();
    const [serial, sheets] = [await nextSerial(), await sheetCount()];
    const job = await queuedJob(meetings);
    const kept: string[] = [];
    const keep: FileStore['keep'] = async (content) => {
      const file = await app.deps.files.keep(content);
      kept.push(file.sha256);
      return file;
    };
    const deps = { files: { ...app.deps.files, keep } };
    const dying = runningJob(meetings, { ...job, finish: () => Promise.reject(new Error('kill -9')) });
    await expect(printPackets(deps, dying)).rejects.toThrow('kill -9');
    expect([await nextSerial(), await sheetCount()]).toEqual([serial + 4, sheets]);
    await t.ownerDb.updateTable('household').set({ headName: 'Lê Thị Thử Sau' }).where('code', '=', 'H-101').execute();
    const finished: unknown[] = [];
    const resumed = runningJob(meetings, { ...job, finish: async (_work, result) => void finished.push(result) });
    await printPackets(deps, resumed);
    await t.ownerDb.updateTable('household').set({ headName: 'Lê Thị Thử 101' }).where('code', '=', 'H-101').execute();
    expect([await nextSerial(), await sheetCount()]).toEqual([serial + 4, sheets + 4]);
    expect(kept[1]).toBe(kept[0]);
    expect(finished).toHaveLength(1);
  });

  it('cancelled while it draws leaves nothing in the ledger, no file, and no plan', async () => {
    const meetings = await planned();
    const [sheets, files] = [await sheetCount(), await fileCount()];
    const { jobId } = (await print(meetings)).body;
    app.deps.jobs.register('print-packets', (job) =>
      printPackets(app.deps, {
        ...job,
        phase: async (phase) => {
          if (phase === 'drawing') await clerk.post(`/api/jobs/${jobId}/cancel`);
          await job.phase(phase);
        },
      }),
    );
    await app.drain();
    app.deps.jobs.register('print-packets', (job) => printPackets(app.deps, job));
    expect((await clerk.get(`/api/jobs/${jobId}`)).body).toMatchObject({ state: 'cancelled', files: [] });
    expect([await sheetCount(), await fileCount()]).toEqual([sheets, files]);
    expect(await t.ownerDb.selectFrom('printPlan').selectAll().where('jobId', '=', jobId).execute()).toEqual([]);
  });

  it('stopped in the middle of a page ends at once and leaves nothing', async () => {
    const sheets = await sheetCount();
    const cancel = new AbortController();
    const meetings = await planned();
    const job = runningJob(meetings, {
      ...(await queuedJob(meetings)),
      signal: cancel.signal,
      phase: async (phase) => void (phase === 'drawing' && setTimeout(() => cancel.abort(), 50)),
    });
    await expect(printPackets(app.deps, job)).rejects.toThrow(/job.cancelled/);
    expect(await sheetCount()).toBe(sheets);
  });

  it('numbers anew when a sheet came back while its copy was drawn, so that no returned sheet becomes void', async () => {
    const meetings = await planned();
    await print(meetings);
    await app.drain();
    const path = `/api/meetings/2026/${meetings[0].id}`;
    const [first] = (await clerk.get(path)).body.sheets;
    let returned = false;
    const job = runningJob(meetings, {
      ...(await queuedJob(meetings, { again: true })),
      phase: async (phase) => {
        if (phase !== 'storing' || returned) return;
        returned = true;
        await clerk.post(`${path}/returned`, { numbers: [first.number] });
      },
    });
    await printPackets(app.deps, job);
    expect((await clerk.get(path)).body.ledger).toMatchObject({ printed: 4, returned: 1, void: 3, missing: 3 });
  });

  it('numbers without a gap and without a double although two jobs run at once', async () => {
    const [one, two] = [await planned(), await planned([office.groups[1].id])];
    const serial = await nextSerial();
    const jobs = [runningJob(one, await queuedJob(one)), runningJob(two, await queuedJob(two))];
    await Promise.all(jobs.map((job) => printPackets(app.deps, job)));
    expect(await nextSerial()).toBe(serial + 7);
  });

  it('is refused before anything is numbered, by the name of the household that no font can print', async () => {
    const meetings = await planned();
    const serial = await nextSerial();
    await t.ownerDb
      .updateTable('household')
      .set({ headName: 'Lê Thị Thử 😀' })
      .where('communeId', '=', office.communeId)
      .where('code', '=', 'H-102')
      .execute();
    const refused = await print(meetings);
    expect(refused.status).toBe(422);
    expect(refused.body.error.sentence.vi).toContain('Hộ H-102 (Lê Thị Thử 😀)');
    expect(await nextSerial()).toBe(serial);
    const job = await queuedJob(meetings);
    const longName = `Lê Thị Thử ${'Rất Dài '.repeat(60)}`;
    await t.ownerDb.updateTable('household').set({ headName: longName }).where('code', '=', 'H-102').execute();
    const entered = await sheetCount();
    await expect(printPackets(app.deps, runningJob(meetings, job))).rejects.toThrow(DomainError);
    expect(await sheetCount()).toBe(entered);
    await t.ownerDb.updateTable('household').set({ headName: 'Lê Thị Thử 102' }).where('code', '=', 'H-102').execute();
  });

  it('is not for a group without households, for one’s own group, nor for another commune’s meeting', async () => {
    const meetings = await planned();
    await t.ownerDb.updateTable('household').set({ validTo: '2026-11-01' }).execute();
    expect((await print(meetings)).body.error.code).toBe('meeting.no-households');
    await t.ownerDb.updateTable('household').set({ validTo: null }).execute();
    const account = t.ownerDb.updateTable('account').where('id', '=', office.actors.clerk.userId);
    await account.set({ cadreId: office.cadres[0].id }).execute();
    expect((await print(meetings)).body.error.code).toBe('policy.separation');
    await account.set({ cadreId: null }).execute();
    const stranger = await app.as(office.other.actors.clerk);
    expect((await stranger.post('/api/meetings/print', { meetings })).status).toBe(404);
  });
});
