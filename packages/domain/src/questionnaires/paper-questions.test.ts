import { describe, expect, it } from 'vitest';
import type { QuestionnaireModel } from './model.ts';
import { paperQuestions } from './paper-questions.ts';
import { HOUSEHOLD_QUESTIONNAIRE } from './templates/household.ts';

const yesNo = [
  { name: '1', label: { vi: 'Có' } },
  { name: '2', label: { vi: 'Không' } },
];

const model: QuestionnaireModel = {
  code: 'thu',
  title: { vi: 'PHIẾU THỬ' },
  items: [
    { type: 'note', name: 'hello', label: { vi: 'Chào bà con' } },
    { type: 'select_one', name: 'first', label: { vi: 'Một' }, choices: yesNo },
    {
      type: 'begin_group',
      name: 'people',
      label: { vi: 'Số người' },
      appearance: 'row',
      items: [
        { type: 'integer', name: 'all', label: { vi: 'Tất cả' }, digits: 2 },
        { type: 'integer', name: 'ill', label: { vi: 'Ốm' }, digits: 2, sensitive: true },
      ],
    },
    {
      type: 'begin_group',
      name: 'part',
      label: { vi: 'Phần II' },
      items: [{ type: 'text', name: 'idea', label: { vi: 'Ý' }, lines: 2 }],
    },
    {
      type: 'begin_repeat',
      name: 'petition',
      label: { vi: 'Kiến nghị' },
      count: 2,
      items: [{ type: 'text', name: 'content', label: { vi: 'Nội dung' }, lines: 2 }],
    },
  ],
};

describe('a questionnaire on paper', () => {
  it('is numbered in print order; groups and repetitions letter their children', () => {
    expect(paperQuestions(model).map(({ name, number }) => `${number} ${name}`)).toEqual([
      '1 first',
      '2a all',
      '3 idea',
      '4a petition_1_content',
      '5a petition_2_content',
    ]);
  });

  it('asks sensitive items only when the office has turned them on', () => {
    expect(paperQuestions({ ...model, askSensitive: true }).map(({ name }) => name)).toContain('ill');
  });

  it('gives every question of the household form its own name and number', () => {
    const questions = paperQuestions({ ...HOUSEHOLD_QUESTIONNAIRE, askSensitive: true });
    expect(new Set(questions.map(({ name }) => name)).size).toBe(questions.length);
    expect(new Set(questions.map(({ number }) => number)).size).toBe(questions.length);
  });
});
