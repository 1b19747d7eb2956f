import type { Sentence } from '@gandan/domain/errors';
import { ApiProblem } from './problem.ts';

const missing: Sentence = { vi: 'Còn chỗ chưa điền.', en: 'Something is not filled in yet.' };
const fill: Sentence = { vi: 'Hãy điền chỗ này.', en: 'Fill this in.' };

/** Refuses empty fields by their path before anything is sent: `requireFilled({ groupId: fields.groupId })`. */
export function requireFilled(fields: Readonly<Record<string, string | null>>): void {
  const empty = Object.keys(fields).filter((path) => (fields[path] ?? '').trim() === '');
  if (empty.length > 0) {
    throw new ApiProblem(
      422,
      'missing',
      missing,
      empty.map((path) => ({ path, sentence: fill })),
    );
  }
}
