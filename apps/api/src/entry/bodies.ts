import { AnswersSchema } from '@gandan/domain/entry';
import { z } from 'zod';

const note = z.string().max(2000).nullable().optional();

export const Draft = z.strictObject({
  answers: AnswersSchema,
  note,
  keystroke: z.number().int().min(0).max(100_000),
});
export const Submission = z.strictObject({
  id: z.uuid(),
  answers: AnswersSchema,
  note,
  seconds: z.number().int().min(0).max(86_400).nullable().optional(),
});
export const Correction = z.strictObject({
  id: z.uuid(),
  answers: AnswersSchema,
  note,
  reason: z.string().max(500),
});
