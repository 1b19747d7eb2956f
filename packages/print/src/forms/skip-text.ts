import type { Choice, PaperQuestion } from '@gandan/domain/questionnaires';
import type { SkipMarks } from './skip-marks.ts';

/** The words of a skip mark beside an option, or nothing. */
export function skipText(marks: SkipMarks, question: PaperQuestion, choice: Choice, short = false): string | undefined {
  const target = marks.get(question.name)?.get(choice.name);
  if (target === undefined) return undefined;
  if (target === null) return '→ hết phiếu';
  return short ? `→ câu ${target}` : `→ chuyển câu ${target}`;
}
