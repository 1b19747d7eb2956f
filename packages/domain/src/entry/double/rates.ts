import type { PaperQuestion } from '../../questionnaires/index.ts';
import type { Answers } from '../response.ts';
import { saysTheSame } from './compare.ts';

/** Errors among `n` fields, with the interval in which the true rate lies (95 %). Without `n` a rate says nothing. */
export interface Rate {
  readonly n: number;
  readonly errors: number;
  readonly low: number;
  readonly high: number;
}

const Z = 1.959964;

/** Wilson's interval: honest also for few fields and for no error at all (0 of 100 is not "never"). */
export function rateOf(errors: number, n: number): Rate {
  if (n === 0) return { n, errors, low: 0, high: 1 };
  const p = errors / n;
  const middle = p + Z ** 2 / (2 * n);
  const reach = Z * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2));
  const whole = 1 + Z ** 2 / n;
  // At the ends the two terms cancel, except for what floating point leaves over.
  const low = errors === 0 ? 0 : Math.max(0, (middle - reach) / whole);
  return { n, errors, low, high: errors === n ? 1 : Math.min(1, (middle + reach) / whole) };
}

/** A sheet that was keyed twice: what each first put down, before anybody read it again, and what holds now. */
export interface KeyedTwice {
  readonly questions: readonly PaperQuestion[];
  readonly first: { readonly by: string; readonly answers: Answers };
  readonly second: { readonly by: string; readonly answers: Answers };
  /** What counts of the sheet, once the keyings agree or a third person has decided; null while that is open. */
  readonly holds: Answers | null;
}

export interface ErrorRates {
  /** Fields that the two keyings answered differently. */
  readonly all: Rate;
  /** The same by question, in print order of the first sheet that asks it. */
  readonly questions: readonly { readonly name: string; readonly number: string; readonly rate: Rate }[];
  /** Fields that a person put down otherwise than they hold now, of settled sheets; in the order of their names' ids. */
  readonly clerks: readonly { readonly by: string; readonly rate: Rate }[];
}

interface Tally {
  n: number;
  errors: number;
}

/** Counts the errors of doubly keyed fields, by question and by person. */
export function errorRates(sheets: Iterable<KeyedTwice>): ErrorRates {
  const all: Tally = { n: 0, errors: 0 };
  const questions = new Map<string, Tally & { number: string }>();
  const clerks = new Map<string, Tally>();
  for (const { questions: asked, first, second, holds } of sheets) {
    for (const question of asked) {
      const differs = !saysTheSame(question, first.answers[question.name], second.answers[question.name]);
      const ofQuestion = entry(questions, question.name, () => ({ n: 0, errors: 0, number: question.number }));
      count(all, differs);
      count(ofQuestion, differs);
      if (holds === null) continue;
      for (const { by, answers } of [first, second]) {
        const wrong = !saysTheSame(question, answers[question.name], holds[question.name]);
        count(
          entry(clerks, by, () => ({ n: 0, errors: 0 })),
          wrong,
        );
      }
    }
  }
  return {
    all: rateOf(all.errors, all.n),
    questions: [...questions].map(([name, { number, n, errors }]) => ({ name, number, rate: rateOf(errors, n) })),
    clerks: [...clerks]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([by, { n, errors }]) => ({ by, rate: rateOf(errors, n) })),
  };
}

function count(tally: Tally, error: boolean): void {
  tally.n += 1;
  if (error) tally.errors += 1;
}

function entry<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
