import type { Answers } from '@gandan/domain/entry';
import type { ErrorPlace, Sentence } from '@gandan/domain/errors';
import type { PaperQuestion, SoftCheck } from '@gandan/domain/questionnaires';
import type { Burst } from './burst.ts';
import type { Intent, KeyPress } from './keys.ts';

/** A sheet as it is handed to the clerk: what it asks, and what was keyed of it before. */
export interface OpenSheet {
  readonly number: string;
  readonly questions: readonly PaperQuestion[];
  readonly answers: Answers;
  readonly note: string;
  readonly keystrokes: number;
}

/** A doubt that waits for the clerk's reason. `reason` is null while one of the ready ones can still be picked. */
export interface Doubt {
  readonly soft: readonly SoftCheck[];
  readonly reason: string | null;
}

/** What the page has to do after an event. */
export type Wish =
  | { readonly kind: 'open'; readonly number: string }
  | {
      readonly kind: 'save';
      readonly sheet: string;
      readonly answers: Answers;
      readonly note: string;
      readonly seconds: number;
    }
  | { readonly kind: 'say'; readonly sentence: Sentence };

/** Everything on the entry screen that a key can change. */
export interface Keying {
  /** `number`: waiting for a sheet; `question`: keying; `end`: all keyed, one key saves; `saving`: on its way. */
  readonly stage: 'number' | 'question' | 'end' | 'saving';
  readonly sheet: string;
  readonly questions: readonly PaperQuestion[];
  readonly answers: Answers;
  readonly note: string;
  /** Index of the question on the screen. */
  readonly at: number;
  /** The number, text, or sheet number being typed. */
  readonly typed: string;
  /** The next digit starts the number anew (the question was answered before). */
  readonly fresh: boolean;
  /** The household wrote more digits than there are cells: Enter ends the number. */
  readonly longer: boolean;
  readonly doubt: Doubt | null;
  readonly problem: Sentence | null;
  readonly panel: 'none' | 'goto' | 'note' | 'keys';
  readonly goto: string;
  /** What still keeps the sheet from being saved, shown at the end. */
  readonly places: readonly ErrorPlace[];
  readonly keystrokes: number;
  /** Time spent at the keys, without the pauses; in ms. */
  readonly worked: number;
  readonly lastKeyAt: number | null;
  readonly burst: Burst<Keying> | null;
  readonly wishes: readonly Wish[];
}

export type KeyingEvent =
  | ({ readonly kind: 'key' } & KeyPress)
  | { readonly kind: 'intent'; readonly intent: Intent; readonly at: number }
  /** The text box on the screen (sheet number, answer, note, question number, reason) now holds this. */
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'opened'; readonly sheet: OpenSheet; readonly at: number }
  | { readonly kind: 'not-opened'; readonly sentence: Sentence }
  | { readonly kind: 'saved' }
  | { readonly kind: 'not-saved'; readonly sentence: Sentence; readonly places: readonly ErrorPlace[] };

/** Before the first sheet. */
export const waitingForSheet: Keying = {
  stage: 'number',
  sheet: '',
  questions: [],
  answers: {},
  note: '',
  at: 0,
  typed: '',
  fresh: true,
  longer: false,
  doubt: null,
  problem: null,
  panel: 'none',
  goto: '',
  places: [],
  keystrokes: 0,
  worked: 0,
  lastKeyAt: null,
  burst: null,
  wishes: [],
};

/** The question on the screen. */
export function questionAt(state: Keying): PaperQuestion | undefined {
  return state.questions[state.at];
}

/** Seconds at the keys, at least one: what `38 giây một phiếu` is made of. */
export function secondsWorked(state: Keying): number {
  return Math.max(1, Math.round(state.worked / 1000));
}
