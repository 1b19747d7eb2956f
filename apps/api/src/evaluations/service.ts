import {
  displayNameOf,
  findEvaluation,
  insertEvaluation,
  insertSnapshot,
  insertStep,
  lockEvaluation,
  newestEvaluation,
  stepsOf,
  summariesOf,
} from '@gandan/db/evaluations';
import { listCadres } from '@gandan/db/people';
import type { Work } from '@gandan/db/work';
import { conflict, found } from '@gandan/domain/errors';
import {
  type AppealInput,
  assess,
  type CommentInput,
  checkDecision,
  checkProposal,
  checkSelf,
  type DecisionInput,
  type Indicator,
  type Level,
  lastStep,
  type NoticeInput,
  nextSteps,
  type ProposalInput,
  requireYearBegun,
  resultFormula,
  type SelfInput,
  type Step,
  type StepKind,
  schemeForYear,
  stateAfter,
  takeStep,
  vetoesFor,
  viewEvaluation,
} from '@gandan/domain/evaluations';
import { type Action, can, communeOf, require, scope } from '@gandan/domain/policy';
import { cadreOfYear, drawIndicators, isOfYear, monthsActiveOf, recordOf } from './record.ts';

/** The action that each step is. Opening and telling are the office's work, the appeal is the cadre's own. */
const ACTION_OF: Record<StepKind, Action> = {
  data: 'evaluations.propose',
  self: 'evaluations.assess',
  comment: 'evaluations.comment',
  proposal: 'evaluations.propose',
  decision: 'evaluations.decide',
  notice: 'evaluations.propose',
  appeal: 'evaluations.assess',
};

/** Every cadre of the year with where his evaluation stands; a cadre finds himself only. */
export async function listEvaluations(work: Work, year: number) {
  require(work.actor, 'evaluations.read');
  const reach = scope(work.actor, 'evaluations.read');
  const communeId = communeOf(work);
  if (reach === null || reach.cadreId === null) return [];
  const only = reach.cadreId === 'all' ? undefined : reach.cadreId;
  const summaries = await summariesOf(work.trx, communeId, year, only);
  const byCadre = new Map(summaries.map((summary) => [summary.cadreId, summary]));
  return (await listCadres(work.trx, communeId, only))
    .filter((cadre) => byCadre.has(cadre.id) || isOfYear(cadre, year))
    .map(({ id: cadreId, code, name, post, department, isLeader }) => {
      const summary = byCadre.get(cadreId);
      return {
        ...{ cadreId, code, name, post, department, isLeader, year },
        id: summary?.id ?? null,
        version: summary?.version ?? null,
        state: stateAfter(summary?.kinds ?? []),
        selfLevel: (summary?.selfLevel ?? null) as Level | null,
        points: summary?.points == null ? null : Number(summary.points),
        proposedLevel: (summary?.proposedLevel ?? null) as Level | null,
        level: (summary?.level ?? null) as Level | null,
      };
    });
}

/** Opens the evaluation of a cadre's year: the scheme is copied, the indicators are drawn with their records. */
export async function openEvaluation(work: Work, input: { readonly cadreId: string; readonly year: number }) {
  const communeId = communeOf(work);
  require(work.actor, 'evaluations.propose', { communeId });
  const { cadreId, year } = input;
  requireYearBegun(year, work.today);
  const scheme = schemeForYear(year);
  const cadre = await cadreOfYear(work, cadreId, year);
  await lockEvaluation(work.trx, communeId, year, cadreId);
  if ((await newestEvaluation(work.trx, communeId, year, cadreId)) !== undefined) {
    throw conflict('evaluation.exists', {
      vi: `Đánh giá năm ${year} của ${cadre.name} đã được mở.`,
      en: `The evaluation of ${cadre.name} for ${year} is open already.`,
    });
  }
  const first = { version: 1, supersedesId: null, supersedeReason: null };
  const id = work.newId();
  await insertEvaluation(work.trx, { communeId, year, id, cadreId, ...first, scheme, createdBy: work.actor.userId });
  await draw(work, { year, id, cadreId }, 1);
  await work.audit('evaluations.open', id, { year });
  return evaluation(work, year, id);
}

