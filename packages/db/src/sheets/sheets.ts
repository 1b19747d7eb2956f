import type { SheetState } from '@gandan/domain/sheets';
import { type Insertable, type NotNull, sql } from 'kysely';
import { type DB, type Db, slices } from '../schema/index.ts';

/**
 * One sheet with what surrounds it: its state, its meeting, its group; `newestGeneration` of the same household at the
 * same meeting tells whether a reprint took its place.
 */
export function findSheet(trx: Db, communeId: string, number: string) {
  return trx
    .selectFrom('sheetState as sheet')
    .innerJoin('meetingState as meeting', (join) =>
      join
        .onRef('meeting.communeId', '=', 'sheet.communeId')
        .onRef('meeting.year', '=', 'sheet.year')
        .onRef('meeting.id', '=', 'sheet.meetingId'),
    )
    .innerJoin('residentGroup', (join) =>
      join.onRef('residentGroup.communeId', '=', 'sheet.communeId').onRef('residentGroup.id', '=', 'sheet.groupId'),
    )
    .innerJoin('hamlet', (join) =>
      join.onRef('hamlet.communeId', '=', 'residentGroup.communeId').onRef('hamlet.id', '=', 'residentGroup.hamletId'),
    )
    .innerJoin('household', (join) =>
      join.onRef('household.communeId', '=', 'sheet.communeId').onRef('household.id', '=', 'sheet.householdId'),
    )
    .select(['sheet.year', 'sheet.number', 'sheet.meetingId', 'sheet.groupId', 'sheet.householdId'])
    .select(['sheet.questionnaireId', 'sheet.questionnaireVersion', 'sheet.layoutId', 'sheet.generation'])
    .select(['sheet.headName', 'sheet.address', 'sheet.stateReason', 'sheet.printedAt', 'sheet.stateAt'])
    .select(sql<SheetState>`sheet.state`.as('state'))
    .select(['meeting.heldOn', sql<'planned' | 'held' | 'closed' | 'cancelled'>`meeting.state`.as('meetingState')])
    .select(['residentGroup.name as groupName', 'residentGroup.code as groupCode', 'hamlet.name as hamletName'])
    .select('household.code as householdCode')
    .select((of) =>
      of
        .selectFrom('sheet as newer')
        .select(({ fn }) => fn.max('newer.generation').as('generation'))
        .whereRef('newer.communeId', '=', 'sheet.communeId')
        .whereRef('newer.year', '=', 'sheet.year')
        .whereRef('newer.meetingId', '=', 'sheet.meetingId')
        .whereRef('newer.householdId', '=', 'sheet.householdId')
        .as('newestGeneration'),
    )
    .where('sheet.communeId', '=', communeId)
    .where('sheet.number', '=', number)
    .$narrowType<{
      year: NotNull;
      number: NotNull;
      meetingId: NotNull;
      groupId: NotNull;
      householdId: NotNull;
      questionnaireId: NotNull;
      questionnaireVersion: NotNull;
      layoutId: NotNull;
      generation: NotNull;
      newestGeneration: NotNull;
      headName: NotNull;
      address: NotNull;
      heldOn: NotNull;
      printedAt: NotNull;
      stateAt: NotNull;
    }>()
    .executeTakeFirst();
}
export type FoundSheet = NonNullable<Awaited<ReturnType<typeof findSheet>>>;

