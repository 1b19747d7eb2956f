import type { Evidence, Indicator, IndicatorCode } from '@gandan/domain/evaluations';
import { type Db, json, slices } from '../schema/index.ts';

/** The step that a snapshot belongs to. */
export interface SnapshotOf {
  readonly communeId: string;
  readonly year: number;
  readonly evaluationId: string;
  readonly seq: number;
}

/** Stores the indicators with the records behind them, for good. */
export async function insertSnapshot(trx: Db, of: SnapshotOf, indicators: readonly Indicator[]): Promise<void> {
  if (indicators.length === 0) return;
  const values = indicators.map(({ code, value, numerator, denominator, n, evidence: _, ...words }) => ({
    ...of,
    code,
    value,
    numerator,
    denominator,
    n,
    formula: json(words),
  }));
  await trx.insertInto('indicatorValue').values(values).execute();
  const evidence = indicators.flatMap(({ code, evidence }) =>
    evidence.map((record, position) => ({ ...of, code, position, ...record })),
  );
  for (const rows of slices(evidence)) await trx.insertInto('indicatorEvidence').values(rows).execute();
}

type Words = Pick<Indicator, 'title' | 'formula' | 'reason' | 'caution' | 'parts'>;

/** The newest snapshot of an evaluation, in the order in which it was computed. */
export async function newestSnapshot(
  trx: Db,
  of: Omit<SnapshotOf, 'seq'>,
  codes: readonly IndicatorCode[],
): Promise<Indicator[]> {
  const { seq } = await trx
    .selectFrom('indicatorValue')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .where('communeId', '=', of.communeId)
    .where('year', '=', of.year)
    .where('evaluationId', '=', of.evaluationId)
    .executeTakeFirstOrThrow();
  if (seq === null) return [];
  const [values, evidence] = [await valuesOf(trx, { ...of, seq }), await evidenceOf(trx, { ...of, seq })];
  const byCode = Map.groupBy(evidence, (row) => row.code);
  return values
    .map(({ formula, ...row }) => ({
      ...row,
      // Written by insertSnapshot from the same fields.
      ...(formula as Words),
      code: row.code as IndicatorCode,
      numerator: row.numerator ?? 0,
      denominator: row.denominator ?? 0,
      evidence: (byCode.get(row.code) ?? []).map(({ code: _, ...record }) => record as Evidence),
    }))
    .sort((a, b) => codes.indexOf(a.code) - codes.indexOf(b.code));
}

function valuesOf(trx: Db, of: SnapshotOf) {
  return trx
    .selectFrom('indicatorValue')
    .select(['code', 'value', 'numerator', 'denominator', 'n', 'formula'])
    .where('communeId', '=', of.communeId)
    .where('year', '=', of.year)
    .where('evaluationId', '=', of.evaluationId)
    .where('seq', '=', of.seq)
    .execute();
}

function evidenceOf(trx: Db, of: SnapshotOf) {
  return trx
    .selectFrom('indicatorEvidence')
    .select(['code', 'kind', 'recordId', 'label', 'counted'])
    .where('communeId', '=', of.communeId)
    .where('year', '=', of.year)
    .where('evaluationId', '=', of.evaluationId)
    .where('seq', '=', of.seq)
    .orderBy('code')
    .orderBy('position')
    .execute();
}
