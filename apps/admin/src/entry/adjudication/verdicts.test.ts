import type { PaperQuestion } from '@gandan/domain/questionnaires';
import { describe, expect, it } from 'vitest';
import { type Choosing, progress, UNDECIDED, verdictOf } from './verdicts.ts';

const choices = ['1', '2'].map((name) => ({ name, label: { vi: name } }));
const questions: readonly PaperQuestion[] = [
  { name: 'school', number: '1', item: { type: 'select_one', name: 'school', label: { vi: 'Nghỉ học' }, choices } },
  {
    name: 'why',
    number: '2',
    item: {
      type: 'text',
      name: 'why',
      label: { vi: 'Vì sao' },
      lines: 1,
      relevant: { question: 'school', choices: ['1'] },
    },
  },
];
const keyings = {
  twice: questions.slice(0, 1),
  first: { school: { value: '2' }, why: { missing: 'skipped' } },
  second: { school: { value: '1' } },
} as const;
const names = (open: readonly PaperQuestion[]) => open.map(({ name }) => name);

describe('deciding between two keyings', () => {
  it('counts a third value only with its reason', () => {
    const third: Choosing = { chosen: 'third', answer: { value: '2' }, reason: ' ' };
    expect(verdictOf('school', UNDECIDED)).toBeUndefined();
    expect(verdictOf('school', third)).toBeUndefined();
    expect(verdictOf('school', { ...third, reason: 'Nhòe ' })).toMatchObject({ chosen: 'third', reason: 'Nhòe' });
  });

  it('brings up what the sheet asks after a verdict, and forgets what was said of it when it no longer does', () => {
    expect(progress(questions, keyings, {})).toMatchObject({ whole: false });
    const second: Choosing = { ...UNDECIDED, chosen: 'second' };
    expect(names(progress(questions, keyings, { school: second }).open)).toEqual(['school', 'why']);
    const why: Choosing = { chosen: 'third', answer: { missing: 'blank' }, reason: 'Hộ không ghi' };
    expect(progress(questions, keyings, { school: second, why }).whole).toBe(true);
    const back = progress(questions, keyings, { school: { ...UNDECIDED, chosen: 'first' }, why });
    expect(back).toMatchObject({ whole: true, verdicts: [{ question: 'school', chosen: 'first' }] });
  });
});
