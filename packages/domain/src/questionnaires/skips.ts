import type { Answer, Answers } from '../entry/response.ts';
import type { PaperQuestion, Relevant } from './model.ts';

/**
 * Whether the household was to answer the question, given the earlier answers; the paper is followed. A skip is printed
 * beside an option, so only a marked option can skip: after a blank, unclear or refused answer the question is still
 * asked. What depends on a skipped question is skipped with it. The line behind an "other" box is no skip: without a mark
 * in its box nobody looks for words there.
 */
export function isAsked(question: PaperQuestion, answers: Answers): boolean {
  if (question.specifies !== undefined && isMissing(answers[question.specifies])) return false;
  const rules = [question.item.relevant, relevantOfGroup(question)];
  return rules.every((rule) => rule === undefined || holds(rule, question, answers));
}

/**
 * The questions that were to be answered, in print order; a question not yet keyed counts as asked until an answer
 * skips it. `askedQuestions(questions, {})` is all of them.
 */
export function askedQuestions(questions: readonly PaperQuestion[], answers: Answers): readonly PaperQuestion[] {
  // What is skipped has no answer yet while the clerk is keying; whatever hangs on it must still go with it.
  const known: Record<string, Answer> = { ...answers };
  return questions.filter((question) => {
    const asked = isAsked(question, known);
    if (!asked) known[question.name] ??= { missing: 'skipped' };
    return asked;
  });
}

function isMissing(answer: Answer | undefined): boolean {
  return answer !== undefined && 'missing' in answer;
}

function relevantOfGroup(question: PaperQuestion): Relevant | undefined {
  return question.group?.type === 'begin_group' ? question.group.relevant : undefined;
}

function holds(rule: Relevant, question: PaperQuestion, answers: Answers): boolean {
  const answer = answers[siblingName(rule.question, question)] ?? answers[rule.question];
  if (answer === undefined) return true;
  if ('missing' in answer) return answer.missing !== 'skipped';
  const marked = Array.isArray(answer.value) ? answer.value : [answer.value];
  return marked.some((name) => rule.choices.includes(String(name)));
}

/** A rule inside a repetition speaks of the same repetition: `content` there means `petition_2_content`. */
export function siblingName(name: string, question: PaperQuestion): string {
  if (question.group === undefined || question.repetition === undefined) return name;
  return `${question.group.name}_${question.repetition}_${name}`;
}
