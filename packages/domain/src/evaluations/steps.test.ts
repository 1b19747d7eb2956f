import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AppealInput,
  type Assessment,
  assess,
  checkDecision,
  checkProposal,
  type EvaluationState,
  isClosed,
  ND335_2025,
  nextSteps,
  ProposalInput,
  SelfInput,
  STEP_KINDS,
  type StepKind,
  stateAfter,
  takeStep,
} from './index.ts';
import { evenPoints } from './testing.ts';

describe('the steps of an evaluation', () => {
  it('lead from the data to the decision, and on to notice and appeal', () => {
    expect(stateAfter([])).toBe('none');
    expect(stateAfter(['data', 'self', 'comment', 'proposal', 'comment', 'proposal', 'decision'])).toBe('decided');
    expect(stateAfter(['data', 'self', 'proposal', 'decision', 'notice', 'appeal'])).toBe('appealed');
  });

  it('cannot be skipped, and each refusal says what comes first', () => {
    expect(() => takeStep('open', 'proposal')).toThrow(/evaluation.state/);
    try {
      takeStep('assessed', 'decision');
    } catch (error) {
      expect((error as { sentence: { vi: string } }).sentence.vi).toBe(
        'Chưa thể ghi bước quyết định: chưa có đề xuất của lãnh đạo.',
      );
    }
  });

  /** The state machine as a model: what must hold after any commands, whatever was refused on the way. */
  class StepCommand implements fc.Command<{ taken: StepKind[] }, { state: EvaluationState }> {
    readonly kind: StepKind;
    constructor(kind: StepKind) {
      this.kind = kind;
    }
    check = () => true;
    run(model: { taken: StepKind[] }, real: { state: EvaluationState }) {
      const { taken } = model;
      const closedBefore = isClosed(real.state);
      try {
        real.state = takeStep(real.state, this.kind);
        taken.push(this.kind);
        if (this.kind === 'proposal') expect(taken).toContain('self');
        if (this.kind === 'decision') expect(taken).toContain('proposal');
        if (closedBefore) expect(['notice', 'appeal']).toContain(this.kind);
      } catch (error) {
        expect(error).toMatchObject({ kind: 'conflict', code: 'evaluation.state' });
        expect(nextSteps(real.state)).not.toContain(this.kind);
      }
      expect(taken.filter((kind) => kind === 'decision').length).toBeLessThanOrEqual(1);
      expect(isClosed(real.state)).toBe(taken.includes('decision'));
      expect(stateAfter(taken)).toBe(real.state);
    }
    toString = () => this.kind;
  }

  it('never decide twice, never before a self-assessment, and never reopen what is decided', () => {
    const commands = fc.commands(
      STEP_KINDS.map((kind) => fc.constant(new StepCommand(kind))),
      { maxCommands: 30 },
    );
    fc.assert(
      fc.property(commands, (run) => {
        fc.modelRun(() => ({ model: { taken: [] }, real: { state: 'none' as EvaluationState } }), run);
      }),
    );
  });
});

describe('a proposal', () => {
  const proposal = ProposalInput.parse({ points: evenPoints(), strengths: 'Tốt', comment: 'Đồng ý' });

  it('names only vetoes of the scheme that apply to the person, each once', () => {
    const veto = (code: string) => ({ code, reason: 'Quyết định thử' });
    expect(checkProposal(ND335_2025, false, { ...proposal, vetoes: [veto('discipline')] })).toBeTruthy();
    for (const vetoes of [[veto('none')], [veto('unit-corruption')], [veto('discipline'), veto('discipline')]]) {
      expect(() => checkProposal(ND335_2025, false, { ...proposal, vetoes })).toThrow(/evaluation.veto/);
    }
  });

  it('gives each month points once', () => {
    const months = [1, 1].map((month) => ({ month, points: 80 }));
    expect(() => checkProposal(ND335_2025, false, { ...proposal, months })).toThrow(/evaluation.months/);
  });
});

describe('a decision', () => {
  const proposed = (percent: number, changes = {}): Assessment => {
    const results = Object.fromEntries(['a', 'b', 'c'].map((code) => [code, { percent, reason: 'Thử' }]));
    const base = { isLeader: false, monthsActive: 12, leaveMonths: 0, points: evenPoints(), indicators: [] };
    return assess(ND335_2025, { ...base, results, vetoes: [], months: [], ...changes });
  };

  it('takes the proposed level, or a lower one with a reason', () => {
    expect(checkDecision(proposed(100), { level: 'excellent', reason: '' })).toBeTruthy();
    expect(checkDecision(proposed(100), { level: 'good', reason: 'Vượt tỷ lệ 20 %' })).toBeTruthy();
    expect(() => checkDecision(proposed(100), { level: 'good', reason: '' })).toThrow(/evaluation.reason/);
  });

  it('never goes above what points and vetoes allow', () => {
    expect(() => checkDecision(proposed(70), { level: 'excellent', reason: 'x' })).toThrow(/level-too-high/);
    const vetoed = proposed(100, { vetoes: [{ code: 'discipline', reason: 'x' }] });
    expect(() => checkDecision(vetoed, { level: 'completed', reason: 'x' })).toThrow(/level-too-high/);
  });

  it('waits for missing points, and rates nobody who is not rated', () => {
    expect(() => checkDecision(proposed(70, { results: {} }), { level: 'good', reason: 'x' })).toThrow(/incomplete/);
    const short = proposed(100, { monthsActive: 4 });
    expect(() => checkDecision(short, { level: 'good', reason: 'x' })).toThrow(/not-rated/);
    expect(checkDecision(short, { level: null, reason: '' })).toBeTruthy();
    expect(() => checkDecision(proposed(100), { level: null, reason: '' })).toThrow(/not-rated/);
  });
});

describe('texts', () => {
  const self = (strengths: string) => SelfInput.safeParse({ points: {}, strengths, limits: '', level: 'good' });

  it('are cleaned to NFC paragraphs', () => {
    expect(self('  Gần dân \r\n\n\n\n sát cơ sở '.normalize('NFD')).data?.strengths).toBe('Gần dân\n\nsát cơ sở');
  });

  it('that are empty, too long or not printable are refused with a sentence', () => {
    const message = (text: string) => self(text).error?.issues[0]?.message;
    expect(message(' ')).toBe('Ưu điểm còn trống. Hãy nhập vào.');
    expect(message('a'.repeat(4001))).toMatch(/dài quá 4000 ký tự/);
    expect(message('a'.repeat(64_000))).toMatch(/dài quá 4000 ký tự/);
    expect(message('Tốt 😀')).toMatch(/không in được/);
    expect(message('Tốt\u202e')).toMatch(/đổi chiều chữ/);
    expect(AppealInput.safeParse({ text: 'x', more: 1 }).success).toBe(false);
  });
});
