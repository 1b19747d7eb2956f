import type { PlainDate } from '@gandan/domain/calendar';
import { type Insertable, sql, type Updateable } from 'kysely';
import type { DB, Db } from '../schema/index.ts';

/** All households followed on a day that the actor sees, in the order of their codes. */
export function listHouseholds(trx: Db, communeId: string, on: PlainDate, groupId?: string) {
  return households(trx, communeId)
    .where('household.validFrom', '<=', on)
    .where((where) => where.or([where('household.validTo', 'is', null), where('household.validTo', '>=', on)]))
    .$if(groupId !== undefined, (query) => query.where('household.groupId', '=', groupId ?? ''))
    .orderBy('household.code')
    .execute();
}

export function findHousehold(trx: Db, communeId: string, id: string) {
  return households(trx, communeId).where('household.id', '=', id).executeTakeFirst();
}

/** The household of a code; case does not count. */
export function findHouseholdByCode(trx: Db, communeId: string, code: string) {
  return households(trx, communeId).where(sql<boolean>`upper(household.code) = upper(${code})`).executeTakeFirst();
}

/** Households whose search key holds all of these folded words, by given name. */
export function searchHouseholds(trx: Db, communeId: string, words: readonly string[], limit: number) {
  let query = households(trx, communeId).where('household.validTo', 'is', null);
  for (const word of words) query = query.where(sql<boolean>`position(${word} in household.search_key) > 0`);
  return query.orderBy('household.sortKey').orderBy('household.code').limit(limit).execute();
}

function households(trx: Db, communeId: string) {
  return trx
    .selectFrom('household')
    .innerJoin('residentGroup', (join) =>
      join
        .onRef('residentGroup.communeId', '=', 'household.communeId')
        .onRef('residentGroup.id', '=', 'household.groupId'),
    )
    .innerJoin('hamlet', (join) =>
      join.onRef('hamlet.communeId', '=', 'residentGroup.communeId').onRef('hamlet.id', '=', 'residentGroup.hamletId'),
    )
    .select(['household.id', 'household.code', 'household.headName', 'household.address', 'household.groupId'])
    .select(['residentGroup.name as groupName', 'residentGroup.code as groupCode', 'hamlet.name as hamletName'])
    .select(['household.validFrom', 'household.validTo', 'household.version'])
    .where('household.communeId', '=', communeId);
}

export async function insertHousehold(trx: Db, row: Insertable<DB['household']>): Promise<void> {
  await trx.insertInto('household').values(row).execute();
}

/** Changes the household if it still has this version; says whether it had. */
export async function updateHousehold(
  trx: Db,
  communeId: string,
  id: string,
  version: number,
  change: Updateable<DB['household']>,
): Promise<boolean> {
  const done = await trx
    .updateTable('household')
    .set({ ...change, version: sql`version + 1` })
    .where('communeId', '=', communeId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** The moves of a household, newest first, with the names of the groups. */
export function movesOf(trx: Db, communeId: string, householdId: string) {
  return trx
    .selectFrom('householdMove as move')
    .leftJoin('residentGroup as before', (join) =>
      join.onRef('before.communeId', '=', 'move.communeId').onRef('before.id', '=', 'move.fromGroupId'),
    )
    .leftJoin('residentGroup as after', (join) =>
      join.onRef('after.communeId', '=', 'move.communeId').onRef('after.id', '=', 'move.toGroupId'),
    )
    .select(['move.onDate', 'move.fromGroupId', 'move.toGroupId'])
    .select(['before.name as fromGroupName', 'after.name as toGroupName'])
    .where('move.communeId', '=', communeId)
    .where('move.householdId', '=', householdId)
    .orderBy('move.onDate', 'desc')
    .execute();
}

export async function insertMove(trx: Db, row: Insertable<DB['householdMove']>): Promise<void> {
  await trx.insertInto('householdMove').values(row).execute();
}

/** The sheets that were printed for a household, newest first, with where they are now. */
export function sheetsOfHousehold(trx: Db, communeId: string, householdId: string) {
  return trx
    .selectFrom('sheetState as sheet')
    .innerJoin('meeting', (join) =>
      join
        .onRef('meeting.communeId', '=', 'sheet.communeId')
        .onRef('meeting.year', '=', 'sheet.year')
        .onRef('meeting.id', '=', 'sheet.meetingId'),
    )
    .select(['sheet.year', 'sheet.number', 'sheet.state', 'sheet.meetingId', 'meeting.heldOn'])
    .where('sheet.communeId', '=', communeId)
    .where('sheet.householdId', '=', householdId)
    .orderBy('meeting.heldOn', 'desc')
    .orderBy('sheet.number')
    .execute();
}

/** The petitions of a household, newest first. */
export function petitionsOfHousehold(trx: Db, communeId: string, householdId: string) {
  return trx
    .selectFrom('petitionState')
    .select(['year', 'id', 'number', 'kind', 'content', 'receivedOn', 'dueOn', 'state'])
    .where('communeId', '=', communeId)
    .where('householdId', '=', householdId)
    .orderBy('receivedOn', 'desc')
    .orderBy('number', 'desc')
    .execute();
}
