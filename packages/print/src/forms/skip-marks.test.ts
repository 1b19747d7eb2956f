import { paperQuestions, type Question } from '@gandan/domain/questionnaires';
import { describe, expect, it } from 'vitest';
import { skipMarks } from './skip-marks.ts';

const choices = ['1', '2', '3'].map((name) => ({ name, label: { vi: `Ô ${name}` } }));
const ask = (name: string, over: Partial<Question> = {}) =>
  ({ type: 'select_one', name, label: { vi: name }, choices, ...over }) as Question;
const marksOf = (...items: readonly Question[]) =>
  skipMarks(paperQuestions({ code: 'thu', title: { vi: 'THỬ' }, items }));

describe('skips on paper', () => {
  it('stand beside the options that leave out the questions right after', () => {
    const { marks, undrawable } = marksOf(
      ask('a'),
      ask('b', { relevant: { question: 'a', choices: ['2'] } }),
      ask('c', { relevant: { question: 'a', choices: ['2', '3'] } }),
      ask('d'),
    );
    expect(undrawable).toEqual([]);
    expect([...(marks.get('a') ?? [])]).toEqual([
      ['1', '4'],
      ['3', '3'],
    ]);
  });

  it('lead to the end of the sheet when nothing is left to ask', () => {
    const { marks } = marksOf(ask('a'), ask('b', { relevant: { question: 'a', choices: ['1'] } }));
    expect(marks.get('a')?.get('2')).toBeNull();
  });

  it('cannot go back, hang on several boxes, or branch two ways', () => {
    const reasons = (...items: readonly Question[]) => marksOf(...items).undrawable.map(({ reason }) => reason);
    expect(reasons(ask('a', { relevant: { question: 'b', choices: ['1'] } }), ask('b'))).toEqual(['not-earlier']);
    expect(reasons(ask('a', { relevant: { question: 'x', choices: ['1'] } }))).toEqual(['unknown']);
    const several = ask('a', { type: 'select_multiple' });
    expect(reasons(several, ask('b', { relevant: { question: 'a', choices: ['1'] } }))).toEqual(['not-single']);
    expect(reasons(ask('a'), ask('b', { relevant: { question: 'a', choices: ['9'] } }))).toEqual(['unknown-choice']);
    expect(
      reasons(
        ask('a'),
        ask('b', { relevant: { question: 'a', choices: ['1'] } }),
        ask('c', { relevant: { question: 'a', choices: ['2', '3'] } }),
      ),
    ).toEqual(['not-adjacent']);
  });
});
