import type { Scheme, Step, StepKind } from '@gandan/domain/evaluations';
import { sql } from 'kysely';
import { type Db, json } from '../schema/index.ts';

export interface NewEvaluation {
  readonly communeId: string;
  readonly year: number;
  readonly id: string;
  readonly cadreId: string;
  readonly version: number;
  readonly supersedesId: string | null;
  readonly supersedeReason: string | null;
  readonly scheme: Scheme;
  readonly createdBy: string;
}

export interface NewStep {
  readonly communeId: string;
  readonly year: number;
  readonly evaluationId: string;
  readonly seq: number;
  readonly kind: StepKind;
  readonly body: unknown;
  readonly byAccount: string | null;
  readonly byName: string;
  readonly at: Date;
}

const COLUMNS = ['id', 'year', 'cadreId', 'version', 'supersedesId', 'supersedeReason', 'createdAt'] as const;

/** One evaluation of a year, in whichever version. */
export function findEvaluation(trx: Db, communeId: string, year: number, id: string) {
  return evaluations(trx, communeId, year).where('id', '=', id).executeTakeFirst();
}
export type FoundEvaluation = NonNullable<Awaited<ReturnType<typeof findEvaluation>>>;

/** The newest version of a cadre's evaluation of a year. */
export function newestEvaluation(trx: Db, communeId: string, year: number, cadreId: string) {
  return evaluations(trx, communeId, year)
    .where('cadreId', '=', cadreId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

function evaluations(trx: Db, communeId: string, year: number) {
  return trx
    .selectFrom('evaluation')
    .select(COLUMNS)
    .select(sql<Scheme>`scheme`.as('scheme'))
    .where('communeId', '=', communeId)
    .where('year', '=', year);
}

export async function insertEvaluation(trx: Db, { scheme, ...row }: NewEvaluation): Promise<void> {
  await trx
    .insertInto('evaluation')
    .values({ ...row, scheme: json(scheme) })
    .execute();
}

/** Steps of one evaluation, oldest first. */
export async function stepsOf(trx: Db, communeId: string, year: number, evaluationId: string): Promise<Step[]> {
  const rows = await trx
    .selectFrom('evaluationStep')
    .select(['seq', 'kind', 'body', 'byAccount', 'byName', 'at'])
    .where('communeId', '=', communeId)
    .where('year', '=', year)
    .where('evaluationId', '=', evaluationId)
    .orderBy('seq')
    .execute();
  // The kind and the shape of its body were checked together when the row was written.
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }) as Step);
}

/** Adds a step; a sequence number that is taken, or a second decision, is a conflict. */
export async function insertStep(trx: Db, { body, ...row }: NewStep): Promise<void> {
  await trx
    .insertInto('evaluationStep')
    .values({ ...row, body: json(body) })
    .execute();
}

/**
 * Makes everybody who works on the evaluation of that cadre and year wait in line until this transaction ends: steps are
 * only ever added, so there is no row to lock.
 */
export async function lockEvaluation(trx: Db, communeId: string, year: number, cadreId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`evaluation ${communeId} ${year} ${cadreId}`}, 0))`.execute(
    trx,
  );
}

/** What a list needs of the newest evaluation of each cadre: the kinds of its steps and the figures of the last ones. */
export function summariesOf(trx: Db, communeId: string, year: number, cadreId?: string) {
  const lastBody = (kind: StepKind, path: string) =>
    sql<
      string | null
    >`(select s.body #>> ${`{${path}}`}::text[] from evaluation_step s where s.commune_id = evaluation.commune_id
      and s.year = evaluation.year and s.evaluation_id = evaluation.id and s.kind = ${kind} order by s.seq desc limit 1)`;
  return trx
    .selectFrom('evaluation')
    .distinctOn('cadreId')
    .select(['id', 'cadreId', 'version'])
    .select([
      sql<
        StepKind[]
      >`(select array_agg(s.kind order by s.seq) from evaluation_step s where s.commune_id = evaluation.commune_id
        and s.year = evaluation.year and s.evaluation_id = evaluation.id)`.as('kinds'),
      lastBody('self', 'level').as('selfLevel'),
      lastBody('proposal', 'assessment,yearPoints').as('points'),
      lastBody('proposal', 'assessment,level').as('proposedLevel'),
      lastBody('decision', 'level').as('level'),
    ])
    .where('communeId', '=', communeId)
    .where('year', '=', year)
    .$if(cadreId !== undefined, (query) => query.where('cadreId', '=', cadreId ?? ''))
    .orderBy('cadreId')
    .orderBy('version', 'desc')
    .execute();
}

/** The name of whoever takes a step, as it will stand under it for good. */
export async function displayNameOf(trx: Db, accountId: string): Promise<string | undefined> {
  const row = await trx.selectFrom('account').select('displayName').where('id', '=', accountId).executeTakeFirst();
  return row?.displayName;
}
