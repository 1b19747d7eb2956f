import { DomainError, type ErrorPlace } from '../../errors/index.ts';
import { checkAnswer, isAsked, type PaperQuestion } from '../../questionnaires/index.ts';
import { completeAnswers, requireAnswers } from '../check-response.ts';
import type { Answer, Answers } from '../response.ts';
import { differences } from './compare.ts';

/** What the third person reads on the paper for one question. A third value says why neither keyer had it. */
export type Verdict =
  | { readonly question: string; readonly chosen: 'first' | 'second'; readonly reason?: string | undefined }
  | { readonly question: string; readonly chosen: 'third'; readonly answer: Answer; readonly reason: string };

/** A reading with the reason; `undefined` is a question that the third person has not decided yet. */
export type Verdicts = readonly Verdict[];

/** The sheet's answers as the verdicts so far make them, not checked. */
export function applyVerdicts(first: Answers, second: Answers, verdicts: Verdicts): Answers {
  const answers: Record<string, Answer> = { ...first };
  for (const verdict of verdicts) {
    const answer =
      verdict.chosen === 'third' ? verdict.answer : (verdict.chosen === 'first' ? first : second)[verdict.question];
    if (answer === undefined) delete answers[verdict.question];
    else answers[verdict.question] = answer;
  }
  return answers;
}

/**
 * The questions to decide: those that differ, and those that the verdicts so far ask although both keyers passed over
 * them. In print order.
 */
export function toDecide(
  questions: readonly PaperQuestion[],
  twice: readonly PaperQuestion[],
  first: Answers,
  second: Answers,
  verdicts: Verdicts,
): readonly PaperQuestion[] {
  const differing = new Set(differences(twice, first, second).map((question) => question.name));
  const answers = applyVerdicts(first, second, verdicts);
  return questions.filter(
    (question) => differing.has(question.name) || (isSkipped(first[question.name]) && isAsked(question, answers)),
  );
}

/**
 * What the sheet says after a third person has decided: every difference, and nothing else. Doubts about a value (out of
 * range, against a skip) are confirmed by the verdict itself; its reason is kept with the answer.
 */
export function adjudicate(
  questions: readonly PaperQuestion[],
  twice: readonly PaperQuestion[],
  first: Answers,
  second: Answers,
  verdicts: Verdicts,
): Answers {
  const open = toDecide(questions, twice, first, second, verdicts);
  const byName = new Map(verdicts.map((verdict) => [verdict.question, verdict]));
  const places: ErrorPlace[] = [];
  for (const question of open) {
    const verdict = byName.get(question.name);
    if (verdict === undefined) places.push({ path: question.name, sentence: undecided(question) });
    else if (verdict.chosen === 'third' && verdict.reason.trim() === '')
      places.push({ path: question.name, sentence: unexplained(question) });
  }
  for (const { question } of verdicts) {
    if (!open.some((each) => each.name === question)) places.push({ path: question, sentence: NOT_OPEN });
  }
  if (places.length > 0 || byName.size < verdicts.length) throw refused(places);
  const answers = completeAnswers(questions, applyVerdicts(first, second, verdicts));
  return requireAnswers(questions, confirmed(questions, answers, byName));
}

const isSkipped = (answer: Answer | undefined) =>
  answer !== undefined && 'missing' in answer && answer.missing === 'skipped';

function confirmed(
  questions: readonly PaperQuestion[],
  answers: Answers,
  verdicts: ReadonlyMap<string, Verdict>,
): Answers {
  const flagged: Record<string, Answer> = { ...answers };
  for (const question of questions) {
    const answer = answers[question.name];
    if (answer === undefined) continue;
    const { soft } = checkAnswer(question, answer, answers, questions);
    const doubt = soft.find((each) => each.check !== 'skip') ?? soft[0];
    if (doubt === undefined || answer.flag?.check === doubt.check) continue;
    const reason = verdicts.get(question.name)?.reason?.trim();
    flagged[question.name] = { ...answer, flag: { check: doubt.check, reason: reason || READ_BY_THREE } };
  }
  return flagged;
}

const READ_BY_THREE = 'Người thứ ba đã đọc lại phiếu';

const undecided = ({ number }: PaperQuestion) => ({
  vi: `Câu ${number} chưa phân xử.`,
  en: `Question ${number} is not decided yet.`,
});
const unexplained = ({ number }: PaperQuestion) => ({
  vi: `Câu ${number}: hãy ghi vì sao cả hai lần nhập đều không đúng.`,
  en: `Question ${number}: write why neither keying is right.`,
});
const NOT_OPEN = {
  vi: 'Hai lần nhập đã giống nhau ở câu này.',
  en: 'Both keyings agree on this question.',
};

function refused(places: readonly ErrorPlace[]): DomainError {
  const [first] = places;
  return new DomainError(
    'invalid',
    'double.verdicts',
    {
      vi: `Chưa phân xử xong. ${first?.sentence.vi ?? 'Có câu được phân xử hai lần.'}`,
      en: `Not everything is decided. ${first?.sentence.en ?? 'A question is decided twice.'}`,
    },
    places,
  );
}
