import type { Answers } from '@gandan/domain/entry';
import type { PaperQuestion } from '@gandan/domain/questionnaires';
import { keying } from './keying.ts';
import { type Keying, type KeyingEvent, questionAt, type Wish, waitingForSheet } from './state.ts';

/** A clerk at the keys, for tests that read like his evening. Time passes by itself. */
export function clerkAt(questions: readonly PaperQuestion[], answers: Answers = {}) {
  let state: Keying = waitingForSheet;
  let now = 1000;
  const wishes: Wish[] = [];
  const tell = (event: KeyingEvent) => {
    state = keying(state, event);
    wishes.push(...state.wishes);
  };
  const press = (key: string, after = 400, inText = false) => {
    now += after;
    tell({ kind: 'key', key, at: now, inText });
  };
  return {
    state: () => state,
    wishes,
    /** Number of the question on the screen, or the stage. */
    sees: () => (state.stage === 'question' ? (questionAt(state)?.number ?? '') : state.stage),
    answer: (name: string) => state.answers[name],
    takes: (number: string) =>
      tell({ kind: 'opened', sheet: { number, questions, answers, note: '', keystrokes: 0 }, at: now }),
    /** Keys one after another, at a person's pace: `presses('1', '2', 'Enter')`. */
    presses: (...keys: readonly string[]) => {
      for (const key of keys) press(key);
    },
    /** Text into the box on the screen, then Enter. */
    writes: (text: string) => {
      tell({ kind: 'text', value: text });
      press('Enter', 400, true);
    },
    /** What a handheld scanner types, 8 ms a key. */
    scans: (text: string, inText = false) => {
      for (const [index, key] of [...text].entries()) {
        press(key, index === 0 ? 900 : 8, inText);
        if (inText) tell({ kind: 'text', value: state.typed + key });
      }
      press('Enter', 8, inText);
    },
    composes: (key: string) => {
      now += 400;
      tell({ kind: 'key', key, at: now, composing: true });
    },
    waits: (ms: number) => {
      now += ms;
    },
    tell,
  };
}
