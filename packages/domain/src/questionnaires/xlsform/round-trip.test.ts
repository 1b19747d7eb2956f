import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Choice, Item, Label, Question, QuestionnaireModel } from '../model.ts';
import { PAPER_LAYOUTS, SUBJECTS } from '../model.ts';
import { QuestionnaireModelSchema } from '../model-schema.ts';
import { HOUSEHOLD_QUESTIONNAIRE } from '../templates/household.ts';
import { readXlsForm } from './read.ts';
import { writeXlsForm } from './write.ts';

/** Words as people write them, with what breaks spreadsheets and expressions: quotes, formulas, marks, line ends. */
const text = fc
  .oneof(
    fc.constantFrom(
      '',
      ' ',
      '=1+1',
      '-5',
      "'=x",
      `$\{name}`,
      `$ {name}`,
      `a $  {b} $\{c}`,
      '**đậm**',
      '<b>x</b>',
      'a\nb',
      "l'été",
      '“x”',
      '+84',
      '@x',
      '  hai  ',
    ),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.lorem({ maxCount: 6 }),
  )
  .map((words) => words.normalize('NFC'));
const label: fc.Arbitrary<Label> = fc.record({ vi: text, en: text }, { requiredKeys: ['vi'] });
const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,12}$/);
const choices: fc.Arbitrary<readonly Choice[]> = fc.array(
  fc.record(
    { name: fc.integer({ min: 1, max: 99 }).map(String), label, specify: fc.constant(true as const) },
    { requiredKeys: ['name', 'label'] },
  ),
  { minLength: 1, maxLength: 6 },
);
const relevant = fc.record({
  question: name,
  choices: fc.array(fc.string({ maxLength: 20 }), { minLength: 1, maxLength: 4 }),
});
const base = {
  name,
  label,
  hint: label,
  required: fc.boolean(),
  relevant,
  sensitive: fc.boolean(),
  tags: fc.array(fc.oneof(fc.constantFrom('nam-1', 'gop-2', 'kiem-3'), fc.string({ maxLength: 10 })), { maxLength: 4 }),
};
const count = fc.nat({ max: 999_999_999_999 });
const fraction = fc.double({ min: 0, max: 999_999, noNaN: true }).map((value) => value + 0);
const bounds = (of: fc.Arbitrary<number>) =>
  fc.record({ min: of, max: of, atMost: name, message: label }, { requiredKeys: [] });
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const required = ['type', 'name', 'label'] as const;
const question: fc.Arbitrary<Question> = fc.oneof(
  fc.record({ type: fc.constant('select_one' as const), ...base, choices }, { requiredKeys: [...required, 'choices'] }),
  fc.record(
    { type: fc.constant('select_multiple' as const), ...base, choices },
    { requiredKeys: [...required, 'choices'] },
  ),
  fc.record(
    {
      type: fc.constant('integer' as const),
      ...base,
      digits: fc.integer({ min: 1, max: 12 }),
      unit: label,
      constraint: bounds(count),
    },
    { requiredKeys: [...required, 'digits'] },
  ),
  fc.record(
    {
      ...{ type: fc.constant('decimal' as const), ...base, unit: label, constraint: bounds(fraction) },
      ...{ digits: fc.integer({ min: 1, max: 12 }), decimals: fc.integer({ min: 1, max: 3 }) },
    },
    { requiredKeys: [...required, 'digits', 'decimals'] },
  ),
  fc.record(
    {
      ...{ type: fc.constant('date' as const), ...base },
      constraint: fc.record({ min: day, max: day, message: label }, { requiredKeys: [] }),
    },
    { requiredKeys: [...required] },
  ),
  fc.record(
    { type: fc.constant('text' as const), ...base, lines: fc.integer({ min: 1, max: 12 }) },
    { requiredKeys: [...required, 'lines'] },
  ),
);
const items = fc.array(question, { minLength: 1, maxLength: 5 });
const item: fc.Arbitrary<Item> = fc.oneof(
  question,
  fc.record({ type: fc.constant('note' as const), name, label }),
  fc.record(
    {
      ...{ type: fc.constant('begin_group' as const), name, label, relevant, sensitive: fc.boolean(), items },
      appearance: fc.constantFrom('table-list' as const, 'row' as const),
    },
    { requiredKeys: [...required, 'items'] },
  ),
  fc.record(
    {
      ...{ type: fc.constant('begin_repeat' as const), name, label, count: fc.integer({ min: 1, max: 20 }), items },
      ...{ appearance: fc.constant('table' as const), rows: fc.array(label, { minLength: 1, maxLength: 5 }) },
      role: fc.constant('petition' as const),
    },
    { requiredKeys: [...required, 'count', 'items'] },
  ),
);
export const anyModel: fc.Arbitrary<QuestionnaireModel> = fc.record(
  {
    ...{
      code: fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/),
      title: label,
      items: fc.array(item, { minLength: 1, maxLength: 8 }),
    },
    ...{ subject: fc.constantFrom(...SUBJECTS), paper: fc.constantFrom(...PAPER_LAYOUTS), bilingual: fc.boolean() },
    ...{ subtitle: label, instructions: label, notice: label, askSensitive: fc.boolean() },
  },
  { requiredKeys: ['code', 'title', 'items'] },
) as fc.Arbitrary<QuestionnaireModel>;

describe('an exported questionnaire', () => {
  it('imports back to an equal model, whatever it is', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        expect(readXlsForm(writeXlsForm(model)).model).toEqual(model);
      }),
      { numRuns: 300 },
    );
  });

  it('is a model that the api takes', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        const read = readXlsForm(writeXlsForm(model)).model;
        expect(QuestionnaireModelSchema.safeParse(read).success).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('says nothing of the shipped household sheet, and keeps all of it', () => {
    const { model, report } = readXlsForm(writeXlsForm(HOUSEHOLD_QUESTIONNAIRE));
    expect(model).toEqual(HOUSEHOLD_QUESTIONNAIRE);
    expect(report).toEqual([]);
  });
});
