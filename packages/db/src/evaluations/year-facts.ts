import type { PlainDate } from '@gandan/domain/calendar';
import type {
  AssignmentFact,
  HouseholdFact,
  MeetingFact,
  PetitionFact,
  SheetFact,
  YearFacts,
} from '@gandan/domain/evaluations';
import { sql } from 'kysely';
import type { Db } from '../schema/index.ts';

/** Whose year, and up to which day. */
export interface YearOf {
  readonly communeId: string;
  readonly cadreId: string;
  readonly year: number;
  readonly asOf: PlainDate;
}

/**
 * The records of the groups that the cadre followed at some time of the year; the rules narrow them to his days. Needs an
 * actor who sees the whole commune: a cadre's own session would miss the groups that he follows no longer.
 */
export async function yearFacts(trx: Db, of: YearOf): Promise<YearFacts> {
  const assignments = await assignmentsIn(trx, of);
  const groupIds = [...new Set(assignments.map((assignment) => assignment.groupId))];
  const { year, asOf, cadreId } = of;
  if (groupIds.length === 0) {
    return { year, asOf, cadreId, assignments, meetings: [], households: [], sheets: [], petitions: [] };
  }
  const [meetings, households, sheets, petitions] = [
    await meetingsOf(trx, of, groupIds),
    await householdsOf(trx, of, groupIds),
    await sheetsOf(trx, of, groupIds),
    await petitionsOf(trx, of, groupIds),
  ];
  return { year, asOf, cadreId, assignments, meetings, households, sheets, petitions };
}

async function assignmentsIn(trx: Db, { communeId, cadreId, year }: YearOf): Promise<AssignmentFact[]> {
  const rows = await trx
    .selectFrom('assignment')
    .innerJoin('residentGroup', (join) =>
      join
        .onRef('residentGroup.communeId', '=', 'assignment.communeId')
        .onRef('residentGroup.id', '=', 'assignment.groupId'),
    )
    .innerJoin('hamlet', (join) =>
      join.onRef('hamlet.communeId', '=', 'residentGroup.communeId').onRef('hamlet.id', '=', 'residentGroup.hamletId'),
    )
    .select(['residentGroup.id as groupId', 'residentGroup.name as groupName', 'hamlet.name as hamletName'])
    .select([
      sql<'month' | 'quarter'>`resident_group.meeting_cycle`.as('meetingCycle'),
      sql<PlainDate>`lower(assignment.during)`.as('from'),
      sql<PlainDate | null>`upper(assignment.during) - 1`.as('to'),
    ])
    .where('assignment.communeId', '=', communeId)
    .where('assignment.cadreId', '=', cadreId)
    .where(sql<boolean>`assignment.during && daterange(make_date(${year}, 1, 1), make_date(${year}, 12, 31), '[]')`)
    .orderBy('residentGroup.code')
    .orderBy(sql`lower(assignment.during)`)
    .execute();
  // Every hamlet may have its "Tổ số 1": the hamlet is named where a cadre follows two of one name.
  const isAmbiguous = (row: (typeof rows)[number]) =>
    rows.some((other) => other.groupName === row.groupName && other.groupId !== row.groupId);
  return rows.map(({ hamletName, ...row }) => ({
    ...row,
    groupName: isAmbiguous({ ...row, hamletName }) ? `${row.groupName} (${hamletName})` : row.groupName,
  }));
}

async function meetingsOf(trx: Db, { communeId, year }: YearOf, groupIds: string[]): Promise<MeetingFact[]> {
  return await trx
    .selectFrom('meetingState')
    .select(['cadreId', 'cadrePresent'])
    .select([
      sql<string>`id`.as('id'),
      sql<string>`group_id`.as('groupId'),
      sql<PlainDate>`held_on`.as('heldOn'),
      sql<MeetingFact['state']>`state`.as('state'),
      sql<string[]>`coalesce(policies_told, '{}')`.as('policiesTold'),
    ])
    .where('communeId', '=', communeId)
    .where('year', '=', year)
    .where('groupId', 'in', groupIds)
    .execute();
}

/** Households that are in one of the groups now, or were before they moved away. */
async function householdsOf(trx: Db, { communeId }: YearOf, groupIds: string[]): Promise<HouseholdFact[]> {
  const moves = await trx
    .selectFrom('householdMove')
    .select(['householdId', 'onDate', 'fromGroupId'])
    .where('communeId', '=', communeId)
    .where((where) => where.or([where('fromGroupId', 'in', groupIds), where('toGroupId', 'in', groupIds)]))
    .orderBy('onDate')
    .execute();
  const moved = [...new Set(moves.map((move) => move.householdId))];
  const rows = await trx
    .selectFrom('household')
    .select(['id', 'code', 'groupId', 'validFrom', 'validTo'])
    .where('communeId', '=', communeId)
    .where((where) =>
      where.or([where('groupId', 'in', groupIds), ...(moved.length > 0 ? [where('id', 'in', moved)] : [])]),
    )
    .execute();
  return rows.map((row) => ({ ...row, moves: moves.filter((move) => move.householdId === row.id) }));
}

async function sheetsOf(trx: Db, { communeId, year }: YearOf, groupIds: string[]): Promise<SheetFact[]> {
  return await trx
    .selectFrom('sheetState')
    .select([
      sql<string>`number`.as('number'),
      sql<string>`meeting_id`.as('meetingId'),
      sql<string>`household_id`.as('householdId'),
      sql<SheetFact['state']>`state`.as('state'),
    ])
    .where('communeId', '=', communeId)
    .where('year', '=', year)
    .where('groupId', 'in', groupIds)
    .execute();
}

async function petitionsOf(trx: Db, { communeId, year }: YearOf, groupIds: string[]): Promise<PetitionFact[]> {
  return await trx
    .selectFrom('petitionState')
    .select(['ownerCadreId', 'answeredOn', 'sheetNumber'])
    .select([
      sql<string>`id`.as('id'),
      sql<number>`number`.as('number'),
      sql<PetitionFact['kind']>`kind`.as('kind'),
      sql<string>`group_id`.as('groupId'),
      sql<PlainDate>`received_on`.as('receivedOn'),
      sql<PlainDate>`due_on`.as('dueOn'),
    ])
    .where('communeId', '=', communeId)
    .where('year', '=', year)
    .where('groupId', 'in', groupIds)
    .execute();
}
