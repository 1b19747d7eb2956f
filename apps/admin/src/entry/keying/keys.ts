import type { MissingCode } from '@gandan/domain/entry';
import type { Choice, PaperQuestion } from '@gandan/domain/questionnaires';
import { isDigits } from './digits.ts';

/** What the clerk wants at a question, whatever brought it: a key, a tap, a scanner. */
export type Intent =
  | { readonly kind: 'choose'; readonly choice: string }
  | { readonly kind: 'missing'; readonly code: MissingCode }
  | { readonly kind: 'digit'; readonly digit: string }
  /** A sign of the sheet's number, typed while no text box had the focus. */
  | { readonly kind: 'sign'; readonly sign: string }
  | { readonly kind: 'longer' }
  /** A comma, or what stands between day and month. */
  | { readonly kind: 'separator' }
  | { readonly kind: 'next' }
  | { readonly kind: 'back' }
  | { readonly kind: 'erase' }
  | { readonly kind: 'forward' }
  | { readonly kind: 'go'; readonly index: number }
  | { readonly kind: 'panel'; readonly panel: 'goto' | 'note' | 'keys' }
  | { readonly kind: 'close' }
  | { readonly kind: 'reason'; readonly reason: string }
  | { readonly kind: 'own-reason' }
  | { readonly kind: 'save' };

/** A key as the state machine sees it; `inText` when it was pressed inside a text box. */
export interface KeyPress {
  readonly key: string;
  /** Milliseconds on any steady clock. */
  readonly at: number;
  readonly inText?: boolean;
  readonly ctrl?: boolean;
  readonly shift?: boolean;
  /** `isComposing` or keyCode 229: an input method is at work (Telex, VNI). */
  readonly composing?: boolean;
}

/** The key of an option: its printed code, and for codes beyond 9 a letter (10 is A, 11 is B …). */
export function choiceKey(choice: Choice): string {
  const code = Number(choice.name);
  if (!Number.isInteger(code) || code < 10) return choice.name;
  return String.fromCharCode('A'.charCodeAt(0) + code - 10);
}

/**
 * The key of each missing code at this question, as it is shown. 9 and 8 serve where they are no printed code; the keys
 * beside the number pad (`.` `+` `-`) and the F-keys serve everywhere, so that the hand need not think. In a text box
 * every sign may be part of the text, so only Enter on nothing and the F-keys are left.
 */
export function missingKeys(question: PaperQuestion): Readonly<Partial<Record<MissingCode, string>>> {
  switch (question.item.type) {
    case 'text':
      return { blank: 'Enter', illegible: 'F9', refused: 'F4' };
    case 'integer':
      return { blank: 'Enter', illegible: '.', refused: '-' };
    // Between their digits `.` and `-` part them, so keys are shown that mean one thing only.
    case 'decimal':
      return { blank: 'Enter', illegible: 'F9', refused: '-' };
    case 'date':
      return { blank: 'Enter', illegible: 'F9', refused: 'F4' };
    case 'select_multiple':
      return { blank: '0', illegible: free(question, '9') ? '9' : '.', refused: '-' };
    case 'select_one':
      return {
        blank: '0',
        illegible: free(question, '9') ? '9' : '.',
        multiple: free(question, '8') ? '8' : '+',
        refused: '-',
      };
  }
}

/** The missing code that a key means at this question, if any. Printed codes come first: ask for those before. */
export function missingOf(question: PaperQuestion, key: string): MissingCode | null {
  const { type } = question.item;
  if (key === 'F9') return 'illegible';
  if (key === 'F4') return 'refused';
  if (key === 'F8') return type === 'select_one' ? 'multiple' : null;
  if (type === 'text') return null;
  // The decimal key of a Vietnamese number pad writes a comma.
  if (key === '.' || key === ',') return 'illegible';
  if (key === '-') return 'refused';
  if (isDigits(question.item)) return null;
  if (key === '0') return 'blank';
  if (key === '9') return 'illegible';
  return type === 'select_one' && (key === '+' || key === '8') ? 'multiple' : null;
}

/** The option whose key was pressed. */
export function choiceOf(question: PaperQuestion, key: string): Choice | undefined {
  const choices = 'choices' in question.item ? question.item.choices : [];
  return choices.find((choice) => choiceKey(choice) === key.toUpperCase());
}

const free = (question: PaperQuestion, key: string) => choiceOf(question, key) === undefined;
