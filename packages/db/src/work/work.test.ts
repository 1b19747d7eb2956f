import { sql } from 'kysely';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SeededOffice, seedOffice, type TestDatabase, testDatabase } from '../testing/index.ts';
import { handClock, systemClock, withActor, withoutActor } from './index.ts';

describe('one piece of work', () => {
  let t: TestDatabase;
  let office: SeededOffice;
  beforeAll(async () => {
    t = await testDatabase();
    office = await seedOffice(t);
    for (const commune of [office, office.other]) {
      for (const group of commune.groups) {
        await t.ownerDb
          .insertInto('household')
          .values(household(commune.communeId, group.id, v7()))
          .execute();
      }
    }
  });
  afterAll(() => t.drop());

  const household = (communeId: string, groupId: string, id: string) => {
    const key = { sortKey: 'mau', searchKey: 'mau', validFrom: '2026-01-01' };
    return { communeId, groupId, id, code: `HO-${id}`, headName: 'Nguyễn Văn Mẫu', address: 'Ấp Mẫu', ...key };
  };
  const groupsSeen = (role: keyof SeededOffice['actors'], commune = office) =>
    withActor(t.db, commune.actors[role], systemClock, async ({ trx }) => {
      const rows = await trx.selectFrom('household').select('groupId').execute();
      return rows.map((row) => row.groupId).sort();
    });

  it('sees the whole commune and nothing of another', async () => {
    const own = office.groups.map((group) => group.id).sort();
    for (const role of ['commune-admin', 'leader', 'clerk', 'auditor'] as const) {
      expect(await groupsSeen(role)).toEqual(own);
    }
  });

  it('of a cadre sees his own groups only, and of a cadre without groups none', async () => {
    expect(await groupsSeen('cadre')).toEqual([office.groups[0].id]);
    const idle = { ...office.actors.cadre, groupIds: [] };
    const rows = await withActor(t.db, idle, systemClock, ({ trx }) =>
      trx.selectFrom('household').select('id').execute(),
    );
    expect(rows).toEqual([]);
  });

  it('of a province admin sees every commune of the province', async () => {
    expect(await groupsSeen('province-admin')).toHaveLength(4);
  });

  it('sees nothing at all outside withActor', async () => {
    expect(await t.db.selectFrom('household').selectAll().execute()).toEqual([]);
    expect(await t.db.selectFrom('account').selectAll().execute()).toEqual([]);
    expect(
      await withoutActor(t.db, systemClock, ({ trx }) => trx.selectFrom('household').selectAll().execute()),
    ).toEqual([]);
  });

  it('leaves no sight behind for the next user of the connection', async () => {
    await Promise.all(Array.from({ length: 20 }, () => groupsSeen('clerk')));
    const seen = await Promise.all(
      Array.from({ length: 20 }, () => t.db.selectFrom('household').selectAll().execute()),
    );
    expect(seen.flat()).toEqual([]);
  });

  it('cannot write into another commune, nor a cadre into another group: there is no such record for him', async () => {
    const write = (actor: SeededOffice['actors']['clerk'], communeId: string, groupId: string) =>
      withActor(t.db, actor, systemClock, (work) =>
        work.trx
          .insertInto('household')
          .values(household(communeId, groupId, work.newId()))
          .execute(),
      );
    const { other, actors, communeId, groups } = office;
    await expect(write(actors.clerk, other.communeId, other.groups[0].id)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(write(actors.cadre, communeId, groups[1].id)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(write(actors.clerk, communeId, other.groups[0].id)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('is all or nothing', async () => {
    const before = await groupsSeen('clerk');
    const work = withActor(t.db, office.actors.clerk, systemClock, async ({ trx, newId, audit }) => {
      await trx
        .insertInto('household')
        .values(household(office.communeId, office.groups[0].id, newId()))
        .execute();
      await audit('households.write', 'half');
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await groupsSeen('clerk')).toEqual(before);
    expect(await t.ownerDb.selectFrom('auditEntry').selectAll().where('subject', '=', 'half').execute()).toEqual([]);
  });

  it('knows the day in Vietnam', async () => {
    const clock = handClock('2026-11-23T17:30:00Z');
    expect(await withActor(t.db, office.actors.clerk, clock, async ({ today }) => today)).toBe('2026-11-24');
  });

  it('says in our words what the database refused', async () => {
    const { communeId, cadres, groups, actors } = office;
    const assign = () =>
      withActor(t.db, actors['commune-admin'], systemClock, ({ trx, newId }) =>
        trx
          .insertInto('assignment')
          .values({
            communeId,
            id: newId(),
            cadreId: cadres[0].id,
            groupId: groups[0].id,
            during: '[2026-06-01,2026-07-01)',
          })
          .execute(),
      );
    await expect(assign()).rejects.toMatchObject({ kind: 'conflict', code: 'assignment.overlap' });
    const again = () =>
      withActor(t.db, actors['commune-admin'], systemClock, ({ trx, newId }) =>
        trx
          .insertInto('hamlet')
          .values({ communeId, id: newId(), code: 'AP-01', kind: 'ap', name: 'Ấp Thử', validFrom: '2026-01-01' })
          .execute(),
      );
    await expect(again()).rejects.toMatchObject({ kind: 'conflict', code: 'duplicate' });
    const garbled = () =>
      withActor(t.db, actors.clerk, systemClock, ({ trx }) =>
        trx.selectFrom('household').selectAll().where('id', '=', 'not-an-id').execute(),
      );
    await expect(garbled()).rejects.toMatchObject({ kind: 'invalid' });
  });

  it('cannot change a fact: the right is missing, and the trigger refuses whoever has it', async () => {
    await expect(sql`update sheet set head_name = 'x'`.execute(t.db)).rejects.toThrow(/permission denied/);
    const { communeId, actors } = office;
    const evaluation = { communeId, year: 2026, id: v7(), cadreId: office.cadres[0].id, scheme: '{}' };
    await withActor(t.db, actors.leader, systemClock, ({ trx }) =>
      trx.insertInto('evaluation').values(evaluation).execute(),
    );
    await expect(
      t.ownerDb.updateTable('evaluation').set({ version: 2 }).where('id', '=', evaluation.id).execute(),
    ).rejects.toThrow(/immutable/);
  });
});
