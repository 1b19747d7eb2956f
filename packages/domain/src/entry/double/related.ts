import { type PaperQuestion, siblingName, tagsOf } from '../../questionnaires/index.ts';

/** Of a petition these two become a row of the register, whose answers in time an evaluation counts. */
const PETITION_FIELDS: readonly string[] = ['content', 'field'];
/** What the household says the cadre contributed and checked; what it says of itself ("nắm") is no verdict on anybody. */
const FAMILIES = /^(gop|kiem)(-|$)/;

/** Whether the answer counts for or against a cadre: tagged "góp" or "kiểm", or part of a petition. */
export function feedsEvaluation(question: PaperQuestion): boolean {
  const { group, item } = question;
  const petition = group?.type === 'begin_repeat' && group.role === 'petition' && PETITION_FIELDS.includes(item.name);
  return petition || tagsOf(question).some((tag) => FAMILIES.test(tag));
}

/**
 * The questions to key when only those that feed an evaluation are keyed again, in print order, with the earlier ones
 * that their skips and bounds speak of: without these a skipped answer could not be told from a forgotten one.
 */
export function evaluatedQuestions(questions: readonly PaperQuestion[]): readonly PaperQuestion[] {
  const names = questions.filter(feedsEvaluation).map((question) => question.name);
  return only(questions, withEarlier(questions, names));
}

/** What has to be read again when these questions differ: they, what they hang on, and what hangs on them. */
export function readTogether(questions: readonly PaperQuestion[], names: readonly string[]): readonly PaperQuestion[] {
  const wanted = new Set(names);
  // Skips only point back, so one pass in print order reaches everything that hangs on a wanted question.
  for (const question of questions) {
    if (skipsOn(question, questions).some((name) => wanted.has(name))) wanted.add(question.name);
  }
  return only(questions, withEarlier(questions, [...wanted]));
}

function withEarlier(questions: readonly PaperQuestion[], names: readonly string[]): ReadonlySet<string> {
  const wanted = new Set(names);
  for (const question of questions.toReversed()) {
    if (wanted.has(question.name)) for (const name of hangsOn(question, questions)) wanted.add(name);
  }
  return wanted;
}

const only = (questions: readonly PaperQuestion[], names: ReadonlySet<string>) =>
  questions.filter((question) => names.has(question.name));

/** The earlier questions that decide whether this one is asked and how large its number may be. */
function hangsOn(question: PaperQuestion, questions: readonly PaperQuestion[]): readonly string[] {
  const { item } = question;
  const atMost = item.type === 'integer' || item.type === 'decimal' ? item.constraint?.atMost : undefined;
  return [...skipsOn(question, questions), ...(atMost === undefined ? [] : resolve(atMost, question, questions))];
}

function skipsOn(question: PaperQuestion, questions: readonly PaperQuestion[]): readonly string[] {
  const group = question.group?.type === 'begin_group' ? question.group.relevant : undefined;
  const rules = [question.item.relevant, group].flatMap((rule) =>
    rule === undefined ? [] : resolve(rule.question, question, questions),
  );
  return question.specifies === undefined ? rules : [...rules, question.specifies];
}

function resolve(name: string, question: PaperQuestion, questions: readonly PaperQuestion[]): readonly string[] {
  const sibling = siblingName(name, question);
  return [sibling, name].filter((each) => questions.some((other) => other.name === each)).slice(0, 1);
}
