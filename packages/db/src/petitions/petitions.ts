import type { PlainDate } from '@gandan/domain/calendar';
import type { PetitionKind, PetitionState } from '@gandan/domain/petitions';
import { type Insertable, type NotNull, sql } from 'kysely';
import type { DB, Db } from '../schema/index.ts';

export interface PetitionFilter {
  readonly states?: readonly PetitionState[];
  /** Unanswered and past its day on this day. */
  readonly overdueOn?: PlainDate;
}

/** Petitions that the actor sees: the unanswered first, by their day; then the answered ones, newest first. */
export function listPetitions(trx: Db, communeId: string, filter: PetitionFilter) {
  let query = petitions(trx, communeId);
  if (filter.states !== undefined) query = query.where('petition.state', 'in', [...filter.states]);
  if (filter.overdueOn !== undefined) {
    query = query
      .where('petition.state', 'in', ['received', 'assigned'])
      .where('petition.dueOn', '<', filter.overdueOn);
  }
  return query
    .orderBy(sql`petition.state in ('answered', 'closed')`)
    .orderBy(sql`case when petition.state in ('received', 'assigned') then petition.due_on end`)
    .orderBy(sql`case when petition.state in ('received', 'assigned') then petition.number end`)
    .orderBy('petition.year', 'desc')
    .orderBy('petition.number', 'desc')
    .limit(2000)
    .execute();
}

export function findPetition(trx: Db, communeId: string, year: number, id: string) {
  return petitions(trx, communeId).where('petition.year', '=', year).where('petition.id', '=', id).executeTakeFirst();
}
export type FoundPetition = NonNullable<Awaited<ReturnType<typeof findPetition>>>;

/** The petitions that came from one sheet. */
export function petitionsOfSheet(trx: Db, communeId: string, year: number, number: string) {
  return petitions(trx, communeId)
    .where('petition.year', '=', year)
    .where('petition.sheetNumber', '=', number)
    .orderBy('petition.number')
    .execute();
}

function petitions(trx: Db, communeId: string) {
  return (
    trx
      .selectFrom('petitionState as petition')
      // A cadre may have to answer a petition of a group that he does not see; then the group has no name for him.
      .leftJoin('residentGroup', (join) =>
        join
          .onRef('residentGroup.communeId', '=', 'petition.communeId')
          .onRef('residentGroup.id', '=', 'petition.groupId'),
      )
      .leftJoin('hamlet', (join) =>
        join
          .onRef('hamlet.communeId', '=', 'residentGroup.communeId')
          .onRef('hamlet.id', '=', 'residentGroup.hamletId'),
      )
      .leftJoin('household', (join) =>
        join.onRef('household.communeId', '=', 'petition.communeId').onRef('household.id', '=', 'petition.householdId'),
      )
      .leftJoin('cadre as owner', (join) =>
        join.onRef('owner.communeId', '=', 'petition.communeId').onRef('owner.id', '=', 'petition.ownerCadreId'),
      )
      .select(['petition.year', 'petition.id', 'petition.number', 'petition.field', 'petition.content'])
      .select(['petition.groupId', 'residentGroup.name as groupName', 'hamlet.name as hamletName'])
      .select(['petition.householdId'])
      .select(['household.code as householdCode', 'household.headName', 'petition.sheetNumber', 'petition.question'])
      .select(['petition.replyBy', 'petition.receivedOn', 'petition.dueOn', 'petition.answeredOn', 'petition.lastSeq'])
      .select(['petition.ownerCadreId', 'owner.name as ownerName'])
      .select([sql<PetitionKind>`petition.kind`.as('kind'), sql<PetitionState>`petition.state`.as('state')])
      .where('petition.communeId', '=', communeId)
      .$narrowType<{
        year: NotNull;
        id: NotNull;
        number: NotNull;
        field: NotNull;
        content: NotNull;
        groupId: NotNull;
        receivedOn: NotNull;
        dueOn: NotNull;
        lastSeq: NotNull;
      }>()
  );
}

/** Events of one petition, oldest first, with the names of the accounts and owners. */
export function eventsOfPetition(trx: Db, communeId: string, year: number, petitionId: string) {
  return trx
    .selectFrom('petitionEvent as event')
    .leftJoin('account', 'account.id', 'event.byAccount')
    .leftJoin('cadre as owner', (join) =>
      join.onRef('owner.communeId', '=', 'event.communeId').onRef('owner.id', '=', 'event.ownerCadreId'),
    )
    .select(['event.seq', 'event.kind', 'event.onDate', 'event.dueOn', 'event.petitionKind', 'event.text', 'event.at'])
    .select(['event.ownerCadreId', 'owner.name as ownerName', 'account.displayName as byName'])
    .where('event.communeId', '=', communeId)
    .where('event.year', '=', year)
    .where('event.petitionId', '=', petitionId)
    .orderBy('event.seq')
    .execute();
}

/** The next number of a year's register; the register stays locked until the transaction ends. */
export async function nextPetitionNumber(trx: Db, communeId: string, year: number): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`petitions ${communeId} ${year}`}, 0))`.execute(trx);
  const { last } = await trx
    .selectFrom('petition')
    .select(({ fn }) => fn.coalesce(fn.max('number'), sql<number>`0`).as('last'))
    .where('communeId', '=', communeId)
    .where('year', '=', year)
    .executeTakeFirstOrThrow();
  return last + 1;
}

/** A new petition with its first event. */
export async function insertPetition(trx: Db, row: Insertable<DB['petition']>, at: Date): Promise<void> {
  await trx.insertInto('petition').values(row).execute();
  const { communeId, year, id: petitionId, receivedOn: onDate, createdBy: byAccount } = row;
  await trx
    .insertInto('petitionEvent')
    .values({ communeId, year, petitionId, seq: 1, kind: 'received', onDate, byAccount: byAccount ?? null, at })
    .execute();
}

/** Adds an event; a sequence number that is taken is a conflict of two people at once. */
export async function insertPetitionEvent(trx: Db, row: Insertable<DB['petitionEvent']>): Promise<void> {
  await trx.insertInto('petitionEvent').values(row).execute();
}
