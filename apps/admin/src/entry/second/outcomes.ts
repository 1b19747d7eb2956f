import { shallowRef } from 'vue';

/** A sheet whose two keyings differ: the printed numbers of the questions to read again, and nothing more. */
export interface ToReadAgain {
  readonly number: string;
  readonly questions: readonly string[];
}

/** Sheets that the server gave back since the page was opened; the list of the office has them too. */
export const toReadAgain = shallowRef<readonly ToReadAgain[]>([]);

interface Outcome {
  readonly sheet: { readonly number: string };
  readonly stage: string;
  readonly reread: readonly { readonly number: string }[];
}

/** Takes note of what the server says of a sheet that was keyed a second time. */
export function noteOutcome({ sheet, stage, reread }: Outcome): void {
  const others = toReadAgain.value.filter((one) => one.number !== sheet.number);
  const questions = reread.map((one) => one.number);
  toReadAgain.value = stage === 'reread' ? [...others, { number: sheet.number, questions }] : others;
}
