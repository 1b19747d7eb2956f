import type { Answer } from '@gandan/domain/entry';
import type { Sentence } from '@gandan/domain/errors';
import { checkAnswer, type PaperQuestion } from '@gandan/domain/questionnaires';
import { readSheetNumber } from '@gandan/domain/sheets';
import { follow, scanned } from './burst.ts';
import { type DigitsItem, isDigits, typedOf, valueOfTyped, withDigit, withoutLast, withSeparator } from './digits.ts';
import { intentOf } from './intent.ts';
import type { Intent } from './keys.ts';
import { type Keying, type KeyingEvent, type OpenSheet, questionAt, secondsWorked, waitingForSheet } from './state.ts';
import {
  firstOpenIndex,
  followSkips,
  indexOfNumber,
  nextIndex,
  openPlaces,
  previousIndex,
  withAnswer,
} from './walk.ts';

/** A longer silence between two keys is a pause, not work. */
const LONGEST_THOUGHT = 20_000;

/** The whole of keying a sheet: what one event makes of the state. `wishes` are what the page has to do next. */
export function keying(before: Keying, event: KeyingEvent): Keying {
  const state: Keying = { ...before, wishes: [] };
  switch (event.kind) {
    case 'key':
      return pressed(state, event);
    case 'intent':
      return act(counted(state, event.at), event.intent);
    case 'text':
      return typedText(state, event.value);
    case 'opened':
      return opened(event.sheet, event.at);
    case 'not-opened':
      return { ...state, stage: state.stage === 'saving' ? 'number' : state.stage, problem: event.sentence };
    case 'saved':
      return state.stage === 'saving' ? { ...waitingForSheet, lastKeyAt: state.lastKeyAt } : state;
    case 'not-saved':
      return notSaved(state, event.sentence, event.places);
  }
}

function pressed(state: Keying, event: Extract<KeyingEvent, { kind: 'key' }>): Keying {
  if (event.composing === true) return state;
  const sent = event.key === 'Enter' ? scanned(state.burst, event.at) : null;
  if (sent !== null && state.burst !== null) {
    // Until Enter came the burst looked like keys: whatever they did is undone.
    return takeScan({ ...state.burst.before, wishes: [] }, sent);
  }
  const burst = follow(state.burst, event.key, event.at, { ...state, burst: null });
  const intent = intentOf(state, event);
  const next = intent === null ? state : act(counted(state, event.at), intent);
  return { ...next, burst };
}

function counted(state: Keying, at: number): Keying {
  const gap = state.lastKeyAt === null ? 0 : at - state.lastKeyAt;
  const worked = gap > 0 && gap <= LONGEST_THOUGHT ? state.worked + gap : state.worked;
  return { ...state, keystrokes: state.keystrokes + 1, worked, lastKeyAt: at };
}

function act(state: Keying, intent: Intent): Keying {
  if (state.stage === 'saving') return state;
  if (state.stage === 'number') {
    if (state.panel !== 'none') return { ...state, panel: 'none' };
    if (intent.kind === 'sign') return { ...state, typed: state.typed + intent.sign, problem: null };
    if (intent.kind === 'panel') return { ...state, panel: 'keys' };
    return intent.kind === 'next' ? openTyped(state) : state;
  }
  if (state.panel !== 'none') return inPanel(state, intent);
  if (state.doubt !== null) return inDoubt(state, intent);
  if (intent.kind === 'panel') return { ...state, panel: intent.panel, goto: '' };
  if (intent.kind === 'go') return goTo(state, intent.index);
  if (intent.kind === 'back') return goTo(state, state.stage === 'end' ? lastIndex(state) : previousIndex(state));
  if (intent.kind === 'save') return save(state);
  if (state.stage === 'end') return intent.kind === 'next' ? save(state) : state;
  const question = questionAt(state);
  return question === undefined ? state : atQuestion(state, question, intent);
}

