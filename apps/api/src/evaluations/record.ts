import { type FoundEvaluation, newestEvaluation, newestSnapshot, stepsOf, yearFacts } from '@gandan/db/evaluations';
import { findCadre, findCadreByCode } from '@gandan/db/people';
import { findOffice } from '@gandan/db/units';
import type { Work } from '@gandan/db/work';
import { type PlainDate, yearBounds } from '@gandan/domain/calendar';
import { conflict, found } from '@gandan/domain/errors';
import {
  computeIndicators,
  type EvaluatedCadre,
  type EvaluationRecord,
  type EvaluationView,
  INDICATOR_CODES,
  lastStep,
  monthsInOffice,
  requireYearBegun,
  type Step,
  schemeForYear,
  viewEvaluation,
} from '@gandan/domain/evaluations';
import { communeOf, require } from '@gandan/domain/policy';

const CADRE = { vi: 'cán bộ này', en: 'such cadre' };

/** The cadre whom an evaluation of that year is about; refuses one who was not in office then. */
export async function cadreOfYear(work: Work, cadreId: string, year: number): Promise<EvaluatedCadre> {
  const cadre = found(await findCadre(work.trx, communeOf(work), cadreId), CADRE);
  if (isOfYear(cadre, year)) return cadre;
  throw conflict('evaluation.not-in-office', {
    vi: `${cadre.name} không công tác tại đây trong năm ${year}.`,
    en: `${cadre.name} was not in office here in ${year}.`,
  });
}

export function isOfYear(cadre: Pick<EvaluatedCadre, 'activeFrom' | 'activeTo'>, year: number): boolean {
  const { from, to } = yearBounds(year);
  return cadre.activeFrom <= to && (cadre.activeTo === null || cadre.activeTo >= from);
}

/** Indicators of the year so far, from the records as they are now. */
export async function drawIndicators(work: Work, cadreId: string, year: number) {
  const { to } = yearBounds(year);
  const asOf: PlainDate = work.today;
  const facts = await yearFacts(work.trx, { communeId: communeOf(work), cadreId, year, asOf });
  return { asOf: asOf > to ? to : asOf, indicators: computeIndicators(facts) };
}

/** Everything stored about one evaluation. */
export async function recordOf(
  work: Work,
  evaluation: FoundEvaluation,
  steps: readonly Step[],
): Promise<EvaluationRecord> {
  const communeId = communeOf(work);
  const { year, id } = evaluation;
  const cadre = found(await findCadre(work.trx, communeId, evaluation.cadreId), CADRE);
  const indicators = await newestSnapshot(work.trx, { communeId, year, evaluationId: id }, INDICATOR_CODES);
  const asOf = lastStep(steps, 'proposal')?.body.asOf ?? lastStep(steps, 'data')?.body.asOf ?? work.today;
  const { supersedesId } = evaluation;
  const corrected = supersedesId === null ? null : await stepsOf(work.trx, communeId, year, supersedesId);
  const office = await officeOf(work);
  return { ...evaluation, cadre, office, steps, indicators, asOf, corrected };
}

/**
 * The evaluation of a cadre's year as it stands: the newest stored one, or a draft from the records when none is open.
 * Nothing is stored.
 */
export async function viewOfYear(work: Work, code: string, year: number): Promise<EvaluationView> {
  const communeId = communeOf(work);
  requireYearBegun(year, work.today);
  const scheme = schemeForYear(year);
  const { id } = found(await findCadreByCode(work.trx, communeId, code), {
    vi: `cán bộ có mã “${code}”`,
    en: `cadre with the code “${code}”`,
  });
  require(work.actor, 'evaluations.print', { communeId, cadreId: id });
  const stored = await newestEvaluation(work.trx, communeId, year, id);
  if (stored !== undefined) {
    return viewEvaluation(await recordOf(work, stored, await stepsOf(work.trx, communeId, year, stored.id)));
  }
  const cadre = await cadreOfYear(work, id, year);
  const { asOf, indicators } = await drawIndicators(work, id, year);
  const unopened = { id: null, version: 1, supersedeReason: null, steps: [], corrected: null };
  return viewEvaluation({ ...unopened, year, scheme, cadre, office: await officeOf(work), indicators, asOf });
}

export const monthsActiveOf = (cadre: EvaluatedCadre, year: number) =>
  monthsInOffice(year, cadre.activeFrom, cadre.activeTo);

export async function officeOf(work: Work) {
  const office = found(await findOffice(work.trx, communeOf(work)), { vi: 'cơ quan này', en: 'such office' });
  const { superiorName, issuerName, placeName } = office;
  return { superiorName, issuerName, placeName };
}
