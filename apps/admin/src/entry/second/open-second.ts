import type { PaperQuestion } from '@gandan/domain/questionnaires';
import type { OpenSheet } from '../keying/index.ts';
import type { Kept } from '../queue/index.ts';
import { answersOf, type SecondToKey } from './queries.ts';

/**
 * A sheet as it is keyed a second time: only the questions that were drawn, or that are to be read again, and of these only
 * what its keyer put down himself. What this machine holds of the same step comes before what the server holds.
 */
export function openSecond(
  { sheet, stage, questions, answers, draft }: SecondToKey,
  all: readonly PaperQuestion[],
  kept: Kept | undefined,
): OpenSheet {
  const wanted = new Set(questions);
  const of = { number: sheet.number, questions: all.filter(({ name }) => wanted.has(name)) };
  const step = stage === 'reread' ? 'again' : 'second';
  if (kept !== undefined && kept.pass === step && kept.keystroke >= (draft?.keystroke ?? 0)) {
    return { ...of, answers: kept.answers, note: kept.note, keystrokes: kept.keystroke };
  }
  if (draft !== null) {
    return { ...of, answers: answersOf(draft.answers), note: draft.note ?? '', keystrokes: draft.keystroke };
  }
  return { ...of, answers: answersOf(answers), note: '', keystrokes: 0 };
}
