import { computeIndicators } from '@gandan/domain/evaluations';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SeededOffice, seedOffice, type TestDatabase, testDatabase } from '../testing/index.ts';
import { systemClock, type Work, withActor } from '../work/index.ts';
import { yearFacts } from './index.ts';

let t: TestDatabase;
let office: SeededOffice;

beforeAll(async () => {
  t = await testDatabase();
  office = await seedOffice(t);
});
afterAll(() => t.drop());

const asLeader = <T>(task: (work: Work) => Promise<T>) => withActor(t.db, office.actors.leader, systemClock, task);
const facts = (year = 2026) =>
  asLeader(({ trx }) =>
    yearFacts(trx, { communeId: office.communeId, cadreId: office.cadres[0].id, year, asOf: `${year}-12-31` }),
  );

async function household(code: string, groupId: string, move?: { from: string; on: string }): Promise<string> {
  const { communeId } = office;
  const id = v7();
  const words = { headName: 'Lê Thị Thử', address: 'Ấp Mẫu', sortKey: 'le', searchKey: 'le' };
  await t.ownerDb
    .insertInto('household')
    .values({ communeId, id, code, groupId, ...words, validFrom: '2020-01-01' })
    .execute();
  if (move !== undefined) {
    await t.ownerDb
      .insertInto('householdMove')
      .values({ communeId, householdId: id, onDate: move.on, fromGroupId: move.from, toGroupId: groupId })
      .execute();
  }
  return id;
}

describe('the facts of a year', () => {
  it('are those of the groups that the cadre followed at some time of it, the left ones too', async () => {
    const { communeId, cadres, groups } = office;
    const during = sql<string>`daterange('2026-02-01'::date, '2026-06-30'::date, '[]')`;
    await t.ownerDb
      .insertInto('assignment')
      .values({ communeId, id: v7(), cadreId: cadres[0].id, groupId: groups[1].id, during })
      .execute();
    const { assignments } = await facts();
    expect(assignments).toEqual([
      { groupId: groups[0].id, groupName: 'Tổ số 1', meetingCycle: 'quarter', from: '2026-01-01', to: null },
      { groupId: groups[1].id, groupName: 'Tổ số 2', meetingCycle: 'quarter', from: '2026-02-01', to: '2026-06-30' },
    ]);
    expect((await facts(2025)).assignments).toEqual([]);
  });

  it('know in which group a household was on the last day that counts', async () => {
    const { groups } = office;
    await household('H-1', groups[0].id);
    await household('H-2', groups[1].id, { from: groups[0].id, on: '2026-03-01' });
    await household('H-3', groups[0].id, { from: groups[1].id, on: '2026-09-01' });
    const reached = computeIndicators(await facts()).find((one) => one.code === 'households-reached');
    // H-2 was in the second group on 30/06, its last assigned day; H-3 then too, and is in the first at the year's end.
    expect(reached?.evidence.map((record) => record.label)).toEqual(['H-1', 'H-2', 'H-3']);
    const { households } = await facts();
    expect(households.find((one) => one.code === 'H-2')?.moves).toEqual([
      expect.objectContaining({ onDate: '2026-03-01', fromGroupId: groups[0].id }),
    ]);
  });

  it('name the hamlet where two groups of the cadre have one name', async () => {
    const { communeId, groups } = office;
    await t.ownerDb.updateTable('residentGroup').set({ name: 'Tổ số 1' }).where('communeId', '=', communeId).execute();
    expect((await facts()).assignments.map((one) => one.groupName)).toEqual(['Tổ số 1 (Ấp Mẫu)', 'Tổ số 1 (Ấp Mẫu)']);
    await t.ownerDb.updateTable('residentGroup').set({ name: 'Tổ số 2' }).where('id', '=', groups[1].id).execute();
  });

  it('of another commune are not there', async () => {
    const { other } = office;
    const of = { communeId: other.communeId, cadreId: other.cadres[0].id, year: 2026, asOf: '2026-12-31' };
    const seen = await asLeader(({ trx }) => yearFacts(trx, of));
    expect([seen.assignments, seen.households]).toEqual([[], []]);
  });
});
