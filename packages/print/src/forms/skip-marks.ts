import { type PaperQuestion, type Relevant, siblingName } from '@gandan/domain/questionnaires';

/** By full answer name and choice: the number of the question to go on with; `null` is the end of the sheet. */
export type SkipMarks = ReadonlyMap<string, ReadonlyMap<string, string | null>>;

/** A rule that paper cannot show, with the question that carries it. */
export interface UndrawableSkip {
  readonly question: PaperQuestion;
  readonly reason: 'unknown' | 'not-earlier' | 'not-single' | 'unknown-choice' | 'not-adjacent';
  readonly rule: Relevant;
}

/**
 * Turns the rules "ask only if" of the later questions into "go to question N" marks beside the options of the earlier
 * one. Paper can only skip forward over the questions that follow at once, so a rule that would need anything else is
 * reported, not guessed.
 */
export function skipMarks(all: readonly PaperQuestion[]): {
  readonly marks: SkipMarks;
  readonly undrawable: readonly UndrawableSkip[];
} {
  // The line behind an "other" box stands beside that box; no arrow leads around it.
  const questions = all.filter((question) => question.specifies === undefined);
  const marks = new Map<string, ReadonlyMap<string, string | null>>();
  const covered = new Set<string>();
  questions.forEach((source, index) => {
    if (source.item.type !== 'select_one') return;
    const byChoice = new Map<string, string | null>();
    for (const { name: choice } of source.item.choices) {
      const following = questions.slice(index + 1);
      const next = following.findIndex((question) => !hiddenBy(question, source.name, choice));
      const hidden = next < 0 ? following : following.slice(0, next);
      for (const question of hidden) covered.add(`${source.name} ${choice} ${question.name}`);
      if (hidden.length > 0) byChoice.set(choice, following[next]?.number ?? null);
    }
    if (byChoice.size > 0) marks.set(source.name, byChoice);
  });
  return { marks, undrawable: findUndrawable(questions, covered) };
}

function hiddenBy(question: PaperQuestion, source: string, choice: string): boolean {
  return rulesOf(question).some((rule) => sourceOf(rule, question) === source && !rule.choices.includes(choice));
}

function findUndrawable(questions: readonly PaperQuestion[], covered: ReadonlySet<string>): readonly UndrawableSkip[] {
  const at = new Map(questions.map((question, index) => [question.name, index]));
  return questions.flatMap((question, index) =>
    rulesOf(question).flatMap((rule): UndrawableSkip[] => {
      const sourceIndex = at.get(sourceOf(rule, question)) ?? at.get(rule.question);
      const source = sourceIndex === undefined ? undefined : questions[sourceIndex];
      const problem = (reason: UndrawableSkip['reason']) => [{ question, rule, reason }];
      if (source === undefined || sourceIndex === undefined) return problem('unknown');
      if (source.item.type !== 'select_one') return problem('not-single');
      if (sourceIndex >= index) return problem('not-earlier');
      const names = source.item.choices.map((choice) => choice.name);
      if (!rule.choices.every((name) => names.includes(name))) return problem('unknown-choice');
      const hiding = names.filter((name) => !rule.choices.includes(name));
      const drawn = hiding.every((name) => covered.has(`${source.name} ${name} ${question.name}`));
      return drawn ? [] : problem('not-adjacent');
    }),
  );
}

function rulesOf(question: PaperQuestion): readonly Relevant[] {
  const group = question.group?.type === 'begin_group' ? question.group.relevant : undefined;
  return [question.item.relevant, group].flatMap((rule) => (rule === undefined ? [] : [rule]));
}

function sourceOf(rule: Relevant, question: PaperQuestion): string {
  return siblingName(rule.question, question);
}
