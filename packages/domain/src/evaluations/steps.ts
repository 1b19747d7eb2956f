import type { PlainDate } from '../calendar/index.ts';
import { conflict, invalidField, type Sentence } from '../errors/index.ts';
import type { Assessment } from './assess.ts';
import type { AppealInput, CommentInput, DecisionInput, NoticeInput, ProposalInput, SelfInput } from './inputs.ts';
import { LEVEL_NAMES, LEVELS } from './levels.ts';
import { checkPoints } from './points.ts';
import { checkEntered } from './results.ts';
import { type Scheme, vetoesFor } from './scheme.ts';

/** tự đánh giá → nhận xét → đề xuất → quyết định → thông báo → kiến nghị kết quả, after the data were drawn. */
export const STEP_KINDS = ['data', 'self', 'comment', 'proposal', 'decision', 'notice', 'appeal'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** What an evaluation waits for next; `none`: not opened. */
export const EVALUATION_STATES = ['none', 'open', 'assessed', 'proposed', 'decided', 'notified', 'appealed'] as const;
export type EvaluationState = (typeof EVALUATION_STATES)[number];

interface StepBodies {
  /** Indicators drawn up to this day. */
  data: { readonly asOf: PlainDate };
  self: SelfInput;
  comment: CommentInput;
  proposal: ProposalInput & { readonly asOf: PlainDate; readonly assessment: Assessment };
  decision: DecisionInput;
  notice: NoticeInput;
  appeal: AppealInput;
}

/** One immutable row with its author. */
export type Step<Kind extends StepKind = StepKind> = {
  [K in Kind]: {
    readonly seq: number;
    readonly kind: K;
    readonly body: StepBodies[K];
    readonly byAccount: string | null;
    readonly byName: string;
    readonly at: string;
  };
}[Kind];

const AFTER: Record<StepKind, Partial<Record<EvaluationState, EvaluationState>>> = {
  data: { none: 'open' },
  self: { open: 'assessed', assessed: 'assessed' },
  comment: { assessed: 'assessed', proposed: 'proposed' },
  proposal: { assessed: 'proposed', proposed: 'proposed' },
  decision: { proposed: 'decided' },
  notice: { decided: 'notified' },
  appeal: { notified: 'appealed' },
};

/** The steps that may be taken in this state. */
export function nextSteps(state: EvaluationState): StepKind[] {
  return STEP_KINDS.filter((kind) => AFTER[kind][state] !== undefined);
}

/** The state after one more step, or a refusal that says what has to come first. */
export function takeStep(state: EvaluationState, kind: StepKind): EvaluationState {
  const next = AFTER[kind][state];
  if (next !== undefined) return next;
  throw conflict('evaluation.state', refusalOf(state, kind));
}

/** The state that a list of steps leads to. */
export function stateAfter(kinds: readonly StepKind[]): EvaluationState {
  return kinds.reduce<EvaluationState>(takeStep, 'none');
}

/** Whether nothing of it can change any more: a correction is a new version. */
export function isClosed(state: EvaluationState): boolean {
  return state === 'decided' || state === 'notified' || state === 'appealed';
}

/** The newest step of a kind. */
export function lastStep<Kind extends StepKind>(
  steps: readonly Step[],
  kind: Kind,
): Extract<Step, { kind: Kind }> | undefined {
  return steps.findLast((step): step is Extract<Step, { kind: Kind }> => step.kind === kind);
}

export function checkSelf(scheme: Scheme, input: SelfInput): SelfInput {
  checkPoints(scheme, input.points);
  return input;
}

/** Points of the scheme's lines, percentages and vetoes that apply to this person, each month once. */
export function checkProposal(scheme: Scheme, isLeader: boolean, input: ProposalInput): ProposalInput {
  checkPoints(scheme, input.points);
  checkEntered(scheme, isLeader, input.results);
  const known = new Set(vetoesFor(scheme, isLeader).map((veto) => veto.code));
  input.vetoes.forEach(({ code }, index) => {
    if (known.delete(code)) return;
    throw invalidField(`vetoes.${index}.code`, 'evaluation.veto', {
      vi: 'Trường hợp này không có trong phương án, không áp dụng cho người này, hoặc ghi hai lần.',
      en: 'This case is not in the scheme, does not apply to this person, or stands twice.',
    });
  });
  const months = new Set(input.months.map(({ month }) => month));
  if (months.size < input.months.length) {
    throw invalidField('months', 'evaluation.months', {
      vi: 'Có tháng được ghi điểm hai lần.',
      en: 'A month has points twice.',
    });
  }
  return input;
}

/** The decided level never lies above what the points and the vetoes allow; below it (the cap) it gives a reason. */
export function checkDecision(proposed: Assessment, input: DecisionInput): DecisionInput {
  if (proposed.level === null && proposed.eligibility.kind !== 'not-rated') {
    throw conflict('evaluation.incomplete', {
      vi: 'Đề xuất còn thiếu điểm nên chưa quyết định được. Hãy nhập đủ tỷ lệ kết quả rồi đề xuất lại.',
      en: 'The proposal lacks points. Enter every percentage of the results, then propose again.',
    });
  }
  if ((input.level === null) !== (proposed.level === null)) {
    throw invalidField('level', 'evaluation.not-rated', {
      vi: proposed.level === null ? 'Người này không được xếp loại năm nay.' : 'Hãy chọn một mức xếp loại.',
      en: proposed.level === null ? 'This person is not rated this year.' : 'Choose a level.',
    });
  }
  if (input.level === null || proposed.level === null) return input;
  const step = LEVELS.indexOf(input.level) - LEVELS.indexOf(proposed.level);
  if (step < 0) {
    throw invalidField('level', 'evaluation.level-too-high', {
      vi: `Theo điểm và quy định, mức cao nhất là “${LEVEL_NAMES[proposed.level].vi}”.`,
      en: `By the points and the rules, the highest level is “${LEVEL_NAMES[proposed.level].en}”.`,
    });
  }
  if (step > 0 && input.reason === '') {
    throw invalidField('reason', 'evaluation.reason', {
      vi: 'Mức quyết định thấp hơn mức đề xuất: hãy ghi lý do.',
      en: 'The decided level is below the proposed one: write the reason.',
    });
  }
  return input;
}

export const STEP_NAMES: Record<StepKind, Sentence> = {
  data: { vi: 'mở đánh giá', en: 'opening' },
  self: { vi: 'tự đánh giá', en: 'self-assessment' },
  comment: { vi: 'nhận xét', en: 'comment' },
  proposal: { vi: 'đề xuất', en: 'proposal' },
  decision: { vi: 'quyết định', en: 'decision' },
  notice: { vi: 'thông báo', en: 'notice' },
  appeal: { vi: 'kiến nghị kết quả', en: 'appeal' },
};

function refusalOf(state: EvaluationState, kind: StepKind): Sentence {
  const name = STEP_NAMES[kind];
  if (isClosed(state) && kind !== 'notice' && kind !== 'appeal') {
    return {
      vi: 'Đánh giá đã được quyết định nên không thay đổi được nữa. Muốn sửa, hãy lập bản đính chính kèm lý do.',
      en: 'The evaluation is decided and cannot change any more. To change it, make a correction with a reason.',
    };
  }
  const missing = MISSING[kind];
  return {
    vi: `Chưa thể ghi bước ${name.vi}: ${missing.vi}`,
    en: `The step “${name.en}” cannot be taken yet: ${missing.en}`,
  };
}

const MISSING: Record<StepKind, Sentence> = {
  data: { vi: 'đánh giá này đã mở.', en: 'the evaluation is open already.' },
  self: { vi: 'đánh giá chưa mở, hoặc lãnh đạo đã đề xuất.', en: 'it is not open, or the leader has proposed.' },
  comment: { vi: 'cán bộ chưa tự đánh giá.', en: 'the cadre has not assessed himself.' },
  proposal: { vi: 'cán bộ chưa tự đánh giá.', en: 'the cadre has not assessed himself.' },
  decision: { vi: 'chưa có đề xuất của lãnh đạo.', en: 'the leader has not proposed.' },
  notice: { vi: 'chưa có quyết định, hoặc đã thông báo.', en: 'it is not decided, or it has been told already.' },
  appeal: {
    vi: 'chưa thông báo kết quả, hoặc đã kiến nghị.',
    en: 'the result is not told, or there is an appeal already.',
  },
};
