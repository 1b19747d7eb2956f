import { describe, expect, it } from 'vitest';
import {
  FRAMEWORK_TAGS,
  type Label,
  paperQuestions,
  type QuestionnaireModel,
  QuestionnaireModelSchema,
  SHIPPED_QUESTIONNAIRES,
  tagsOf,
} from '../index.ts';

describe.each(SHIPPED_QUESTIONNAIRES.map((model) => [model.code, model] as const))('the shipped %s', (_, model) => {
  const questions = paperQuestions({ ...model, askSensitive: true });

  it('is valid as it is', () => {
    expect(QuestionnaireModelSchema.parse(model)).toEqual(model);
  });

  it('gives every answer a name of its own', () => {
    expect(new Set(questions.map(({ name }) => name)).size).toBe(questions.length);
  });

  it('says everything in both languages', () => {
    for (const label of labelsOf(model)) expect(label.en ?? `missing: ${label.vi}`).toMatch(/^(?!missing)/);
  });

  it('is tagged with items of the framework, and with nothing that the framework lacks', () => {
    const known = new Set(FRAMEWORK_TAGS.map(({ code }) => code));
    const tags = questions.flatMap(tagsOf);
    expect(tags.length).toBeGreaterThan(0);
    expect(tags.filter((tag) => !known.has(tag))).toEqual([]);
  });
});

it('the slip asks fourteen things and never who writes', () => {
  const slip = SHIPPED_QUESTIONNAIRES.find(({ code }) => code === 'feedback');
  if (slip === undefined) throw new Error('no slip');
  expect(paperQuestions(slip)).toHaveLength(14);
  expect(slip.subject).toBe('anonymous');
  expect(JSON.stringify(slip.items)).not.toMatch(/mã hộ|chủ hộ|điện thoại|tuổi/i);
});

it('the self-assessment has a row for each of the four, four and three items, tagged with it', () => {
  const sheet = SHIPPED_QUESTIONNAIRES.find(({ code }) => code === 'self-assessment');
  if (sheet === undefined) throw new Error('no self-assessment');
  const tags = new Set(paperQuestions(sheet).flatMap(tagsOf));
  expect(tags).toEqual(new Set(FRAMEWORK_TAGS.map(({ code }) => code).filter((code) => code.includes('-'))));
});

function labelsOf(value: unknown): readonly Label[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('vi' in value) return [value as Label];
  return Object.values(value as QuestionnaireModel).flatMap(labelsOf);
}
