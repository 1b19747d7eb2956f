import type { PaperQuestion } from '../../questionnaires/index.ts';
import { evaluatedQuestions } from './related.ts';
import type { DoubleEntry } from './setting.ts';

/** What of a sheet is keyed a second time: nothing, all, or these questions by name. */
export type SecondKeying = 'none' | 'all' | readonly string[];

/**
 * A sheet's lot, 0 ≤ lot < 1: the first four bytes of a hash of its number with the office's secret. The same sheet has
 * the same lot for ever, and nobody who keys can tell it beforehand.
 */
export function lotOf(hash: Uint8Array): number {
  return new DataView(hash.buffer, hash.byteOffset, hash.byteLength).getUint32(0) / 2 ** 32;
}

/** What of this sheet is keyed twice. A larger share keeps every sheet that a smaller one draws. */
export function secondKeyingOf(setting: DoubleEntry, lot: number, questions: readonly PaperQuestion[]): SecondKeying {
  if (lot * 100 < setting.share) return 'all';
  if (!setting.evaluated) return 'none';
  const names = evaluatedQuestions(questions).map((question) => question.name);
  return names.length === 0 ? 'none' : names;
}
