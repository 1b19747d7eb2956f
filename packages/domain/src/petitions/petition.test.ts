import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from '../entry/index.ts';
import { DomainError } from '../errors/index.ts';
import type { PaperQuestion, RepeatItem } from '../questionnaires/index.ts';
import {
  daysLeft,
  dueOn,
  mayKnowPetitioner,
  movePetition,
  overdueDays,
  PETITION_KINDS,
  type PetitionFacts,
  type PetitionMove,
  petitionMoves,
  petitionsFromAnswers,
} from './index.ts';

const received: PetitionFacts = {
  number: 7,
  state: 'received',
  kind: 'proposal',
  receivedOn: '2026-11-12',
  lastSeq: 1,
};

describe('the day to answer', () => {
  it('is counted in working days from the day of receipt, by the kind of petition', () => {
    expect(dueOn('proposal', '2026-11-12')).toBe('2026-11-26');
    expect(dueOn('complaint', '2026-11-12')).toBe('2026-12-24');
    expect(dueOn('denunciation', '2026-11-12')).toBe(dueOn('complaint', '2026-11-12'));
  });

  it('is overdue by working days only, and in time on the day itself', () => {
    expect(overdueDays('2026-11-26', '2026-11-26')).toBe(0);
    expect(overdueDays('2026-11-27', '2026-11-29')).toBe(0);
    expect(overdueDays('2026-11-26', '2026-12-01')).toBe(3);
    expect(daysLeft('2026-11-26', '2026-11-23')).toBe(3);
  });
});

describe('a petition', () => {
  it('goes from receipt to an owner, an answer and the end', () => {
    const assigned = movePetition(received, { kind: 'assigned', ownerCadreId: 'c1' }, '2026-11-13');
    expect(assigned).toMatchObject({ kind: 'assigned', seq: 2, ownerCadreId: 'c1', dueOn: null, onDate: '2026-11-13' });
    const answered = movePetition(
      { ...received, state: 'assigned', lastSeq: 2 },
      { kind: 'answered', text: ' Đã thay bóng đèn. ', onDate: '2026-11-20' },
      '2026-11-23',
    );
    expect(answered).toMatchObject({ seq: 3, onDate: '2026-11-20', text: 'Đã thay bóng đèn.' });
  });

  it('is not answered before somebody owns it, and the refusal says so', () => {
    const error = caught(() => movePetition(received, { kind: 'answered', text: 'Xong' }, '2026-11-13'));
    expect(error.sentence.vi).toBe(
      'Kiến nghị số 7 mới tiếp nhận nên không thể ghi trả lời. Hãy giao cho một cán bộ trước.',
    );
  });

  it('that turns out to be a denunciation gets the deadline of one, from the day it was received', () => {
    const event = movePetition(
      received,
      { kind: 'reclassified', petitionKind: 'denunciation', text: 'Nội dung là tố cáo' },
      '2026-11-16',
    );
    expect(event).toMatchObject({ petitionKind: 'denunciation', dueOn: dueOn('denunciation', '2026-11-12') });
  });

  it('is answered with words, on a day that has come', () => {
    const assigned: PetitionFacts = { ...received, state: 'assigned' };
    expect(() => movePetition(assigned, { kind: 'answered', text: ' ' }, '2026-11-13')).toThrow(/text-missing/);
    for (const onDate of ['2026-11-11', '2026-11-14']) {
      expect(() => movePetition(assigned, { kind: 'answered', text: 'x', onDate }, '2026-11-13')).toThrow(/bad-day/);
    }
    expect(() =>
      movePetition(received, { kind: 'assigned', ownerCadreId: 'c1', dueOn: '2026-11-01' }, '2026-11-13'),
    ).toThrow(/due-too-early/);
  });

  it('whose answer does not satisfy is reopened, with a new day', () => {
    const event = movePetition(
      { ...received, state: 'closed' },
      { kind: 'reopened', text: 'Đèn lại hỏng' },
      '2026-12-01',
    );
    expect(event.dueOn).toBe(dueOn('proposal', '2026-12-01'));
  });

  it('makes only the moves of its state, whatever is tried', () => {
    const move: fc.Arbitrary<PetitionMove> = fc.oneof(
      fc.constant<PetitionMove>({ kind: 'assigned', ownerCadreId: 'c1' }),
      fc.constant<PetitionMove>({ kind: 'reclassified', petitionKind: 'complaint', text: 'x' }),
      fc.constant<PetitionMove>({ kind: 'answered', text: 'x' }),
      fc.constant<PetitionMove>({ kind: 'closed' }),
      fc.constant<PetitionMove>({ kind: 'reopened', text: 'x' }),
    );
    const after = { assigned: 'assigned', answered: 'answered', closed: 'closed', reopened: 'assigned' } as const;
    fc.assert(
      fc.property(fc.array(move), (moves) => {
        let facts = received;
        for (const each of moves) {
          const legal = petitionMoves(facts.state).includes(each.kind);
          if (!legal) {
            expect(caught(() => movePetition(facts, each, '2026-11-20')).kind).toBe('conflict');
            continue;
          }
          const { seq } = movePetition(facts, each, '2026-11-20');
          expect(seq).toBe(facts.lastSeq + 1);
          facts = { ...facts, lastSeq: seq, state: each.kind === 'reclassified' ? facts.state : after[each.kind] };
        }
      }),
    );
  });
});

