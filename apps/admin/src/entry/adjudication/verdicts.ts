import { type Answer, type Answers, toDecide, type Verdict, type Verdicts } from '@gandan/domain/entry';
import type { PaperQuestion } from '@gandan/domain/questionnaires';

/** What stands beside one question while the third person decides; nothing chosen yet: `chosen` null. */
export interface Choosing {
  readonly chosen: 'first' | 'second' | 'third' | null;
  readonly answer: Answer | null;
  readonly reason: string;
}

export const UNDECIDED: Choosing = { chosen: null, answer: null, reason: '' };

export interface Keyings {
  readonly twice: readonly PaperQuestion[];
  readonly first: Answers;
  readonly second: Answers;
}

/** The verdict that a choice amounts to; undefined while something is missing. */
export function verdictOf(question: string, { chosen, answer, reason }: Choosing): Verdict | undefined {
  if (chosen === null) return undefined;
  if (chosen !== 'third') return { question, chosen };
  return answer === null || reason.trim() === '' ? undefined : { question, chosen, answer, reason: reason.trim() };
}

/** The questions to show, and the verdicts on them so far: a verdict can bring up a question that both passed over. */
export function progress(
  questions: readonly PaperQuestion[],
  { twice, first, second }: Keyings,
  choices: Readonly<Record<string, Choosing>>,
): { readonly open: readonly PaperQuestion[]; readonly verdicts: Verdicts; readonly whole: boolean } {
  const all = questions.flatMap(({ name }) => verdictOf(name, choices[name] ?? UNDECIDED) ?? []);
  const open = toDecide(questions, twice, first, second, all);
  const verdicts = all.filter(({ question }) => open.some(({ name }) => name === question));
  return { open, verdicts, whole: open.length > 0 && verdicts.length === open.length };
}
