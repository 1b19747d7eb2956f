import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../errors/index.ts';
import { askedQuestions, checkAnswer, type PaperQuestion, type Question } from '../questionnaires/index.ts';
import {
  type Answers,
  AnswersSchema,
  checkResponse,
  completeAnswers,
  requireAnswers,
  sameAnswers,
  summarise,
} from './index.ts';

const yesNo = [
  { name: '1', label: { vi: 'Có' } },
  { name: '2', label: { vi: 'Không' } },
];
const paper = (items: readonly Question[]): readonly PaperQuestion[] =>
  items.map((item, index) => ({ name: item.name, number: String(index + 1), item }));

const questions = paper([
  { type: 'integer', name: 'people', label: { vi: 'Số nhân khẩu' }, digits: 2, constraint: { min: 1, max: 20 } },
  {
    type: 'integer',
    name: 'workers',
    label: { vi: 'Số người trong độ tuổi lao động' },
    digits: 2,
    constraint: { atMost: 'people' },
  },
  { type: 'select_one', name: 'left_school', label: { vi: 'Có trẻ nghỉ học' }, choices: yesNo },
  {
    type: 'text',
    name: 'why_left',
    label: { vi: 'Lý do' },
    lines: 1,
    relevant: { question: 'left_school', choices: ['1'] },
  },
  { type: 'select_multiple', name: 'told', label: { vi: 'Đã được thông báo' }, choices: yesNo },
]);

const filled: Answers = {
  people: { value: 4 },
  workers: { value: 2 },
  left_school: { value: '2' },
  told: { value: ['1', '2'] },
};

describe('a sheet as the household filled it in', () => {
  it('is stored whole: what the paper skips gets its own code', () => {
    expect(requireAnswers(questions, filled).why_left).toEqual({ missing: 'skipped' });
    expect(summarise(questions, requireAnswers(questions, filled))).toEqual({
      questions: 5,
      answered: 4,
      missing: { blank: 0, skipped: 1, illegible: 0, multiple: 0, refused: 0 },
      flagged: 0,
    });
  });

  it('asks the next question although the one that could skip it is blank: only a marked option skips', () => {
    expect(askedQuestions(questions, { left_school: { missing: 'blank' } }).map((each) => each.name)).toContain(
      'why_left',
    );
    expect(askedQuestions(questions, filled).map((each) => each.name)).not.toContain('why_left');
  });

  it('may disobey a skip: it is keyed as written, and flagged', () => {
    const disobeying = { ...filled, why_left: { value: 'phụ giúp gia đình' } } as const;
    expect(requireAnswers(questions, disobeying).why_left).toEqual({
      value: 'phụ giúp gia đình',
      flag: { check: 'skip', reason: '' },
    });
  });

  it('is not complete while an asked question has neither an answer nor a code', () => {
    const { told: _, ...rest } = filled;
    expect(checkResponse(questions, completeAnswers(questions, rest))).toMatchObject([{ path: 'told' }]);
    expect(checkResponse(questions, completeAnswers(questions, { ...rest, told: { missing: 'illegible' } }))).toEqual(
      [],
    );
  });
});

describe('an answer that cannot be', () => {
  it.each([
    ['people', { value: 'bốn' }],
    ['people', { value: 2.5 }],
    ['people', { value: -1 }],
    ['left_school', { value: '3' }],
    ['left_school', { value: ['1'] }],
    ['left_school', { missing: 'skipped' }],
    ['told', { value: [] }],
    ['told', { value: ['1', '1'] }],
    ['told', { value: '1' }],
    ['told', { missing: 'multiple' }],
    ['unheard_of', { value: '1' }],
  ] as const)('%s %j is refused with a sentence that names the question', (name, answer) => {
    const error = caught(() => requireAnswers(questions, { ...filled, [name]: answer }));
    expect(error.kind).toBe('invalid');
    expect(error.places.map((place) => place.path)).toContain(name);
  });

  it('is refused by its shape before anyone looks at the questionnaire', () => {
    for (const bad of [
      { Bad: { value: '1' } },
      { a: { value: '1', extra: 1 } },
      { a: { missing: 'lost' } },
      { a: 1 },
    ]) {
      expect(AnswersSchema.safeParse(bad).success).toBe(false);
    }
    expect(AnswersSchema.parse({ a: { value: 'hòa'.normalize('NFD') } })).toEqual({ a: { value: 'hòa' } });
  });
});

describe('a doubtful answer', () => {
  it('waits for a reason, and is then kept as written', () => {
    const crowded = { ...filled, people: { value: 31 } } as const;
    expect(caught(() => requireAnswers(questions, crowded)).places).toMatchObject([{ path: 'people' }]);
    const confirmed = { ...crowded, people: { value: 31, flag: { check: 'range', reason: 'nhà trọ' } } } as const;
    expect(requireAnswers(questions, confirmed).people).toEqual(confirmed.people);
    const empty = { ...crowded, people: { value: 31, flag: { check: 'range', reason: ' ' } } } as const;
    expect(() => requireAnswers(questions, empty)).toThrow(DomainError);
  });

  it('compares people of working age with the people in the house, and names both questions', () => {
    const question = questions[1];
    if (question === undefined) throw new Error('no question 2');
    const { soft } = checkAnswer(question, { value: 5 }, filled, questions);
    expect(soft).toEqual([
      {
        check: 'at-most',
        sentence: { vi: 'Câu 2 (5) lớn hơn câu 1 (4).', en: 'Question 2 (5) is more than question 1 (4).' },
      },
    ]);
    expect(checkAnswer(question, { value: 5 }, { people: { missing: 'illegible' } }, questions).soft).toEqual([]);
  });
});

describe('two keyings of one sheet', () => {
  it('are the same whatever the order of the marks and of the questions', () => {
    expect(sameAnswers(filled, { told: { value: ['2', '1'] }, ...filled })).toBe(true);
    expect(sameAnswers(filled, { ...filled, workers: { missing: 'blank' } })).toBe(false);
  });
});

describe('any answers at all', () => {
  const value = fc.oneof(
    fc.record({ value: fc.oneof(fc.string(), fc.double(), fc.array(fc.constantFrom('1', '2', '3'))) }),
    fc.record({ missing: fc.constantFrom('blank', 'skipped', 'illegible', 'multiple', 'refused') }),
  );
  it('are either refused with a place or stored, and storing them twice changes nothing', () => {
    const name = fc.constantFrom('people', 'workers', 'left_school', 'why_left', 'told', 'other');
    fc.assert(
      fc.property(fc.dictionary(name, value), (raw) => {
        const answers = raw as Answers;
        const complete = completeAnswers(questions, answers);
        if (checkResponse(questions, complete).length > 0) {
          expect(caught(() => requireAnswers(questions, answers)).places.length).toBeGreaterThan(0);
        } else {
          expect(requireAnswers(questions, complete)).toEqual(requireAnswers(questions, answers));
        }
      }),
    );
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