/** The number of the newest sheet of a household at a meeting: what took a reprinted sheet's place. */
export async function findNewestNumber(
  trx: Db,
  communeId: string,
  year: number,
  meetingId: string,
  householdId: string,
) {
  const row = await trx
    .selectFrom('sheet')
    .select('number')
    .where('communeId', '=', communeId)
    .where('year', '=', year)
    .where('meetingId', '=', meetingId)
    .where('householdId', '=', householdId)
    .orderBy('generation', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.number;
}

/** The sheets of a meeting in print order (their numbers), with their states. */
export function sheetsOfMeeting(trx: Db, communeId: string, year: number, meetingId: string) {
  return sheetsOfMeetings(trx, communeId, [year], [meetingId]);
}

/** The same of many meetings at once. */
export function sheetsOfMeetings(trx: Db, communeId: string, years: readonly number[], meetingIds: readonly string[]) {
  return trx
    .selectFrom('sheetState as sheet')
    .innerJoin('household', (join) =>
      join.onRef('household.communeId', '=', 'sheet.communeId').onRef('household.id', '=', 'sheet.householdId'),
    )
    .select(['sheet.number', 'sheet.meetingId', 'sheet.householdId', 'household.code as householdCode'])
    .select(['sheet.headName', 'sheet.address', 'sheet.generation', 'sheet.printedAt', 'sheet.printJobId'])
    .select(['sheet.layoutId', 'sheet.stateReason'])
    .select(sql<SheetState>`sheet.state`.as('state'))
    .where('sheet.communeId', '=', communeId)
    .where('sheet.year', 'in', [...years])
    .where('sheet.meetingId', 'in', [...meetingIds])
    .orderBy(sql`length(sheet.number)`)
    .orderBy('sheet.number')
    .$narrowType<{
      number: NotNull;
      meetingId: NotNull;
      householdId: NotNull;
      headName: NotNull;
      address: NotNull;
      generation: NotNull;
      layoutId: NotNull;
      printedAt: NotNull;
    }>()
    .execute();
}

/**
 * How many sheets of each state every meeting of a year has: of the ones asked for, or of all that were not cancelled. One pass over the events in key order: the view
 * `sheet_state` looks each sheet up by itself, which is right for one sheet and ten times slower for ten thousand.
 */
export function countSheets(trx: Db, communeId: string, year: number, meetingIds?: readonly string[]) {
  const last = trx
    .selectFrom('sheetEvent')
    .distinctOn('number')
    .select(['number', 'kind'])
    .where('communeId', '=', communeId)
    .where('year', '=', year)
    .orderBy('number')
    .orderBy('seq', 'desc');
  let query = trx
    .with('last', () => last)
    .selectFrom('sheet')
    .innerJoin('last', 'last.number', 'sheet.number')
    .select(['sheet.meetingId', sql<SheetState>`last.kind`.as('state')])
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('sheet.communeId', '=', communeId)
    .where('sheet.year', '=', year)
    .groupBy(['sheet.meetingId', 'last.kind']);
  if (meetingIds !== undefined) return query.where('sheet.meetingId', 'in', [...meetingIds]).execute();
  query = query.where(({ not, exists, selectFrom }) =>
    not(
      exists(
        selectFrom('meetingRecord as record')
          .select('record.seq')
          .whereRef('record.communeId', '=', 'sheet.communeId')
          .whereRef('record.year', '=', 'sheet.year')
          .whereRef('record.meetingId', '=', 'sheet.meetingId')
          .where('record.kind', '=', 'cancelled'),
      ),
    ),
  );
  return query.execute();
}

/** Events of one sheet, oldest first, with the names of the accounts. */
export function eventsOfSheet(trx: Db, communeId: string, year: number, number: string) {
  return trx
    .selectFrom('sheetEvent as event')
    .leftJoin('account', 'account.id', 'event.byAccount')
    .select(['event.seq', sql<SheetState>`event.kind`.as('kind'), 'event.reason', 'event.at'])
    .select('account.displayName as byName')
    .where('event.communeId', '=', communeId)
    .where('event.year', '=', year)
    .where('event.number', '=', number)
    .orderBy('event.seq')
    .execute();
}

export interface NewEvent {
  readonly number: string;
  readonly kind: SheetState;
  readonly reason: string | null;
}

/** Appends events, in this order, after the last one of each sheet. The caller holds the meeting's lock. */
export async function appendEvents(
  trx: Db,
  stamp: { communeId: string; year: number; byAccount: string; at: Date },
  events: readonly NewEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const numbers = [...new Set(events.map((event) => event.number))];
  const last = await trx
    .selectFrom('sheetEvent')
    .select(({ fn }) => ['number', fn.max('seq').as('seq')])
    .where('communeId', '=', stamp.communeId)
    .where('year', '=', stamp.year)
    .where('number', 'in', numbers)
    .groupBy('number')
    .execute();
  const seqs = new Map(last.map((row) => [row.number, row.seq]));
  const rows = events.map((event) => {
    const seq = (seqs.get(event.number) ?? 0) + 1;
    seqs.set(event.number, seq);
    return { ...stamp, ...event, seq };
  });
  for (const part of slices(rows)) await trx.insertInto('sheetEvent').values(part).execute();
}

export async function insertSheets(trx: Db, rows: readonly Insertable<DB['sheet']>[]): Promise<void> {
  for (const part of slices(rows)) await trx.insertInto('sheet').values(part).execute();
}

/** Takes the next `count` serials of the office; the office's row stays locked until the transaction ends. */
export async function takeSerials(trx: Db, communeId: string, count: number): Promise<number> {
  const { nextSerial } = await trx
    .updateTable('office')
    .set({ nextSerial: sql`next_serial + ${count}` })
    .where('communeId', '=', communeId)
    .returning('nextSerial')
    .executeTakeFirstOrThrow();
  return nextSerial - count;
}
