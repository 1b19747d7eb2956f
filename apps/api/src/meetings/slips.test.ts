import { createHash } from 'node:crypto';
import { type SeededOffice, seedOffice, type TestDatabase, testDatabase } from '@gandan/db/testing';
import { slipCount } from '@gandan/domain/meetings';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Person, type TestApp, testApp } from '../frame/testing.ts';
import { drawPrint, formsOf } from './draw.ts';
import { numberPackets } from './print.ts';
import { hashSlipToken, newSlipToken } from './slip-tokens.ts';
import { seedHouseholds, seedQuestionnaire } from './testing.ts';

let t: TestDatabase;
let office: SeededOffice;
let app: TestApp;
let clerk: Person;
let day = 0;

beforeAll(async () => {
  t = await testDatabase();
  office = await seedOffice(t);
  await seedQuestionnaire(t, office);
  await seedHouseholds(t, office.communeId, office.groups[0].id, 6);
  app = await testApp(t, { as: 'clerk' });
  clerk = app;
});
afterAll(async () => {
  await app.close();
  await t.drop();
});

async function planned() {
  day += 1;
  const heldOn = `2026-11-${String(day).padStart(2, '0')}`;
  const { body } = await clerk.post('/api/meetings', { groupIds: [office.groups[0].id], heldOn });
  return { year: body.items[0].year, id: body.items[0].id };
}
const tokens = () => t.ownerDb.selectFrom('slipToken').selectAll().execute();
const hex = (bytes: Buffer) => bytes.toString('hex');

describe('anonymous feedback slips', () => {
  it('are printed when they are switched on, a few more than households, and not otherwise', async () => {
    const before = (await tokens()).length;
    const meetings = [await planned()];
    await clerk.post('/api/meetings/print', { meetings });
    await app.drain();
    expect(await tokens()).toHaveLength(before);
    const { jobId } = (await clerk.post('/api/meetings/print', { meetings, papers: { slips: true } })).body;
    await app.drain();
    expect((await clerk.get(`/api/jobs/${jobId}`)).body.files[0]).toMatchObject({ sheets: 6, slips: slipCount(6) });
    expect(await tokens()).toHaveLength(before + slipCount(6));
  });

  it('are refused with their request when no paper at all is chosen', async () => {
    const asked = { meetings: [await planned()], papers: { sheets: false, minutes: false } };
    const { status, body } = await clerk.post('/api/meetings/print', asked);
    expect([status, body.error.code]).toEqual([422, 'print.nothing-asked']);
  });

  it('leave a hash with group and half-year: no household, no meeting, no job, no moment, no order', async () => {
    const [first] = await tokens();
    expect(Object.keys(first ?? {}).sort()).toEqual(['communeId', 'groupId', 'layoutId', 'period', 'tokenHash']);
    expect(first).toMatchObject({ groupId: office.groups[0].id, period: '2026-2' });
    const order = (await tokens()).map((row) => hex(row.tokenHash));
    expect(order).toEqual([...order].sort());
  });

  it('have tokens of 80 random bits that are hashed as they are printed', () => {
    const made = Array.from({ length: 2000 }, newSlipToken);
    expect(new Set(made).size).toBe(2000);
    expect(made.every((token) => /^[0-9A-HJKMNP-TV-Z]{16}$/.test(token))).toBe(true);
    const [token = ''] = made;
    expect(hex(hashSlipToken(token))).toBe(createHash('sha256').update(token).digest('hex'));
    const ones = made.flatMap((each) => [...each]).filter((character) => character < 'G').length;
    expect(ones / (2000 * 16)).toBeCloseTo(0.5, 1);
  });

  it('of a print that is drawn again have new tokens; those of the one that died are worth nothing', async () => {
    const request = { meetings: [await planned()], papers: { slips: true } };
    const [print, forms] = await app.deps.as(office.actors.clerk, async (work) => {
      const plan = await numberPackets(work, request);
      return [plan, await formsOf(work, plan)] as const;
    });
    expect(JSON.stringify(print)).not.toContain('token');
    const draw = () =>
      drawPrint(print, forms, {}, async ([file]) => (file?.slips ?? []).map((slip) => hex(slip.tokenHash)));
    const [died, resumed] = [await draw(), await draw()];
    expect(died).toHaveLength(slipCount(6));
    expect(died.filter((hash) => resumed.includes(hash))).toEqual([]);
    const known = (await tokens()).map((row) => hex(row.tokenHash));
    expect(known.some((hash) => died.includes(hash))).toBe(false);
  });

  it('are nowhere in the log, in the job or in its plan', async () => {
    const hashes = (await tokens()).map((row) => hex(row.tokenHash));
    const audit = JSON.stringify(await t.ownerDb.selectFrom('auditEntry').select(['detail', 'subject']).execute());
    const jobs = JSON.stringify(await t.ownerDb.selectFrom('job').selectAll().execute());
    expect(audit).toContain('"slips":');
    expect(hashes.some((hash) => audit.includes(hash) || jobs.includes(hash))).toBe(false);
    expect(await t.ownerDb.selectFrom('printPlan').selectAll().execute()).toEqual([]);
  });

  it('cannot be changed or taken back by the application', async () => {
    const change = app.deps.as(office.actors['commune-admin'], (work) =>
      work.trx
        .deleteFrom('slipToken')
        .execute()
        .then(() => undefined),
    );
    await expect(change).rejects.toThrow(/permission denied/);
  });

  it('are not printed where nobody is in charge of the group', async () => {
    await seedHouseholds(t, office.other.communeId, office.other.groups[0].id, 2, 501);
    const before = (await tokens()).length;
    await t.ownerDb.updateTable('assignment').set({ during: '[2026-01-01,2026-01-02)' }).execute();
    const { jobId } = (
      await clerk.post('/api/meetings/print', { meetings: [await planned()], papers: { slips: true } })
    ).body;
    await app.drain();
    expect((await clerk.get(`/api/jobs/${jobId}`)).body).toMatchObject({
      state: 'done',
      files: [{ sheets: 6, slips: 0 }],
    });
    expect(await tokens()).toHaveLength(before);
  });
});