describe('the name of a denouncer', () => {
  it('is for the office and the leader only', () => {
    expect(mayKnowPetitioner('denunciation', 'commune-admin')).toBe(true);
    expect(mayKnowPetitioner('denunciation', 'leader')).toBe(true);
    for (const role of ['clerk', 'cadre', 'auditor', 'province-admin'] as const) {
      expect(mayKnowPetitioner('denunciation', role)).toBe(false);
      for (const kind of PETITION_KINDS.slice(0, 2)) expect(mayKnowPetitioner(kind, role)).toBe(true);
    }
  });
});

describe('petitions written on a sheet', () => {
  const group: RepeatItem = {
    type: 'begin_repeat',
    name: 'petition',
    label: { vi: 'Kiến nghị' },
    count: 2,
    role: 'petition',
    items: [
      { type: 'text', name: 'content', label: { vi: 'Nội dung' }, lines: 2 },
      {
        type: 'select_one',
        name: 'field',
        label: { vi: 'Lĩnh vực' },
        choices: [
          { name: '1', label: { vi: 'Đất đai' } },
          { name: '2', label: { vi: 'Hạ tầng' } },
        ],
      },
    ],
  };
  const questions: readonly PaperQuestion[] = [1, 2].flatMap((repetition) =>
    group.items.map((item) => ({
      name: `petition_${repetition}_${item.name}`,
      number: String(20 + repetition),
      item,
      group,
      repetition,
    })),
  );

  it('are those with something written, each with its place on the sheet', () => {
    const answers: Answers = {
      petition_1_content: { value: 'Đường ra đồng hư hỏng ' },
      petition_1_field: { value: '2' },
      petition_2_content: { missing: 'blank' },
      petition_2_field: { value: '1' },
    };
    expect(petitionsFromAnswers(questions, answers)).toEqual([
      { question: 'petition_1', content: 'Đường ra đồng hư hỏng', field: 'Hạ tầng', replyBy: null },
    ]);
  });

  it('are not lost because the handwriting cannot be read', () => {
    const [written] = petitionsFromAnswers(questions, { petition_2_content: { missing: 'illegible' } });
    expect(written).toMatchObject({ question: 'petition_2', field: 'Khác' });
    expect(written?.content).toContain('xem phiếu giấy');
  });
});

function caught(task: () => unknown): DomainError {
  try {
    task();
  } catch (error) {
    if (error instanceof DomainError) return error;
  }
  throw new Error('a DomainError was expected');
}
