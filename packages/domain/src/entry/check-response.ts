import { DomainError, type ErrorPlace, type Sentence } from '../errors/index.ts';
import { checkAnswer, isAsked, type PaperQuestion } from '../questionnaires/index.ts';
import type { Answer, Answers, MissingCode } from './response.ts';

/**
 * The answers as they are stored: questions that the paper skips get the code `skipped`, and an answer against a skip
 * is flagged by itself (nothing is left to confirm there: the sheet is followed as it is).
 */
export function completeAnswers(questions: readonly PaperQuestion[], answers: Answers): Answers {
  const complete: Record<string, Answer> = { ...answers };
  for (const question of questions) {
    const answer = complete[question.name];
    if (isAsked(question, complete)) continue;
    if (answer === undefined) complete[question.name] = { missing: 'skipped' };
    else if ('value' in answer && answer.flag === undefined) {
      const { soft } = checkAnswer(question, answer, complete, questions);
      if (soft.every((doubt) => doubt.check === 'skip')) {
        complete[question.name] = { value: answer.value, flag: { check: 'skip', reason: '' } };
      }
    }
  }
  return complete;
}

/** Everything that keeps the answers from being submitted, in print order; `path` is the answer name. Empty: all well. */
export function checkResponse(questions: readonly PaperQuestion[], answers: Answers): readonly ErrorPlace[] {
  const known = new Set(questions.map((question) => question.name));
  const places: ErrorPlace[] = Object.keys(answers)
    .filter((name) => !known.has(name))
    .map((name) => ({ path: name, sentence: unknownQuestion(name) }));
  for (const question of questions) {
    const answer = answers[question.name];
    if (answer === undefined) {
      if (isAsked(question, answers)) places.push({ path: question.name, sentence: unanswered(question) });
      continue;
    }
    const { hard, soft } = checkAnswer(question, answer, answers, questions);
    for (const sentence of hard) places.push({ path: question.name, sentence });
    const doubt = soft.find((candidate) => candidate.check !== 'skip') ?? soft[0];
    if (
      doubt !== undefined &&
      !isConfirmed(
        answer,
        soft.map((each) => each.check),
      )
    ) {
      places.push({ path: question.name, sentence: unconfirmed(doubt.sentence) });
    }
  }
  return places;
}

/** The complete answers, or a `DomainError` 'invalid' with a place for each wrong one. */
export function requireAnswers(questions: readonly PaperQuestion[], answers: Answers): Answers {
  const complete = completeAnswers(questions, answers);
  const places = checkResponse(questions, complete);
  if (places.length === 0) return complete;
  const [first] = places;
  throw new DomainError(
    'invalid',
    'entry.answers-invalid',
    {
      vi: `Phiếu còn ${places.length} câu chưa đúng. ${first?.sentence.vi ?? ''}`,
      en: `The sheet has ${places.length} answer(s) to put right. ${first?.sentence.en ?? ''}`,
    },
    places,
  );
}

function isConfirmed(answer: Answer, checks: readonly string[]): boolean {
  if (answer.flag === undefined || !checks.includes(answer.flag.check)) return false;
  const onlySkip = checks.every((check) => check === 'skip');
  return onlySkip || (answer.flag.check !== 'skip' && answer.flag.reason.trim() !== '');
}

/** How a response was filled in: what the batch list and the report of form's-sake work read. */
export interface ResponseSummary {
  readonly questions: number;
  readonly answered: number;
  readonly missing: Readonly<Record<MissingCode, number>>;
  /** Answers that carry a confirmed soft check. */
  readonly flagged: number;
}

export function summarise(questions: readonly PaperQuestion[], answers: Answers): ResponseSummary {
  const missing: Record<MissingCode, number> = { blank: 0, skipped: 0, illegible: 0, multiple: 0, refused: 0 };
  let answered = 0;
  let flagged = 0;
  for (const question of questions) {
    const answer = answers[question.name];
    if (answer === undefined) continue;
    if ('missing' in answer) missing[answer.missing] += 1;
    else answered += 1;
    if (answer.flag !== undefined) flagged += 1;
  }
  return { questions: questions.length, answered, missing, flagged };
}

/** Whether two keyings say the same; the order of marks in a multiple choice says nothing, nor does a flag's reason. */
export function sameAnswers(left: Answers, right: Answers): boolean {
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  for (const name of names) if (essence(left[name]) !== essence(right[name])) return false;
  return true;
}

/** What an answer says, as text that can be compared. */
export function essence(answer: Answer | undefined): string {
  if (answer === undefined) return '';
  if ('missing' in answer) return `missing ${answer.missing}`;
  return JSON.stringify(Array.isArray(answer.value) ? [...answer.value].sort() : answer.value);
}

function unknownQuestion(name: string): Sentence {
  return {
    vi: `Phiếu này không có câu “${name.slice(0, 60)}”.`,
    en: `This sheet has no question “${name.slice(0, 60)}”.`,
  };
}

function unanswered(question: PaperQuestion): Sentence {
  return {
    vi: `Câu ${question.number} chưa nhập. Nếu hộ không trả lời, hãy chọn “để trống”.`,
    en: `Question ${question.number} is not keyed yet. If the household did not answer, choose “blank”.`,
  };
}

function unconfirmed(doubt: Sentence): Sentence {
  return { vi: `${doubt.vi} Hãy xác nhận và ghi lý do.`, en: `${doubt.en} Confirm it and write why.` };
}
