import type { PlainDate } from '@gandan/domain/calendar';
import { type Insertable, sql, type Updateable } from 'kysely';
import type { DB, Db } from '../schema/index.ts';

/** Groups that the actor sees, with their hamlet and the number of households followed on a day. */
export function listGroups(trx: Db, communeId: string, on: PlainDate) {
  return groups(trx, communeId, on).orderBy('residentGroup.code').execute();
}

export function findGroup(trx: Db, communeId: string, id: string, on: PlainDate) {
  return groups(trx, communeId, on).where('residentGroup.id', '=', id).executeTakeFirst();
}

/** The group of a code, as printed on its packet and typed on the command line; case does not count. */
export function findGroupByCode(trx: Db, communeId: string, code: string, on: PlainDate) {
  return groups(trx, communeId, on).where(sql<boolean>`upper(resident_group.code) = upper(${code})`).executeTakeFirst();
}

function groups(trx: Db, communeId: string, on: PlainDate) {
  return trx
    .selectFrom('residentGroup')
    .innerJoin('hamlet', (join) =>
      join.onRef('hamlet.communeId', '=', 'residentGroup.communeId').onRef('hamlet.id', '=', 'residentGroup.hamletId'),
    )
    .leftJoin(
      trx
        .selectFrom('household')
        .select(({ fn }) => ['groupId', fn.countAll<number>().as('n')])
        .where('communeId', '=', communeId)
        .where('validFrom', '<=', on)
        .where((where) => where.or([where('validTo', 'is', null), where('validTo', '>=', on)]))
        .groupBy('groupId')
        .as('size'),
      'size.groupId',
      'residentGroup.id',
    )
    .select(['residentGroup.id', 'residentGroup.code', 'residentGroup.name', 'residentGroup.headName'])
    .select(['residentGroup.deputyName', 'residentGroup.meetingCycle', 'residentGroup.version'])
    .select(['residentGroup.validFrom', 'residentGroup.validTo', 'hamlet.id as hamletId', 'hamlet.name as hamletName'])
    .select(sql<number>`coalesce(size.n, 0)`.as('households'))
    .where('residentGroup.communeId', '=', communeId);
}

/** The latest meeting up to a day that was not cancelled, of each group that had one. */
export function lastMeetings(trx: Db, communeId: string, upTo: PlainDate) {
  return trx
    .selectFrom('meetingState')
    .distinctOn('groupId')
    .select(['groupId', 'id', 'year', 'heldOn', 'state'])
    .where('communeId', '=', communeId)
    .where('heldOn', '<=', upTo)
    .where('state', '<>', 'cancelled')
    .orderBy('groupId')
    .orderBy('heldOn', 'desc')
    .execute();
}

export async function insertGroups(trx: Db, rows: readonly Insertable<DB['residentGroup']>[]): Promise<void> {
  if (rows.length > 0)
    await trx
      .insertInto('residentGroup')
      .values([...rows])
      .execute();
}

/** Changes the group if it still has this version; says whether it had. */
export async function updateGroup(
  trx: Db,
  communeId: string,
  id: string,
  version: number,
  change: Updateable<DB['residentGroup']>,
): Promise<boolean> {
  const done = await trx
    .updateTable('residentGroup')
    .set({ ...change, version: sql`version + 1` })
    .where('communeId', '=', communeId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}
