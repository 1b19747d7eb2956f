import { z } from 'zod';
import { PAPER_LAYOUTS, type QuestionnaireModel, SUBJECTS } from './model.ts';

const text = z
  .string()
  .max(1000)
  .transform((words) => words.normalize('NFC'));
const Label = z.strictObject({ vi: text, en: text.exactOptional() });
const name = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/, {
  message: 'Tên câu chỉ gồm chữ thường không dấu, số và gạch dưới, bắt đầu bằng chữ.',
});
const Choice = z.strictObject({
  name: z.string().regex(/^[1-9]\d?$/),
  label: Label,
  specify: z.literal(true).exactOptional(),
});
const Relevant = z.strictObject({ question: name, choices: z.array(z.string().max(20)).min(1).max(30) });
const base = {
  name,
  label: Label,
  hint: Label.exactOptional(),
  required: z.boolean().exactOptional(),
  relevant: Relevant.exactOptional(),
  sensitive: z.boolean().exactOptional(),
  tags: z.array(z.string().max(40)).max(20).exactOptional(),
};
const choices = z.array(Choice).min(1).max(30);
const count = z.number().int().min(0).max(999_999_999_999);
const bounds = (of: z.ZodNumber) =>
  z
    .strictObject({
      min: of.exactOptional(),
      max: of.exactOptional(),
      atMost: name.exactOptional(),
      message: Label.exactOptional(),
    })
    .exactOptional();
const numberBounds = bounds(count);
const decimalBounds = bounds(z.number().min(0).max(999_999_999_999));
const day = z.iso.date();
const Question = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('select_one'), ...base, choices }),
  z.strictObject({ type: z.literal('select_multiple'), ...base, choices }),
  z.strictObject({
    type: z.literal('integer'),
    ...base,
    digits: z.number().int().min(1).max(12),
    unit: Label.exactOptional(),
    constraint: numberBounds,
  }),
  z.strictObject({
    type: z.literal('decimal'),
    ...base,
    digits: z.number().int().min(1).max(12),
    decimals: z.number().int().min(1).max(3),
    unit: Label.exactOptional(),
    constraint: decimalBounds,
  }),
  z.strictObject({
    type: z.literal('date'),
    ...base,
    constraint: z
      .strictObject({ min: day.exactOptional(), max: day.exactOptional(), message: Label.exactOptional() })
      .exactOptional(),
  }),
  z.strictObject({
    type: z.literal('text'),
    ...base,
    lines: z.number().int().min(1).max(12),
    width: z.number().int().min(1).max(10).exactOptional(),
  }),
]);
const items = z.array(Question).min(1).max(60);
const Item = z.union([
  Question,
  z.strictObject({ type: z.literal('note'), name, label: Label }),
  z.strictObject({
    type: z.literal('begin_group'),
    name,
    label: Label,
    appearance: z.enum(['table-list', 'row']).exactOptional(),
    relevant: Relevant.exactOptional(),
    sensitive: z.boolean().exactOptional(),
    items,
  }),
  z.strictObject({
    type: z.literal('begin_repeat'),
    name,
    label: Label,
    count: z.number().int().min(1).max(20),
    appearance: z.literal('table').exactOptional(),
    rows: z.array(Label).min(1).max(20).exactOptional(),
    items,
    role: z.literal('petition').exactOptional(),
  }),
]);

/** Shape of a questionnaire as it comes over the wire; what paper cannot carry is found when it is laid out. */
export const QuestionnaireModelSchema: z.ZodType<QuestionnaireModel> = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  subject: z.enum(SUBJECTS).exactOptional(),
  paper: z.enum(PAPER_LAYOUTS).exactOptional(),
  bilingual: z.boolean().exactOptional(),
  title: Label,
  subtitle: Label.exactOptional(),
  instructions: Label.exactOptional(),
  notice: z.strictObject({ vi: z.string().max(3000), en: z.string().max(3000).exactOptional() }).exactOptional(),
  askSensitive: z.boolean().exactOptional(),
  items: z.array(Item).min(1).max(100),
});