/** One evaluation with everything behind it. */
export async function evaluation(work: Work, year: number, id: string) {
  const { communeId, row, steps } = await find(work, 'evaluations.read', year, id);
  const view = viewEvaluation(await recordOf(work, row, steps));
  const newest = await newestEvaluation(work.trx, communeId, year, row.cadreId);
  const isNewest = newest?.id === id;
  const may = (action: Action) => isNewest && can(work.actor, action, { communeId, cadreId: row.cadreId });
  return {
    ...view,
    id: row.id,
    cadreId: row.cadreId,
    steps,
    /** The version that counts now, when this one was corrected. */
    correctedBy: isNewest ? null : (newest?.id ?? null),
    vetoChoices: vetoesFor(view.scheme, view.cadre.isLeader),
    resultFormula: resultFormula(view.scheme, view.assessment.components),
    /** Steps that this person may take now. */
    next: nextSteps(view.state).filter((kind) => kind !== 'data' && may(ACTION_OF[kind])),
    mayCorrect: !view.draft && may('evaluations.decide'),
  };
}

/** The evaluation as the forms show it. */
export async function evaluationView(work: Work, year: number, id: string) {
  const { row, steps } = await find(work, 'evaluations.print', year, id);
  return viewEvaluation(await recordOf(work, row, steps));
}

/** Whose evaluation it is, for whoever may print it. */
export async function findToPrint(work: Work, year: number, id: string): Promise<{ readonly cadreId: string }> {
  return (await find(work, 'evaluations.print', year, id)).row;
}

/** Tự đánh giá: only by the cadre himself. */
export async function assessSelf(work: Work, year: number, id: string, input: SelfInput) {
  const { row, steps } = await findForStep(work, 'self', year, id);
  return add(work, row, steps, 'self', checkSelf(row.scheme, input));
}

/** Nhận xét của tập thể, ấp, chi bộ. */
export async function comment(work: Work, year: number, id: string, input: CommentInput) {
  const { row, steps } = await findForStep(work, 'comment', year, id);
  return add(work, row, steps, 'comment', input);
}

/** Thẩm định, đề xuất: draws the indicators anew, adds up, and keeps the result with the points it came from. */
export async function propose(work: Work, year: number, id: string, input: ProposalInput) {
  const { row, steps } = await findForStep(work, 'proposal', year, id);
  const cadre = await cadreOfYear(work, row.cadreId, year);
  checkProposal(row.scheme, cadre.isLeader, input);
  const { asOf, indicators } = await drawIndicators(work, row.cadreId, year);
  const { isLeader } = cadre;
  const assessment = assess(row.scheme, { ...input, isLeader, monthsActive: monthsActiveOf(cadre, year), indicators });
  return add(work, row, steps, 'proposal', { ...input, asOf, assessment }, indicators);
}

/** Quyết định: on the proposal and its figures as they were signed. */
export async function decide(work: Work, year: number, id: string, input: DecisionInput) {
  const { row, steps } = await findForStep(work, 'decision', year, id);
  const proposal = lastStep(steps, 'proposal');
  if (proposal !== undefined) checkDecision(proposal.body.assessment, input);
  return add(work, row, steps, 'decision', input);
}

export async function notify(work: Work, year: number, id: string, input: NoticeInput) {
  const { row, steps } = await findForStep(work, 'notice', year, id);
  return add(work, row, steps, 'notice', input);
}

export async function appeal(work: Work, year: number, id: string, input: AppealInput) {
  const { row, steps } = await findForStep(work, 'appeal', year, id);
  return add(work, row, steps, 'appeal', input);
}

/**
 * Đính chính: a decided evaluation stays as it is; a new version starts from its self-assessment and comments (their
 * authors' words are not what is corrected) and waits for a new proposal.
 */
