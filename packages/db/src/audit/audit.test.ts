import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SeededOffice, seedOffice, type TestDatabase, testDatabase } from '../testing/index.ts';
import { systemClock, withActor, withoutActor } from '../work/index.ts';
import { listAuditEntries, verifyAuditChain } from './index.ts';

describe('the audit log', () => {
  let t: TestDatabase;
  let office: SeededOffice;
  beforeAll(async () => {
    t = await testDatabase();
    office = await seedOffice(t);
    const write = (n: number) =>
      withActor(t.db, office.actors.clerk, systemClock, (work) => work.audit('sheets.print', `batch-${n}`, { n }));
    await Promise.all(Array.from({ length: 30 }, (_, n) => write(n)));
    await withActor(t.db, office.other.actors.clerk, systemClock, (work) => work.audit('sheets.print', 'elsewhere'));
    await withoutActor(t.db, systemClock, (work) => work.audit('access.refused', 'pl.clerk', { tries: 3 }));
  });
  afterAll(() => t.drop());

  it('is one unbroken chain, also when thirty people write at the same time', async () => {
    expect(await verifyAuditChain(t.ownerDb)).toEqual({
      entries: 32,
      head: expect.stringMatching(/^[0-9a-f]{64}$/),
      brokenAt: null,
    });
  });

  it('shows an office its own lines, newest first, page by page', async () => {
    const page = (before?: number) =>
      withActor(t.db, office.actors.auditor, systemClock, ({ trx }) => listAuditEntries(trx, { before, limit: 20 }));
    const first = await page();
    expect(first).toHaveLength(20);
    expect(first[0]).toMatchObject({ seq: 30, accountName: 'Tài khoản Thử clerk', action: 'sheets.print' });
    const rest = await page(first.at(-1)?.seq);
    expect(rest.at(-1)?.seq).toBe(1);
    expect([...first, ...rest].some((row) => row.subject === 'elsewhere')).toBe(false);
  });

  it('cannot be changed by the application', async () => {
    for (const change of [sql`update audit_entry set subject = 'x'`, sql`delete from audit_entry`]) {
      await expect(change.execute(t.db)).rejects.toThrow(/permission denied/);
    }
    await expect(sql`insert into audit_entry (seq) values (99)`.execute(t.db)).rejects.toThrow(/permission denied/);
  });

  const afterTampering = async (tamper: (trx: TestDatabase['ownerDb']) => Promise<unknown>) => {
    const trx = await t.ownerDb.startTransaction().execute();
    await tamper(trx);
    const chain = await verifyAuditChain(trx);
    await trx.rollback().execute();
    return chain.brokenAt;
  };

  it('shows the line that somebody with all rights changed, removed, or slipped in', async () => {
    expect(await afterTampering((trx) => sql`update audit_entry set subject = 'x' where seq = 7`.execute(trx))).toBe(7);
    expect(await afterTampering((trx) => sql`delete from audit_entry where seq = 9`.execute(trx))).toBe(10);
    expect(
      await afterTampering((trx) => sql`update audit_entry set at = at + interval '1 hour' where seq = 1`.execute(trx)),
    ).toBe(1);
    const forge = sql`insert into audit_entry select 33, now(), commune_id, account_id, action, subject, detail, hash, hash
      from audit_entry where seq = 32`;
    expect(await afterTampering((trx) => forge.execute(trx))).toBe(33);
  });
});
