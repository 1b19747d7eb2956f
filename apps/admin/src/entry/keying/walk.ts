import { type Answer, type Answers, checkResponse, completeAnswers } from '@gandan/domain/entry';
import { askedQuestions, isAsked, type PaperQuestion } from '@gandan/domain/questionnaires';
import type { Keying } from './state.ts';

/**
 * The answers after one of them changed: what the paper now skips is recorded as skipped, and what it no longer skips
 * waits to be keyed again. What a household wrote against a skip stays.
 */
export function withAnswer(state: Keying, question: PaperQuestion, answer: Answer): Answers {
  const answers: Record<string, Answer> = { ...state.answers, [question.name]: answer };
  const wasBlank = isBlank(state.answers[question.name]);
  for (const each of restOfRepetition(state.questions, question)) {
    // An unwritten petition is blank as a whole; marks beside it can still be keyed by going there.
    if (isBlank(answer)) answers[each.name] ??= answer;
    else if (wasBlank && isBlank(answers[each.name])) delete answers[each.name];
  }
  // Words behind a box belong to its mark: they go when the clerk takes the mark back.
  const line = state.questions.find(({ specifies }) => specifies === question.name);
  if (line !== undefined && isAsked(line, state.answers) && !isAsked(line, answers)) delete answers[line.name];
  return followSkips(state.questions, answers);
}

export function followSkips(questions: readonly PaperQuestion[], answers: Answers): Answers {
  const asked = new Set(askedQuestions(questions, withoutSkipped(answers)).map((question) => question.name));
  const followed: Record<string, Answer> = {};
  for (const { name } of questions) {
    const answer = answers[name];
    const skipped = answer !== undefined && 'missing' in answer && answer.missing === 'skipped';
    if (answer !== undefined && !skipped) followed[name] = answer;
    else if (!asked.has(name)) followed[name] = { missing: 'skipped' };
  }
  return followed;
}

/** Where keying goes on after this question: the next one that the paper asks, or the end of the sheet. */
export function nextIndex(state: Keying, answers: Answers, from: number): number {
  const asked = new Set(askedQuestions(state.questions, answers).map((question) => question.name));
  for (let index = from + 1; index < state.questions.length; index += 1) {
    const question = state.questions[index];
    if (question === undefined || !asked.has(question.name)) continue;
    const inBlankRepetition = repetitionIsBlank(state.questions, answers, question);
    if (!inBlankRepetition) return index;
  }
  return state.questions.length;
}

/** The question before this one that holds something to look at; skipped ones are reached by their number only. */
export function previousIndex(state: Keying): number {
  for (let index = state.at - 1; index >= 0; index -= 1) {
    const question = state.questions[index];
    if (question === undefined || repetitionIsBlank(state.questions, state.answers, question)) continue;
    const answer = state.answers[question.name];
    if (answer === undefined || 'value' in answer || answer.missing !== 'skipped') return index;
  }
  return state.at;
}

/** Where a sheet is taken up again: its first question without an answer. */
export function firstOpenIndex(questions: readonly PaperQuestion[], answers: Answers): number {
  const asked = askedQuestions(questions, answers);
  const open = asked.find((question) => answers[question.name] === undefined);
  return open === undefined ? questions.length : questions.indexOf(open);
}

/**
 * The question that `/` means: `8`, `9b`, or `9` for the first one of question 9 (`5.2` of the second row of a table). Asked
 * for once more from there, it is the line behind its box.
 */
export function indexOfNumber(questions: readonly PaperQuestion[], number: string, from = -1): number {
  const wanted = number.trim().toLowerCase();
  if (wanted === '') return -1;
  const isIt = (question: PaperQuestion) => question.number.toLowerCase() === wanted;
  const exact = questions.findIndex(isIt);
  if (exact >= 0) {
    const behind = questions[exact + 1];
    return exact === from && behind?.specifies === questions[exact]?.name ? exact + 1 : exact;
  }
  return questions.findIndex(({ number: printed }) => {
    const rest = printed.toLowerCase().slice(wanted.length);
    return printed.toLowerCase().startsWith(wanted) && /^[.a-z]/.test(rest);
  });
}

/** What still keeps the sheet from being saved, in print order. */
export function openPlaces(questions: readonly PaperQuestion[], answers: Answers) {
  return checkResponse(questions, completeAnswers(questions, answers));
}

function withoutSkipped(answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers).filter(([, answer]) => !('missing' in answer && answer.missing === 'skipped')),
  );
}

const isBlank = (answer: Answer | undefined) =>
  answer !== undefined && 'missing' in answer && answer.missing === 'blank';

/** The questions that follow the first one of a repetition and speak of it (the field of a petition, how to reply). */
function restOfRepetition(questions: readonly PaperQuestion[], question: PaperQuestion): readonly PaperQuestion[] {
  if (!leads(question)) return [];
  return questions.filter(
    (each) => each.name !== question.name && each.specifies === undefined && isSameRepetition(each, question),
  );
}

function repetitionIsBlank(questions: readonly PaperQuestion[], answers: Answers, question: PaperQuestion): boolean {
  if (question.repetition === undefined || leads(question)) return false;
  const lead = questions.find((each) => leads(each) && isSameRepetition(each, question));
  return lead !== undefined && isBlank(answers[lead.name]) && isBlank(answers[question.name]);
}

/** Whether it is the first question of its repetition: the one that says what the others are about. */
function leads({ group, item }: PaperQuestion): boolean {
  return group?.type === 'begin_repeat' && group.items[0]?.name === item.name;
}

// By name: questions that came over the wire do not share their group's object.
function isSameRepetition(a: PaperQuestion, b: PaperQuestion): boolean {
  return a.repetition !== undefined && a.repetition === b.repetition && a.group?.name === b.group?.name;
}