export async function correct(work: Work, year: number, id: string, reason: string) {
  const { communeId, row, steps } = await find(work, 'evaluations.decide', year, id, true);
  if (!steps.some((step) => step.kind === 'decision')) {
    throw conflict('evaluation.not-decided', {
      vi: 'Đánh giá này chưa được quyết định: hãy đề xuất lại, không cần đính chính.',
      en: 'This evaluation is not decided: propose again, no correction is needed.',
    });
  }
  const next = { communeId, year, id: work.newId(), cadreId: row.cadreId, version: row.version + 1 };
  const why = { supersedesId: id, supersedeReason: reason };
  await insertEvaluation(work.trx, { ...next, ...why, scheme: row.scheme, createdBy: work.actor.userId });
  await draw(work, next, 1);
  const kept = steps.filter((step) => step.kind === 'self' || step.kind === 'comment');
  for (const [index, { kind, body, byAccount, byName, at }] of kept.entries()) {
    const place = { communeId, year, evaluationId: next.id, seq: index + 2 };
    await insertStep(work.trx, { ...place, kind, body, byAccount, byName, at: new Date(at) });
  }
  await work.audit('evaluations.correct', next.id, { corrects: id, version: next.version });
  return evaluation(work, year, next.id);
}

type Found = Awaited<ReturnType<typeof find>>;

/** Permission first (a record that one may not see is not there), then the row and its steps, then the queue behind it. */
async function find(work: Work, action: Action, year: number, id: string, alone = false) {
  const communeId = communeOf(work);
  require(work.actor, action);
  const row = found(await findEvaluation(work.trx, communeId, year, id), { vi: 'đánh giá này', en: 'such evaluation' });
  require(work.actor, action, { communeId, cadreId: row.cadreId });
  if (alone) {
    await lockEvaluation(work.trx, communeId, year, row.cadreId);
    const newest = await newestEvaluation(work.trx, communeId, year, row.cadreId);
    if (newest?.id !== id) throw corrected();
  }
  return { communeId, row, steps: await stepsOf(work.trx, communeId, year, id) };
}

async function findForStep(work: Work, kind: StepKind, year: number, id: string): Promise<Found> {
  const place = await find(work, ACTION_OF[kind], year, id, true);
  takeStep(stateAfter(place.steps.map((step) => step.kind)), kind);
  return place;
}

async function add(
  work: Work,
  { id, year, cadreId }: Found['row'],
  steps: readonly Step[],
  kind: StepKind,
  body: unknown,
  indicators: readonly Indicator[] = [],
) {
  const communeId = communeOf(work);
  const seq = (steps.at(-1)?.seq ?? 0) + 1;
  await insertStep(work.trx, { communeId, year, evaluationId: id, seq, kind, body, ...(await author(work)) });
  await insertSnapshot(work.trx, { communeId, year, evaluationId: id, seq }, indicators);
  await work.audit(`evaluations.${kind}`, id, { seq, cadreId });
  return evaluation(work, year, id);
}

/** The first step: what the records say on this day. */
async function draw(work: Work, of: { year: number; id: string; cadreId: string }, seq: number): Promise<void> {
  const communeId = communeOf(work);
  const { asOf, indicators } = await drawIndicators(work, of.cadreId, of.year);
  const place = { communeId, year: of.year, evaluationId: of.id, seq };
  await insertStep(work.trx, { ...place, kind: 'data', body: { asOf }, ...(await author(work)) });
  await insertSnapshot(work.trx, place, indicators);
}

async function author(work: Work) {
  const byName = (await displayNameOf(work.trx, work.actor.userId)) ?? 'Gần Dân';
  return { byAccount: work.actor.userId, byName, at: work.now };
}

const corrected = () =>
  conflict('evaluation.corrected', {
    vi: 'Đánh giá này đã có bản đính chính. Hãy mở bản mới nhất.',
    en: 'This evaluation has been corrected. Open its newest version.',
  });
