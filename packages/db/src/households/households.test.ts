import { householdKeys } from '@gandan/domain/households';
import type { Role } from '@gandan/domain/policy';
import { searchWords } from '@gandan/domain/text';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SeededOffice, seedOffice, type TestDatabase, testDatabase } from '../testing/index.ts';
import { systemClock, type Work, withActor } from '../work/index.ts';
import {
  findHousehold,
  findHouseholdByCode,
  insertHouseholds,
  insertMoves,
  knownHouseholds,
  listHouseholds,
  movesOf,
  searchHouseholds,
  updateHouseholds,
} from './index.ts';

describe('households', () => {
  let t: TestDatabase;
  let office: SeededOffice;
  const run = <T>(task: (work: Work) => Promise<T>, role: Role = 'commune-admin') =>
    withActor(t.db, office.actors[role], systemClock, task);
  const row = (n: number, headName: string, group: 0 | 1) => {
    const facts = { code: `PL-${n}`, headName, address: `Nhà số ${n}` };
    return { id: crypto.randomUUID(), ...facts, groupId: office.groups[group].id, ...householdKeys(facts) };
  };
  const all = () => run(({ trx }) => listHouseholds(trx, office.communeId, '2026-11-12'));

  beforeAll(async () => {
    t = await testDatabase();
    office = await seedOffice(t);
    const rows = [row(1, "Nguyễn Văn 'Mẫu'", 0), row(2, 'Trần Thị Ví Dụ', 0), row(3, 'Đặng Văn Thử', 1)];
    await run(({ trx }) => insertHouseholds(trx, office.communeId, '2026-01-01', rows));
  });
  afterAll(() => t.drop());

  it('are stored many at once and listed by code', async () => {
    expect((await all()).map((household) => household.code)).toEqual(['PL-1', 'PL-2', 'PL-3']);
    expect(await run(({ trx }) => knownHouseholds(trx, office.communeId))).toHaveLength(3);
    expect(await run(({ trx }) => listHouseholds(trx, office.communeId, '2025-12-31'))).toEqual([]);
  });

  it('of other groups are not there for a cadre, those of other communes for nobody', async () => {
    const own = await run(({ trx }) => listHouseholds(trx, office.communeId, '2026-11-12'), 'cadre');
    expect(own.map((household) => household.code)).toEqual(['PL-1', 'PL-2']);
    const other = await withActor(t.db, office.other.actors['commune-admin'], systemClock, ({ trx }) =>
      findHouseholdByCode(trx, office.communeId, 'PL-1'),
    );
    expect(other).toBeUndefined();
  });

  it('are found by any folded words of code, name and address', async () => {
    const search = (text: string) => run(({ trx }) => searchHouseholds(trx, office.communeId, searchWords(text), 10));
    expect(await search('dang thu')).toMatchObject([{ code: 'PL-3' }]);
    expect(await search('ĐẶNG nhà số 3')).toMatchObject([{ code: 'PL-3' }]);
    expect(await search('pl-')).toHaveLength(3);
    expect(await search("100%_'; drop table household; --")).toEqual([]);
  });

  it('are corrected and moved many at once, only from the version that was read', async () => {
    const before = await all();
    const moved = before.slice(0, 2).map((household) => ({
      ...household,
      ...householdKeys(household),
      groupId: office.groups[1].id,
      fromGroupId: household.groupId,
    }));
    await run(async ({ trx }) => {
      expect(await updateHouseholds(trx, office.communeId, moved)).toBe(2);
      await insertMoves(trx, office.communeId, '2026-11-12', moved);
      expect(await updateHouseholds(trx, office.communeId, moved)).toBe(0);
    });
    const id = moved[0]?.id ?? '';
    expect(await run(({ trx }) => findHousehold(trx, office.communeId, id))).toMatchObject({
      groupCode: 'TO-02',
      version: 2,
    });
    expect(await run(({ trx }) => movesOf(trx, office.communeId, id))).toMatchObject([
      { onDate: '2026-11-12', fromGroupName: 'Tổ số 1', toGroupName: 'Tổ số 2' },
    ]);
  });

  it('cannot be put into another commune’s group', async () => {
    const stray = { ...row(9, 'Lê Văn Thử', 0), groupId: office.other.groups[0].id };
    await expect(run(({ trx }) => insertHouseholds(trx, office.communeId, '2026-01-01', [stray]))).rejects.toThrow();
    const theirs = { ...row(10, 'Lê Văn Thử', 0), groupId: office.other.groups[0].id };
    await expect(
      run(({ trx }) => insertHouseholds(trx, office.other.communeId, '2026-01-01', [theirs])),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});
