import { z } from 'zod';
import { LONGEST_TEXT } from '../questionnaires/index.ts';
import { MISSING_CODES } from './response.ts';

const Flag = z.object({ check: z.string().min(1).max(40), reason: z.string().trim().max(500) }).strict();
// Text is NFC like everything that enters the product; which letters it may hold is not ours to judge on a keyed sheet.
const Text = z
  .string()
  .max(LONGEST_TEXT)
  .transform((text) => text.normalize('NFC'));
const Value = z.union([Text, z.number(), z.array(z.string().max(20)).max(40)]);

/** Shape of the answers of one sheet as they come over the wire; `checkResponse` judges them against the questions. */
export const AnswersSchema = z.record(
  z.string().regex(/^[a-z][a-z0-9_]{0,139}$/, { message: 'Tên câu hỏi không hợp lệ.' }),
  z.union([
    z.object({ value: Value, flag: Flag.exactOptional() }).strict(),
    z.object({ missing: z.enum(MISSING_CODES), flag: Flag.exactOptional() }).strict(),
  ]),
);
