import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SeededOffice, seedOffice, type TestDatabase, testDatabase } from '../testing/index.ts';
import { systemClock, type Work, withActor } from '../work/index.ts';
import {
  assignmentHistory,
  countGroupsOf,
  endAssignment,
  findOverlap,
  groupsWithoutCadre,
  insertAssignments,
  listAssignmentsOn,
} from './index.ts';

describe('assignments', () => {
  let t: TestDatabase;
  let office: SeededOffice;
  const run = <T>(task: (work: Work) => Promise<T>) =>
    withActor(t.db, office.actors['commune-admin'], systemClock, task);
  beforeAll(async () => {
    t = await testDatabase();
    office = await seedOffice(t);
  });
  afterAll(() => t.drop());

  it('are listed on a day, with their days included at both ends', async () => {
    const [first, second] = await run(({ trx }) => listAssignmentsOn(trx, office.communeId, '2026-11-12'));
    expect(first).toMatchObject({ cadreName: 'Nguyễn Văn Mẫu', groupName: 'Tổ số 1', from: '2026-01-01', to: null });
    expect(second).toMatchObject({ cadreName: 'Trần Thị Ví Dụ' });
    expect(await run(({ trx }) => listAssignmentsOn(trx, office.communeId, '2025-12-31'))).toEqual([]);

    expect(await run(({ trx }) => endAssignment(trx, office.communeId, second?.id ?? '', 1, '2026-06-30'))).toBe(true);
    expect(await run(({ trx }) => endAssignment(trx, office.communeId, second?.id ?? '', 1, '2026-07-31'))).toBe(false);
    const on = (day: string) => run(({ trx }) => listAssignmentsOn(trx, office.communeId, day, office.cadres[1].id));
    expect(await on('2026-06-30')).toMatchObject([{ to: '2026-06-30', version: 2 }]);
    expect(await on('2026-07-01')).toEqual([]);
    expect(await run(({ trx }) => groupsWithoutCadre(trx, office.communeId, '2026-07-01'))).toMatchObject([
      { code: 'TO-02' },
    ]);
  });

  it('of one pair never overlap: the other one is found, and the database refuses', async () => {
    const pair = { cadreId: office.cadres[0].id, groupId: office.groups[0].id };
    const overlap = await run(({ trx }) => findOverlap(trx, office.communeId, pair, '2026-05-01', '2026-05-01'));
    expect(overlap).toMatchObject({ from: '2026-01-01', to: null });
    expect(
      await run(({ trx }) => findOverlap(trx, office.communeId, pair, '2025-05-01', '2025-12-31')),
    ).toBeUndefined();
    const row = {
      communeId: office.communeId,
      id: crypto.randomUUID(),
      ...pair,
      from: '2026-05-01',
      to: null,
      createdBy: null,
    };
    await expect(run(({ trx }) => insertAssignments(trx, [row]))).rejects.toMatchObject({ code: 'assignment.overlap' });
  });

  it('are counted for a cadre on a day and kept as history', async () => {
    const cadreId = office.cadres[0].id;
    expect(await run(({ trx }) => countGroupsOf(trx, office.communeId, cadreId, '2026-11-12'))).toBe(1);
    expect(await run(({ trx }) => assignmentHistory(trx, office.communeId, { cadreId }))).toHaveLength(1);
    expect(
      await run(({ trx }) => assignmentHistory(trx, office.communeId, { groupId: office.groups[1].id })),
    ).toHaveLength(1);
  });
});
