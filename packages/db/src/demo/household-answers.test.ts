import { checkResponse } from '@gandan/domain/entry';
import { paperQuestions, QUESTION_BANK, SHIPPED_QUESTIONNAIRES } from '@gandan/domain/questionnaires';
import { expect, it } from 'vitest';
import { householdAnswers } from './household-answers.ts';

const forms = [
  ...SHIPPED_QUESTIONNAIRES,
  ...QUESTION_BANK.map((area) => ({ code: area.key, title: area.label, items: area.items })),
];

it.each(forms.map((form) => [form.code, form] as const))(
  'a made-up sheet of %s passes the checks of entry',
  (_, form) => {
    const questions = paperQuestions(form);
    for (let seed = 1; seed <= 40; seed += 1) {
      expect(checkResponse(questions, householdAnswers(questions, dice(seed)))).toEqual([]);
    }
  },
);

/** The same rolls for the same seed. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