function atQuestion(state: Keying, question: PaperQuestion, intent: Intent): Keying {
  switch (intent.kind) {
    case 'choose':
      return question.item.type === 'select_multiple'
        ? toggle(state, question, intent.choice)
        : commit(state, question, { value: intent.choice });
    case 'missing':
      return commit(state, question, { missing: intent.code });
    case 'digit':
      return digit(state, question, intent.digit);
    case 'separator':
      return isDigits(question.item)
        ? { ...state, typed: withSeparator(question.item, state.typed), problem: null }
        : state;
    case 'erase':
      return state.typed === ''
        ? goTo(state, previousIndex(state))
        : { ...state, typed: withoutLast(state.typed), fresh: false, problem: null };
    case 'longer':
      return { ...state, longer: true };
    case 'forward':
      return moveOn(state);
    case 'next':
      return next(state, question);
    default:
      return state;
  }
}

function toggle(state: Keying, question: PaperQuestion, choice: string): Keying {
  const marked = markedOf(state, question);
  const order = 'choices' in question.item ? question.item.choices.map((each) => each.name) : [];
  const value = order.filter((name) => (name === choice ? !marked.includes(name) : marked.includes(name)));
  const { [question.name]: _, ...others } = state.answers;
  const answers = value.length === 0 ? others : withAnswer(state, question, { value });
  return { ...state, answers, problem: null };
}

function digit(state: Keying, question: PaperQuestion, digit: string): Keying {
  if (!isDigits(question.item)) return state;
  const { typed, full } = withDigit(question.item, state.fresh ? '' : state.typed, digit, state.longer);
  const growing = { ...state, typed, fresh: false, problem: null };
  return full ? commitTyped(growing, question, question.item) : growing;
}

/** What cannot be is told at once, and the next digit begins it anew. */
function commitTyped(state: Keying, question: PaperQuestion, item: DigitsItem): Keying {
  const value = valueOfTyped(item, state.typed);
  if (value === null) return { ...state, problem: WHOLE_DAY };
  const committed = commit(state, question, { value });
  return committed.problem === null ? committed : { ...committed, fresh: true };
}

function next(state: Keying, question: PaperQuestion): Keying {
  const current = state.answers[question.name];
  switch (question.item.type) {
    case 'integer':
    case 'decimal':
    case 'date':
      if (state.typed === '') return commit(state, question, nothingTyped(current));
      return commitTyped(state, question, question.item);
    case 'text': {
      const value = state.typed.trim().normalize('NFC');
      return commit(state, question, value === '' ? nothingTyped(current) : { value });
    }
    case 'select_multiple':
      return commit(state, question, current ?? { missing: 'blank' });
    case 'select_one':
      return current === undefined ? { ...state, problem: PRESS_A_CODE } : commit(state, question, current);
  }
}

/** Enter on nothing: the code that was given before (unclear, refused) stays, else the household left it blank. */
function nothingTyped(current: Answer | undefined): Answer {
  return current !== undefined && 'missing' in current && current.missing !== 'skipped'
    ? current
    : { missing: 'blank' };
}

/** Stores the answer and goes on, unless it cannot be (red) or wants a reason (amber). */
function commit(state: Keying, question: PaperQuestion, answer: Answer): Keying {
  const kept = keepFlag(state, question, answer);
  const answers = withAnswer(state, question, kept);
  const { hard } = checkAnswer(question, kept, answers, state.questions);
  if (hard[0] !== undefined) return { ...state, problem: hard[0] };
  const doubt = doubtOf({ ...state, answers }, question);
  if (doubt !== null) return { ...state, answers, problem: null, doubt };
  return show({ ...state, answers }, nextIndex(state, answers, state.at));
}

/** What waits for a reason; a skip that the paper was not held to speaks for itself. */
function doubtOf(state: Keying, question: PaperQuestion): Keying['doubt'] {
  const answer = state.answers[question.name];
  if (answer === undefined) return null;
  const soft = checkAnswer(question, answer, state.answers, state.questions).soft.filter(
    (each) => each.check !== 'skip',
  );
  const confirmed = soft.some((each) => each.check === answer.flag?.check);
  return soft.length === 0 || confirmed ? null : { soft, reason: null };
}

