import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock, withActor } from '../work/index.ts';
import { type SeededOffice, seedOffice, type TestDatabase, testDatabase } from './index.ts';

describe('a test database', () => {
  let t: TestDatabase;
  let office: SeededOffice;
  beforeAll(async () => {
    t = await testDatabase();
    office = await seedOffice(t);
  });
  afterAll(() => t.drop());

  it('is migrated and holds the reference units', async () => {
    const { n } = await t.db
      .selectFrom('unit')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('validFrom', 'is not', null)
      .where('kind', '=', 'commune')
      .executeTakeFirstOrThrow();
    expect(n).toBe(3321);
  });

  it('is nobody else’s: what one test writes, another does not see', async () => {
    const mine = await testDatabase();
    expect(await mine.ownerDb.selectFrom('office').selectAll().execute()).toEqual([]);
    await mine.drop();
  });

  it('has one person of each role who sees his commune', async () => {
    for (const actor of Object.values(office.actors)) {
      const rows = await withActor(t.db, actor, systemClock, ({ trx }) =>
        trx.selectFrom('office').select('communeId').orderBy('communeId').execute(),
      );
      const expected = actor.role === 'province-admin' ? ['99901', '99902'] : ['99901'];
      expect(rows.map((row) => row.communeId)).toEqual(expected);
    }
  });
});
