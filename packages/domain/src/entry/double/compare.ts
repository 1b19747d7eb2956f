import type { PaperQuestion } from '../../questionnaires/index.ts';
import { essence } from '../check-response.ts';
import type { Answer, Answers } from '../response.ts';

/** The questions that two keyings answer differently, in print order. */
export function differences(
  questions: readonly PaperQuestion[],
  first: Answers,
  second: Answers,
): readonly PaperQuestion[] {
  return questions.filter((question) => !saysTheSame(question, first[question.name], second[question.name]));
}

/**
 * Whether two keyings of one answer mean the same. Of what was written by hand only the letters and digits count: where
 * one reads a comma and the other a full stop, or a capital, no third person needs to look.
 */
export function saysTheSame(question: PaperQuestion, first: Answer | undefined, second: Answer | undefined): boolean {
  if (question.item.type !== 'text') return essence(first) === essence(second);
  return letters(first) === letters(second);
}

function letters(answer: Answer | undefined): string {
  if (answer === undefined || 'missing' in answer) return essence(answer);
  const words = String(answer.value).normalize('NFC').toLocaleLowerCase('vi');
  return `text ${words.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim()}`;
}
