import type { Sentence } from '@gandan/domain/errors';
import { ApiProblem } from '../../api/problem.ts';
import type { Evaluation } from '../queries.ts';

/** What every step's form takes, and the one thing it can do. */
export interface StepFormProps {
  evaluation: Evaluation;
  /** The sentence of a field, by its path. */
  error: (path: string) => string | undefined;
}
export interface StepForm {
  send(): Promise<Evaluation>;
}

/** Says at once which fields are still empty, in the words of the form; `{ strengths: [text, 'Ưu điểm', 'Strengths'] }`. */
export function requireFilled(
  fields: Readonly<Record<string, readonly [value: string | null, vi: string, en: string]>>,
): void {
  const places = Object.entries(fields)
    .filter(([, [value]]) => value === null || value.trim() === '')
    .map(([path, [, vi, en]]) => ({ path, sentence: { vi: `${vi}: còn trống.`, en: `${en}: still empty.` } }));
  if (places.length > 0) throw new ApiProblem(422, 'form.missing', MISSING, places);
}

const MISSING: Sentence = { vi: 'Còn ô chưa điền.', en: 'Some fields are still empty.' };
