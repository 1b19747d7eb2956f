import type { PaperQuestion } from '@gandan/domain/questionnaires';
import { isDigits } from './digits.ts';
import { choiceOf, type Intent, type KeyPress, missingOf } from './keys.ts';
import { type Keying, questionAt } from './state.ts';

/** Ready reasons for a doubtful answer, picked by one key; a third one opens a box for the clerk's own words. */
export const READY_REASONS = ['Đã đọc lại, phiếu ghi đúng như vậy', 'Hộ có ghi giải thích trên phiếu'] as const;

/** What a key means where the clerk stands now; null: nothing, the browser may have it. */
export function intentOf(state: Keying, press: KeyPress): Intent | null {
  if (press.key === 'Escape') return { kind: 'close' };
  if (state.stage === 'number') return atNumber(press);
  if (state.panel !== 'none') return inPanel(state, press);
  if (state.doubt !== null) return inDoubt(state, press);
  if (press.ctrl === true) return press.key === 'Enter' || press.key.toLowerCase() === 's' ? ctrlIntent(press) : null;
  if (press.inText === true) return inText(state, press);
  const question = questionAt(state);
  if (question !== undefined && isSeparator(state, question, press.key)) return { kind: 'separator' };
  const everywhere = everywhereIntent(press.key);
  if (everywhere !== null) return everywhere;
  if (question === undefined) return press.key === 'Backspace' ? { kind: 'back' } : null;
  return atQuestion(question, press.key);
}

function atNumber({ key, inText, ctrl }: KeyPress): Intent | null {
  if (key === 'Enter') return { kind: 'next' };
  if (key === '?') return { kind: 'panel', panel: 'keys' };
  // A scanner does not wait for the focus.
  return inText !== true && ctrl !== true && /^[\w-]$/.test(key) ? { kind: 'sign', sign: key } : null;
}

const ctrlIntent = (press: KeyPress): Intent => (press.key === 'Enter' ? { kind: 'next' } : { kind: 'save' });

function everywhereIntent(key: string): Intent | null {
  switch (key) {
    case 'Enter':
      return { kind: 'next' };
    case 'ArrowUp':
    case 'PageUp':
      return { kind: 'back' };
    case 'ArrowDown':
    case 'PageDown':
      return { kind: 'forward' };
    case '/':
      return { kind: 'panel', panel: 'goto' };
    case '*':
      return { kind: 'panel', panel: 'note' };
    case '?':
      return { kind: 'panel', panel: 'keys' };
    default:
      return null;
  }
}

/** Signs that part digits once there are some; before the first digit they mean what they mean everywhere. */
function isSeparator(state: Keying, { item }: PaperQuestion, key: string): boolean {
  if (state.typed === '' || state.fresh) return false;
  if (item.type === 'decimal') return key === ',' || key === '.';
  return item.type === 'date' && ['/', '-', '.', ',', ' '].includes(key);
}

function atQuestion(question: PaperQuestion, key: string): Intent | null {
  const digits = isDigits(question.item);
  if (key === 'Backspace') return digits ? { kind: 'erase' } : { kind: 'back' };
  if (digits) {
    if (/^\d$/.test(key)) return { kind: 'digit', digit: key };
    if (key === '+' && question.item.type !== 'date') return { kind: 'longer' };
  }
  const choice = choiceOf(question, key);
  if (choice !== undefined) return { kind: 'choose', choice: choice.name };
  const missing = missingOf(question, key);
  return missing === null ? null : { kind: 'missing', code: missing };
}

/** In a text box every sign is text; only what no text contains is a command. */
function inText(state: Keying, press: KeyPress): Intent | null {
  if (press.key === 'Enter') return press.shift === true ? null : { kind: 'next' };
  if (press.key === 'PageUp') return { kind: 'back' };
  if (press.key === 'PageDown') return { kind: 'forward' };
  if (state.typed === '' && (press.key === 'Backspace' || press.key === 'ArrowUp')) return { kind: 'back' };
  if (state.typed === '' && press.key === 'ArrowDown') return { kind: 'forward' };
  const question = questionAt(state);
  const missing = question === undefined || !/^F\d+$/.test(press.key) ? null : missingOf(question, press.key);
  return missing === null ? null : { kind: 'missing', code: missing };
}

function inPanel(state: Keying, press: KeyPress): Intent | null {
  if (press.key === 'Enter' && press.shift !== true) return { kind: 'next' };
  return state.panel === 'keys' && press.key === '?' ? { kind: 'close' } : null;
}

function inDoubt(state: Keying, press: KeyPress): Intent | null {
  if (press.key === 'Enter') return { kind: 'next' };
  if (state.doubt?.reason !== null)
    return state.doubt?.reason === '' && press.key === 'Backspace' ? { kind: 'back' } : null;
  if (press.key === 'Backspace' || press.key === 'ArrowUp') return { kind: 'back' };
  const ready = READY_REASONS[Number(press.key) - 1];
  if (ready !== undefined) return { kind: 'reason', reason: ready };
  return press.key === String(READY_REASONS.length + 1) ? { kind: 'own-reason' } : null;
}
