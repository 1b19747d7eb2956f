import type { PlainDate } from '@gandan/domain/calendar';
import { sql } from 'kysely';
import type { Db } from '../schema/index.ts';

/** Days both included; `to` null: until further notice. Stored as PostgreSQL's half-open range. */
export interface AssignmentRow {
  readonly communeId: string;
  readonly id: string;
  readonly cadreId: string;
  readonly groupId: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly createdBy: string | null;
}

/** Assignments in force on a day; `cadreId` narrows to one cadre's own. */
export function listAssignmentsOn(trx: Db, communeId: string, on: PlainDate, cadreId?: string) {
  return assignments(trx, communeId)
    .where(sql<boolean>`assignment.during @> ${on}::date`)
    .$if(cadreId !== undefined, (query) => query.where('assignment.cadreId', '=', cadreId ?? ''))
    .orderBy('residentGroup.code')
    .orderBy('cadre.sortKey')
    .execute();
}

/** Everything that one cadre or one group ever had, newest first. */
export function assignmentHistory(trx: Db, communeId: string, of: { cadreId: string } | { groupId: string }) {
  const base = assignments(trx, communeId);
  const narrowed =
    'cadreId' in of
      ? base.where('assignment.cadreId', '=', of.cadreId)
      : base.where('assignment.groupId', '=', of.groupId);
  return narrowed.orderBy(sql`lower(assignment.during)`, 'desc').execute();
}

export function findAssignment(trx: Db, communeId: string, id: string) {
  return assignments(trx, communeId).where('assignment.id', '=', id).executeTakeFirst();
}

/** An assignment of the same pair that shares a day with [from, to]. */
export function findOverlap(
  trx: Db,
  communeId: string,
  pair: { readonly cadreId: string; readonly groupId: string },
  from: PlainDate,
  to: PlainDate | null,
) {
  return assignments(trx, communeId)
    .where('assignment.cadreId', '=', pair.cadreId)
    .where('assignment.groupId', '=', pair.groupId)
    .where(sql<boolean>`assignment.during && ${span(from, to)}`)
    .orderBy(sql`lower(assignment.during)`)
    .executeTakeFirst();
}

/** How many groups a cadre follows on a day. */
export async function countGroupsOf(trx: Db, communeId: string, cadreId: string, on: PlainDate): Promise<number> {
  const { n } = await trx
    .selectFrom('assignment')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('communeId', '=', communeId)
    .where('cadreId', '=', cadreId)
    .where(sql<boolean>`during @> ${on}::date`)
    .executeTakeFirstOrThrow();
  return n;
}

/** Groups in force on a day that nobody follows. */
export function groupsWithoutCadre(trx: Db, communeId: string, on: PlainDate) {
  return trx
    .selectFrom('residentGroup')
    .innerJoin('hamlet', (join) =>
      join.onRef('hamlet.communeId', '=', 'residentGroup.communeId').onRef('hamlet.id', '=', 'residentGroup.hamletId'),
    )
    .select(['residentGroup.id', 'residentGroup.code', 'residentGroup.name', 'hamlet.name as hamletName'])
    .where('residentGroup.communeId', '=', communeId)
    .where('residentGroup.validFrom', '<=', on)
    .where((where) => where.or([where('residentGroup.validTo', 'is', null), where('residentGroup.validTo', '>=', on)]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('assignment')
            .select('assignment.id')
            .whereRef('assignment.communeId', '=', 'residentGroup.communeId')
            .whereRef('assignment.groupId', '=', 'residentGroup.id')
            .where(sql<boolean>`assignment.during @> ${on}::date`),
        ),
      ),
    )
    .orderBy('residentGroup.code')
    .execute();
}

export async function insertAssignments(trx: Db, rows: readonly AssignmentRow[]): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map(({ from, to, ...row }) => ({ ...row, during: span(from, to) }));
  await trx.insertInto('assignment').values(values).execute();
}

/** Sets the last day, if the assignment still has this version; says whether it had. */
export async function endAssignment(
  trx: Db,
  communeId: string,
  id: string,
  version: number,
  to: PlainDate,
): Promise<boolean> {
  const done = await trx
    .updateTable('assignment')
    .set({ during: sql<string>`daterange(lower(during), ${to}::date, '[]')`, version: sql`version + 1` })
    .where('communeId', '=', communeId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

function span(from: PlainDate, to: PlainDate | null) {
  return sql<string>`daterange(${from}::date, ${to}::date, '[]')`;
}

function assignments(trx: Db, communeId: string) {
  return trx
    .selectFrom('assignment')
    .innerJoin('cadre', (join) =>
      join.onRef('cadre.communeId', '=', 'assignment.communeId').onRef('cadre.id', '=', 'assignment.cadreId'),
    )
    .innerJoin('residentGroup', (join) =>
      join
        .onRef('residentGroup.communeId', '=', 'assignment.communeId')
        .onRef('residentGroup.id', '=', 'assignment.groupId'),
    )
    .innerJoin('hamlet', (join) =>
      join.onRef('hamlet.communeId', '=', 'residentGroup.communeId').onRef('hamlet.id', '=', 'residentGroup.hamletId'),
    )
    .select(['assignment.id', 'assignment.cadreId', 'cadre.name as cadreName', 'cadre.code as cadreCode'])
    .select(['assignment.groupId', 'residentGroup.name as groupName', 'residentGroup.code as groupCode'])
    .select(['hamlet.name as hamletName', 'assignment.version'])
    .select([
      sql<PlainDate>`lower(assignment.during)`.as('from'),
      sql<PlainDate | null>`upper(assignment.during) - 1`.as('to'),
    ])
    .where('assignment.communeId', '=', communeId);
}
