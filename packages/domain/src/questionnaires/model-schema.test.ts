import { expect, it } from 'vitest';
import { HOUSEHOLD_QUESTIONNAIRE, QuestionnaireModelSchema } from './index.ts';

it('takes the shipped questionnaire as it is, and nothing that the model does not know', () => {
  expect(QuestionnaireModelSchema.parse(HOUSEHOLD_QUESTIONNAIRE)).toEqual(HOUSEHOLD_QUESTIONNAIRE);
  const { items } = HOUSEHOLD_QUESTIONNAIRE;
  for (const bad of [
    { ...HOUSEHOLD_QUESTIONNAIRE, script: 'alert(1)' },
    { ...HOUSEHOLD_QUESTIONNAIRE, items: [] },
    { ...HOUSEHOLD_QUESTIONNAIRE, items: [...items, { type: 'image', name: 'x', label: { vi: 'x' } }] },
    { ...HOUSEHOLD_QUESTIONNAIRE, items: [{ ...items[0], name: '__proto__' }] },
  ]) {
    expect(QuestionnaireModelSchema.safeParse(bad).success).toBe(false);
  }
});