/** The same value confirmed before keeps its reason. */
function keepFlag(state: Keying, question: PaperQuestion, answer: Answer): Answer {
  const current = state.answers[question.name];
  const same = current !== undefined && 'value' in current && 'value' in answer && current.value === answer.value;
  return same ? current : answer;
}

function inDoubt(state: Keying, intent: Intent): Keying {
  const { doubt } = state;
  const question = questionAt(state);
  if (doubt === null || question === undefined) return state;
  if (intent.kind === 'own-reason') return { ...state, doubt: { ...doubt, reason: '' } };
  if (intent.kind === 'back' || intent.kind === 'erase' || intent.kind === 'close') {
    return show(state, state.at);
  }
  const reason = intent.kind === 'reason' ? intent.reason : intent.kind === 'next' ? (doubt.reason ?? '') : '';
  if (reason.trim() === '') return state;
  const answer = state.answers[question.name];
  const check = doubt.soft[0]?.check;
  if (answer === undefined || check === undefined) return { ...state, doubt: null };
  const flagged = { ...answer, flag: { check, reason: reason.trim().normalize('NFC') } };
  const answers = { ...state.answers, [question.name]: flagged };
  return show({ ...state, answers, doubt: null }, nextIndex(state, answers, state.at));
}

function inPanel(state: Keying, intent: Intent): Keying {
  if (intent.kind === 'close' || state.panel === 'keys') return { ...state, panel: 'none', problem: null };
  if (intent.kind !== 'next') return state;
  if (state.panel === 'note') return { ...state, panel: 'none' };
  const index = indexOfNumber(state.questions, state.goto, state.at);
  return index < 0 ? { ...state, problem: noQuestion(state.goto) } : goTo({ ...state, panel: 'none' }, index);
}

function typedText(state: Keying, value: string): Keying {
  if (state.panel === 'note') return { ...state, note: value };
  if (state.panel === 'goto') return { ...state, goto: value, problem: null };
  if (state.doubt !== null) return { ...state, doubt: { ...state.doubt, reason: value } };
  return { ...state, typed: value, fresh: false, problem: null };
}

function goTo(state: Keying, index: number): Keying {
  return show({ ...state, panel: 'none', doubt: null }, index);
}

/** Past this question without touching it; the end counts what is left out. */
function moveOn(state: Keying): Keying {
  return show(state, nextIndex(state, state.answers, state.at));
}

const lastIndex = (state: Keying) => previousIndex({ ...state, at: state.questions.length });

/** Puts a question (or the end of the sheet) on the screen, with what was keyed there before. */
function show(state: Keying, index: number): Keying {
  const shown = { ...state, at: index, typed: '', fresh: true, longer: false, problem: null, doubt: null };
  const question = state.questions[index];
  if (question === undefined) return { ...shown, stage: 'end', places: openPlaces(state.questions, state.answers) };
  return { ...shown, stage: 'question', typed: typedAt(state, question) };
}

function typedAt(state: Keying, question: PaperQuestion): string {
  const answer = state.answers[question.name];
  if (answer === undefined || 'missing' in answer) return '';
  if (isDigits(question.item)) return typedOf(question.item, answer.value);
  return question.item.type === 'text' ? String(answer.value) : '';
}

function openTyped(state: Keying): Keying {
  const number = readSheetNumber(state.typed);
  if (number === null) return { ...state, problem: notANumber(state.typed) };
  return { ...state, problem: null, wishes: [{ kind: 'open', number: number.text }] };
}

/** The next sheet was scanned: this one saves itself when it is whole, else it waits as it is. */
function takeScan(state: Keying, text: string): Keying {
  const number = readSheetNumber(text);
  if (number === null) return { ...state, problem: notANumber(text) };
  const open = { kind: 'open', number: number.text } as const;
  if (state.stage === 'number' || state.stage === 'saving')
    return { ...state, typed: '', problem: null, wishes: [open] };
  if (number.text === state.sheet) return { ...state, wishes: [{ kind: 'say', sentence: SAME_SHEET }] };
  const saved = save(state);
  if (saved.stage === 'saving') return { ...saved, wishes: [...saved.wishes, open] };
  return { ...state, wishes: [{ kind: 'say', sentence: leftOpen(state) }, open] };
}

