import type { PlainDate } from '../calendar/index.ts';
import { dayAt } from '../calendar/index.ts';
import { type Assessment, assess, type MonthPoints } from './assess.ts';
import { type Change, differenceOf } from './difference.ts';
import { monthsInOffice } from './eligibility.ts';
import type { Indicator } from './indicator.ts';
import type { Level } from './levels.ts';
import { commonPoints, type Points, pointsOf } from './points.ts';
import type { Criterion, Scheme } from './scheme.ts';
import { type EvaluationState, lastStep, type Step, stateAfter } from './steps.ts';

export interface EvaluatedCadre {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly post: string;
  readonly department: string;
  readonly isLeader: boolean;
  readonly activeFrom: PlainDate;
  readonly activeTo: PlainDate | null;
}
export interface EvaluatingOffice {
  readonly superiorName: string;
  readonly issuerName: string;
  readonly placeName: string;
}

/** Everything that is stored about one evaluation (or would be, for a draft that is not opened: `id` null). */
export interface EvaluationRecord {
  readonly id: string | null;
  readonly year: number;
  readonly version: number;
  readonly supersedeReason: string | null;
  readonly scheme: Scheme;
  readonly cadre: EvaluatedCadre;
  readonly office: EvaluatingOffice;
  readonly steps: readonly Step[];
  /** The newest snapshot, and the day up to which its records were counted. */
  readonly indicators: readonly Indicator[];
  readonly asOf: PlainDate;
  /** Steps of the version that this one corrects. */
  readonly corrected: readonly Step[] | null;
}

/** A line of the table of general criteria, with both people's points. */
export interface CriterionRow {
  readonly code: string;
  readonly number: string;
  readonly label: Criterion['label'];
  readonly max: number;
  readonly isGroup: boolean;
  readonly self: number | null;
  readonly given: number | null;
}

/** What the forms, the annex and the page show of an evaluation: every figure ready, nothing left to compute. */
export interface EvaluationView {
  readonly id: string | null;
  readonly year: number;
  readonly version: number;
  readonly state: EvaluationState;
  /** Not decided yet: the paper says BẢN THẢO. */
  readonly draft: boolean;
  readonly scheme: Scheme;
  readonly cadre: EvaluatedCadre;
  readonly office: EvaluatingOffice;
  readonly asOf: PlainDate;
  readonly criteria: readonly CriterionRow[];
  readonly common: { readonly max: number; readonly self: number | null; readonly given: number | null };
  readonly assessment: Assessment;
  readonly level: { readonly self: Level | null; readonly proposed: Level | null; readonly decided: Level | null };
  readonly decisionReason: string;
  readonly strengths: string;
  readonly limits: string;
  readonly comment: string;
  readonly handling: string;
  readonly selfStrengths: string;
  readonly selfLimits: string;
  readonly comments: readonly { readonly body: string; readonly text: string }[];
  readonly vetoes: readonly { readonly code: string; readonly label: string; readonly reason: string }[];
  readonly months: readonly MonthPoints[];
  readonly selfOn: PlainDate | null;
  readonly proposedBy: string | null;
  readonly proposedOn: PlainDate | null;
  readonly decidedBy: string | null;
  readonly decidedOn: PlainDate | null;
  readonly indicators: readonly Indicator[];
  readonly correction: { readonly reason: string; readonly changes: readonly Change[] } | null;
}

/** The view of an evaluation in whatever state it is; what is not there yet is null or an empty text. */
export function viewEvaluation(record: EvaluationRecord): EvaluationView {
  const { scheme, steps, cadre, indicators } = record;
  const self = lastStep(steps, 'self');
  const proposal = lastStep(steps, 'proposal');
  const decision = lastStep(steps, 'decision');
  const given = proposal?.body.points ?? {};
  return {
    id: record.id,
    year: record.year,
    version: record.version,
    state: stateAfter(steps.map((step) => step.kind)),
    draft: decision === undefined,
    scheme,
    cadre,
    office: record.office,
    asOf: record.asOf,
    criteria: scheme.common.criteria.flatMap((criterion) => rowsOf(criterion, self?.body.points ?? {}, given)),
    common: {
      max: scheme.common.max,
      self: commonPoints(scheme, self?.body.points ?? {}),
      given: commonPoints(scheme, given),
    },
    assessment: proposal?.body.assessment ?? assessDraft(record),
    level: {
      self: self?.body.level ?? null,
      proposed: proposal?.body.assessment.level ?? null,
      decided: decision?.body.level ?? null,
    },
    decisionReason: decision?.body.reason ?? '',
    strengths: proposal?.body.strengths ?? '',
    limits: proposal?.body.limits ?? '',
    comment: proposal?.body.comment ?? '',
    handling: proposal?.body.handling ?? '',
    selfStrengths: self?.body.strengths ?? '',
    selfLimits: self?.body.limits ?? '',
    comments: steps.flatMap((step) =>
      step.kind === 'comment' ? [{ body: step.body.body, text: step.body.text }] : [],
    ),
    vetoes: (proposal?.body.vetoes ?? []).map(({ code, reason }) => ({
      code,
      label: scheme.vetoes.find((veto) => veto.code === code)?.label.vi ?? code,
      reason,
    })),
    months: [...(proposal?.body.months ?? [])].sort((a, b) => a.month - b.month),
    selfOn: dayOf(self),
    proposedBy: proposal?.byName ?? null,
    proposedOn: dayOf(proposal),
    decidedBy: decision?.byName ?? null,
    decidedOn: dayOf(decision),
    indicators,
    correction:
      record.corrected === null
        ? null
        : { reason: record.supersedeReason ?? '', changes: differenceOf(scheme, record.corrected, steps) },
  };
}

/** What the records alone say before anybody has given points. */
function assessDraft({ scheme, cadre, year, indicators }: EvaluationRecord): Assessment {
  const { isLeader, activeFrom, activeTo } = cadre;
  const monthsActive = monthsInOffice(year, activeFrom, activeTo);
  const nothing = { leaveMonths: 0, points: {}, results: {}, vetoes: [], months: [] };
  return assess(scheme, { isLeader, monthsActive, indicators, ...nothing });
}

function rowsOf(criterion: Criterion, self: Points, given: Points): CriterionRow[] {
  const { code, number, label, max, children } = criterion;
  const points = { self: pointsOf(criterion, self), given: pointsOf(criterion, given) };
  return [
    { code, number, label, max, isGroup: children !== undefined, ...points },
    ...(children ?? []).flatMap((child) => rowsOf(child, self, given)),
  ];
}

function dayOf(step: Step | undefined): PlainDate | null {
  return step === undefined ? null : dayAt(new Date(step.at));
}
