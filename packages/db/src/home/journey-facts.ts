import type { PlainDate } from '@gandan/domain/calendar';
import { sql } from 'kysely';
import type { Db } from '../schema/index.ts';

/** Groups in force on a day, how many a cadre follows, and how many meet in their running month or quarter. */
export async function groupFigures(trx: Db, communeId: string, today: PlainDate) {
  return trx
    .selectFrom('residentGroup as g')
    .select(({ fn }) => [
      fn.countAll<number>().as('groups'),
      sql<number>`count(*) filter (where exists (select from assignment a where a.commune_id = g.commune_id
        and a.group_id = g.id and a.during @> ${today}::date))`.as('groupsFollowed'),
      sql<number>`count(*) filter (where exists (select from meeting_state m where m.commune_id = g.commune_id
        and m.group_id = g.id and m.state <> 'cancelled'
        and date_trunc(g.meeting_cycle, m.held_on) = date_trunc(g.meeting_cycle, ${today}::date)))`.as('groupsMeeting'),
    ])
    .where('g.communeId', '=', communeId)
    .where('g.validFrom', '<=', today)
    .where((where) => where.or([where('g.validTo', 'is', null), where('g.validTo', '>=', today)]))
    .executeTakeFirstOrThrow();
}

export async function householdCount(trx: Db, communeId: string, today: PlainDate): Promise<number> {
  const { n } = await trx
    .selectFrom('household')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('communeId', '=', communeId)
    .where('validFrom', '<=', today)
    .where((where) => where.or([where('validTo', 'is', null), where('validTo', '>=', today)]))
    .executeTakeFirstOrThrow();
  return n;
}

/** Meetings of a year that were not cancelled, and the households that were told of at least one policy there. */
export async function meetingFigures(trx: Db, communeId: string, year: number) {
  return trx
    .selectFrom('meetingState as m')
    .select(({ fn }) => [
      fn.countAll<number>().as('all'),
      sql<number>`count(*) filter (where exists (select from sheet s where s.commune_id = m.commune_id
        and s.year = m.year and s.meeting_id = m.id))`.as('printed'),
      sql<number>`count(*) filter (where m.state in ('held', 'closed'))`.as('held'),
      sql<number>`count(*) filter (where m.state = 'closed')`.as('closed'),
      sql<number>`coalesce(sum(m.households_present) filter (where m.policies_told <> '{}'), 0)`.as('told'),
      sql<number>`coalesce(sum((select count(distinct s.household_id) from sheet s where s.commune_id = m.commune_id
        and s.year = m.year and s.meeting_id = m.id)) filter (where m.state in ('held', 'closed')), 0)`.as('invited'),
    ])
    .where('m.communeId', '=', communeId)
    .where('m.year', '=', year)
    .where('m.state', '<>', 'cancelled')
    .executeTakeFirstOrThrow();
}

export async function petitionFigures(trx: Db, communeId: string, year: number, today: PlainDate) {
  return trx
    .selectFrom('petitionState as p')
    .select(({ fn }) => [
      fn.countAll<number>().as('all'),
      sql<number>`count(*) filter (where p.answered_on is not null)`.as('answered'),
      sql<number>`count(*) filter (where p.answered_on <= p.due_on)`.as('onTime'),
      sql<number>`count(*) filter (where p.answered_on is null and p.due_on < ${today}::date)`.as('overdue'),
    ])
    .where('p.communeId', '=', communeId)
    .where('p.year', '=', year)
    .executeTakeFirstOrThrow();
}

/** How far the reviews of a year are: the newest version of each cadre's evaluation, by the steps it has. */
export async function evaluationFigures(trx: Db, communeId: string, year: number, of: string | null) {
  const has = (kind: string) =>
    sql<number>`count(*) filter (where exists (select from evaluation_step s where s.commune_id = e.commune_id
      and s.year = e.year and s.evaluation_id = e.id and s.kind = ${kind}))`;
  return trx
    .selectFrom('evaluation as e')
    .select([has('self').as('self'), has('proposal').as('proposed'), has('decision').as('decided')])
    .select(has('notice').as('notified'))
    .where('e.communeId', '=', communeId)
    .where('e.year', '=', year)
    .$if(of !== null, (query) => query.where('e.cadreId', '=', of))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('evaluation as later')
            .select('later.id')
            .whereRef('later.communeId', '=', 'e.communeId')
            .whereRef('later.year', '=', 'e.year')
            .whereRef('later.supersedesId', '=', 'e.id'),
        ),
      ),
    )
    .executeTakeFirstOrThrow();
}

/** Cadres in office on a day; `own` tells whether one of them still owes his self-assessment of the year. */
export async function cadreFigures(trx: Db, communeId: string, year: number, today: PlainDate, own: string | null) {
  return trx
    .selectFrom('cadre as c')
    .select(({ fn }) => [
      fn.countAll<number>().as('cadres'),
      sql<boolean>`coalesce(bool_or(c.id = ${own}::uuid and not exists (select from evaluation e
        join evaluation_step s on s.commune_id = e.commune_id and s.year = e.year and s.evaluation_id = e.id
        where e.commune_id = c.commune_id and e.year = ${year} and e.cadre_id = c.id and s.kind = 'self')), false)`.as(
        'ownAssessmentOpen',
      ),
    ])
    .where('c.communeId', '=', communeId)
    .where('c.activeFrom', '<=', today)
    .where((where) => where.or([where('c.activeTo', 'is', null), where('c.activeTo', '>=', today)]))
    .executeTakeFirstOrThrow();
}
