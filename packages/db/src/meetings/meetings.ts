import type { PlainDate } from '@gandan/domain/calendar';
import type { MeetingState } from '@gandan/domain/meetings';
import { type Insertable, type NotNull, sql } from 'kysely';
import type { DB, Db } from '../schema/index.ts';

/** The meetings of a year that the actor sees, newest first. */
export function listMeetings(trx: Db, communeId: string, year: number, state?: MeetingState) {
  let query = meetings(trx, communeId).where('meeting.year', '=', year);
  if (state !== undefined) query = query.where('meeting.state', '=', state);
  return query.orderBy('meeting.heldOn', 'desc').orderBy('residentGroup.code').execute();
}

/** Meetings that are neither closed nor cancelled, of this year, the last and the next, oldest first. */
export function listOpenMeetings(trx: Db, communeId: string, year: number) {
  return meetings(trx, communeId)
    .where('meeting.year', 'in', [year - 1, year, year + 1])
    .where('meeting.state', 'in', ['planned', 'held'])
    .orderBy('meeting.heldOn')
    .orderBy('residentGroup.code')
    .execute();
}

export function findMeeting(trx: Db, communeId: string, year: number, id: string) {
  return meetings(trx, communeId).where('meeting.year', '=', year).where('meeting.id', '=', id).executeTakeFirst();
}
export type FoundMeeting = NonNullable<Awaited<ReturnType<typeof findMeeting>>>;

/** These meetings, in no particular order; those that the actor does not see are not among them. */
export function findMeetings(
  trx: Db,
  communeId: string,
  keys: readonly { readonly year: number; readonly id: string }[],
) {
  const years = [...new Set(keys.map((key) => key.year))];
  const ids = keys.map((key) => key.id);
  return meetings(trx, communeId).where('meeting.year', 'in', years).where('meeting.id', 'in', ids).execute();
}

/** The meeting of a group on a day: there is at most one. */
export function findMeetingOn(trx: Db, communeId: string, groupId: string, heldOn: PlainDate) {
  return meetings(trx, communeId)
    .where('meeting.groupId', '=', groupId)
    .where('meeting.heldOn', '=', heldOn)
    .executeTakeFirst();
}

function meetings(trx: Db, communeId: string) {
  return trx
    .selectFrom('meetingState as meeting')
    .innerJoin('residentGroup', (join) =>
      join.onRef('residentGroup.communeId', '=', 'meeting.communeId').onRef('residentGroup.id', '=', 'meeting.groupId'),
    )
    .innerJoin('hamlet', (join) =>
      join.onRef('hamlet.communeId', '=', 'residentGroup.communeId').onRef('hamlet.id', '=', 'residentGroup.hamletId'),
    )
    .leftJoin('cadre', (join) =>
      join.onRef('cadre.communeId', '=', 'meeting.communeId').onRef('cadre.id', '=', 'meeting.cadreId'),
    )
    .select(['meeting.year', 'meeting.id', 'meeting.groupId', 'residentGroup.name as groupName'])
    .select(['residentGroup.code as groupCode', 'residentGroup.headName', 'residentGroup.deputyName'])
    .select(['hamlet.id as hamletId', 'hamlet.name as hamletName', 'hamlet.kind as hamletKind'])
    .select(['meeting.heldOn', 'meeting.place', 'meeting.questionnaireId', 'meeting.questionnaireVersion'])
    .select(['meeting.cadreId', 'cadre.name as cadreName', 'meeting.cadrePresent', 'meeting.householdsPresent'])
    .select(['meeting.policiesTold', sql<MeetingState>`meeting.state`.as('state')])
    .where('meeting.communeId', '=', communeId)
    .$narrowType<{
      year: NotNull;
      id: NotNull;
      groupId: NotNull;
      heldOn: NotNull;
      questionnaireId: NotNull;
      questionnaireVersion: NotNull;
    }>();
}

export async function insertMeetings(trx: Db, rows: readonly Insertable<DB['meeting']>[]): Promise<void> {
  if (rows.length > 0)
    await trx
      .insertInto('meeting')
      .values([...rows])
      .execute();
}

/** The questionnaire that the office's newest meeting was planned with. */
export async function lastQuestionnaire(trx: Db, communeId: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('meeting')
    .select('questionnaireId')
    .where('communeId', '=', communeId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.questionnaireId;
}

/** Groups among these that already meet on that day. */
export function meetingsOn(trx: Db, communeId: string, heldOn: PlainDate, groupIds: readonly string[]) {
  return trx
    .selectFrom('meeting')
    .select(['groupId', 'id', 'year'])
    .where('communeId', '=', communeId)
    .where('heldOn', '=', heldOn)
    .where('groupId', 'in', [...groupIds])
    .execute();
}

/** What was written down about a meeting, oldest first, with the names of the accounts. */
export function recordsOf(trx: Db, communeId: string, year: number, meetingId: string) {
  return trx
    .selectFrom('meetingRecord as record')
    .leftJoin('account', 'account.id', 'record.recordedBy')
    .leftJoin('cadre', (join) =>
      join.onRef('cadre.communeId', '=', 'record.communeId').onRef('cadre.id', '=', 'record.cadreId'),
    )
    .select(['record.seq', 'record.kind', 'record.cadreId', 'cadre.name as cadreName', 'record.cadrePresent'])
    .select(['record.householdsPresent', 'record.policiesTold', 'record.note', 'record.recordedAt'])
    .select('account.displayName as byName')
    .where('record.communeId', '=', communeId)
    .where('record.year', '=', year)
    .where('record.meetingId', '=', meetingId)
    .orderBy('record.seq')
    .execute();
}

/** Adds a record after the last one. The caller holds the meeting's lock. */
export async function appendRecord(trx: Db, row: Omit<Insertable<DB['meetingRecord']>, 'seq'>): Promise<void> {
  const { seq } = await trx
    .selectFrom('meetingRecord')
    .select(({ fn }) => fn.coalesce(fn.max('seq'), sql<number>`0`).as('seq'))
    .where('communeId', '=', row.communeId)
    .where('year', '=', row.year)
    .where('meetingId', '=', row.meetingId)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('meetingRecord')
    .values({ ...row, seq: seq + 1 })
    .execute();
}

/** The cadres who follow these groups on a day, by name. */
export function cadresOfGroups(trx: Db, communeId: string, groupIds: readonly string[], on: PlainDate) {
  return trx
    .selectFrom('assignment')
    .innerJoin('cadre', (join) =>
      join.onRef('cadre.communeId', '=', 'assignment.communeId').onRef('cadre.id', '=', 'assignment.cadreId'),
    )
    .select(['assignment.groupId', 'cadre.id', 'cadre.name', 'cadre.post'])
    .where('assignment.communeId', '=', communeId)
    .where('assignment.groupId', 'in', [...groupIds])
    .where(sql<boolean>`assignment.during @> ${on}::date`)
    .orderBy('cadre.sortKey')
    .execute();
}

/** Households that these groups have on a day, in the order of their codes: the sheets of their packets. */
export function householdsOfGroups(trx: Db, communeId: string, groupIds: readonly string[], on: PlainDate) {
  return trx
    .selectFrom('household')
    .select(['id', 'groupId', 'code', 'headName', 'address'])
    .where('communeId', '=', communeId)
    .where('groupId', 'in', [...groupIds])
    .where('validFrom', '<=', on)
    .where((where) => where.or([where('validTo', 'is', null), where('validTo', '>=', on)]))
    .orderBy('code')
    .execute();
}
