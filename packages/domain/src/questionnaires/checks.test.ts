import { describe, expect, it } from 'vitest';
import { checkAnswer, paperQuestions, type Question, type QuestionnaireModel } from './index.ts';

const model = (...items: readonly Question[]): QuestionnaireModel => ({ code: 'thu', title: { vi: 'THỬ' }, items });
const only = (item: Question) => {
  const [question] = paperQuestions(model(item));
  if (question === undefined) throw new Error('no question');
  return question;
};

describe('a number with a comma', () => {
  const land = only({
    type: 'decimal',
    name: 'land',
    label: { vi: 'Diện tích đất' },
    digits: 2,
    decimals: 1,
    unit: { vi: 'ha' },
    constraint: { min: 0, max: 50.5 },
  });

  it('outside its bounds is doubtful, in the words of each language', () => {
    expect(checkAnswer(land, { value: 60.5 }, {}).soft).toEqual([
      {
        check: 'range',
        sentence: {
          vi: 'Câu 1 thường từ 0 đến 50,5, phiếu ghi 60,5.',
          en: 'Question 1 is usually from 0 to 50.5; the sheet says 60.5.',
        },
      },
    ]);
  });

  it('with more digits than cells is doubtful, before the comma and behind it', () => {
    expect(checkAnswer(land, { value: 1.25 }, {}).soft).toMatchObject([{ check: 'digits' }]);
    expect(checkAnswer(land, { value: 0.0000001 }, {}).soft).toMatchObject([{ check: 'digits' }]);
    expect(checkAnswer(land, { value: 1.2 }, {})).toEqual({ hard: [], soft: [] });
  });

  it('is refused when it is none', () => {
    for (const value of [-1, Number.NaN, 'một']) expect(checkAnswer(land, { value }, {}).hard).toHaveLength(1);
  });
});

describe('a day', () => {
  const born = only({
    type: 'date',
    name: 'born',
    label: { vi: 'Ngày sinh' },
    constraint: { max: '2026-12-31' },
  });

  it('outside its bounds is doubtful, written as people here write it', () => {
    expect(checkAnswer(born, { value: '2027-01-02' }, {}).soft[0]?.sentence.vi).toBe(
      'Câu 1 thường không sau ngày 31/12/2026, phiếu ghi ngày 02/01/2027.',
    );
    expect(checkAnswer(born, { value: '2026-01-02' }, {})).toEqual({ hard: [], soft: [] });
  });

  it('that the calendar does not have is refused', () => {
    for (const value of ['2026-02-30', '02/01/2026', 20260102])
      expect(checkAnswer(born, { value }, {}).hard).toHaveLength(1);
  });
});

describe('“other: specify”', () => {
  const questions = paperQuestions(
    model({
      type: 'select_multiple',
      name: 'hard',
      label: { vi: 'Khó khăn' },
      choices: [
        { name: '1', label: { vi: 'Vốn' } },
        { name: '2', label: { vi: 'Khác' }, specify: true },
      ],
    }),
  );
  const other = questions[1];
  if (other === undefined) throw new Error('no line behind the box');

  it('is a line of its own behind the box, with the number of the question', () => {
    expect(other).toMatchObject({ name: 'hard_other', number: '1', specifies: 'hard' });
  });

  it('with words but without its mark is keyed as written, and flagged in words that fit', () => {
    const { hard, soft } = checkAnswer(other, { value: 'nợ' }, { hard: { value: ['1'] } });
    expect(hard).toEqual([]);
    expect(soft).toMatchObject([{ check: 'skip', sentence: { vi: expect.stringContaining('không được đánh dấu') } }]);
    expect(checkAnswer(other, { value: 'nợ' }, { hard: { value: ['1', '2'] } }).soft).toEqual([]);
  });
});

describe('a table', () => {
  const questions = paperQuestions({
    code: 'thu',
    title: { vi: 'THỬ' },
    items: [
      { type: 'text', name: 'first', label: { vi: 'Một' }, lines: 1 },
      {
        type: 'begin_repeat',
        name: 'vote',
        label: { vi: 'Biểu quyết' },
        count: 2,
        appearance: 'table',
        rows: [{ vi: 'Đường' }, { vi: 'Đèn' }],
        items: [
          { type: 'integer', name: 'all', label: { vi: 'Dự' }, digits: 2 },
          { type: 'integer', name: 'yes', label: { vi: 'Tán thành' }, digits: 2, constraint: { atMost: 'all' } },
        ],
      },
    ],
  });

  it('takes one number; its rows are counted and its columns lettered', () => {
    expect(questions.map(({ number, name }) => `${number} ${name}`)).toEqual([
      '1 first',
      '2.1a vote_1_all',
      '2.1b vote_1_yes',
      '2.2a vote_2_all',
      '2.2b vote_2_yes',
    ]);
  });

  it('compares within a row', () => {
    const last = questions[4];
    if (last === undefined) throw new Error('no last question');
    const answers = { vote_1_all: { value: 9 }, vote_2_all: { value: 3 } };
    expect(checkAnswer(last, { value: 5 }, answers, questions).soft[0]?.sentence.vi).toBe(
      'Câu 2.2b (5) lớn hơn câu 2.2a (3).',
    );
  });
});