function save(state: Keying): Keying {
  const places = openPlaces(state.questions, state.answers);
  const first = state.questions.findIndex((question) => question.name === places[0]?.path);
  if (places.length > 0) {
    if (state.stage !== 'end' || first < 0) return show(state, state.questions.length);
    return mend(state, first, places);
  }
  const { sheet, answers, note } = state;
  return {
    ...state,
    stage: 'saving',
    places: [],
    problem: null,
    wishes: [{ kind: 'save', sheet, answers, note: note.trim().normalize('NFC'), seconds: secondsWorked(state) }],
  };
}

function opened(sheet: OpenSheet, at: number): Keying {
  const answers = followSkips(sheet.questions, sheet.answers);
  const state: Keying = {
    ...waitingForSheet,
    sheet: sheet.number,
    questions: sheet.questions,
    answers,
    note: sheet.note,
    keystrokes: sheet.keystrokes,
    lastKeyAt: at,
  };
  return show(state, firstOpenIndex(sheet.questions, answers));
}

function notSaved(state: Keying, sentence: Sentence, places: Keying['places']): Keying {
  const first = state.questions.findIndex((question) => question.name === places[0]?.path);
  if (first >= 0) return mend(state, first, places);
  return { ...show(state, state.questions.length), places, problem: sentence };
}

/** To the first thing that is not right, with what is wrong there; a doubt asks for its reason at once. */
function mend(state: Keying, index: number, places: Keying['places']): Keying {
  const shown = show(state, index);
  const question = questionAt(shown);
  const doubt = question === undefined ? null : doubtOf(shown, question);
  return { ...shown, places, doubt, problem: doubt === null ? (places[0]?.sentence ?? null) : null };
}

/** The marked boxes of a question that takes several. */
export function markedOf(state: Keying, question: PaperQuestion): readonly string[] {
  const answer = state.answers[question.name];
  return answer !== undefined && 'value' in answer && Array.isArray(answer.value) ? answer.value : [];
}

const PRESS_A_CODE: Sentence = {
  vi: 'Bấm mã in cạnh ô được đánh dấu, hoặc 0 nếu để trống.',
  en: 'Press the code printed beside the marked box, or 0 if it is blank.',
};
const WHOLE_DAY: Sentence = {
  vi: 'Ngày cần đủ tám chữ số: ngày, tháng, năm. Nếu phiếu ghi thiếu, bấm F9 (không rõ).',
  en: 'A day takes eight digits: day, month, year. If the sheet lacks some, press F9 (unclear).',
};
const SAME_SHEET: Sentence = { vi: 'Phiếu này đang được nhập.', en: 'This sheet is being keyed already.' };

function notANumber(text: string): Sentence {
  const shown = text.trim().slice(0, 40);
  if (shown === '')
    return {
      vi: 'Quét mã, hoặc gõ số phiếu in ở góc trên.',
      en: 'Scan the code, or type the number printed at the top.',
    };
  return {
    vi: `“${shown}” không phải số phiếu. Hãy xem lại từng ký tự, cả hai ký tự kiểm tra ở cuối.`,
    en: `“${shown}” is no sheet number. Look again at each character, the two check characters at the end too.`,
  };
}

function noQuestion(number: string): Sentence {
  return { vi: `Phiếu không có câu “${number.trim()}”.`, en: `The sheet has no question “${number.trim()}”.` };
}

function leftOpen(state: Keying): Sentence {
  const n = openPlaces(state.questions, state.answers).length;
  return {
    vi: `Phiếu ${state.sheet} để dở, còn ${n} câu. Những gì đã nhập vẫn được giữ.`,
    en: `Sheet ${state.sheet} is put aside with ${n} question(s) left. What was keyed is kept.`,
  };
}
