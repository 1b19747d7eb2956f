import type { Sentence } from '../../errors/index.ts';
import type { Relevant } from '../model.ts';
import { type Comparison, type Expression, FLIPPED, parseExpression } from './expressions.ts';

/** What a condition may speak of: a question that stands earlier, or one that does not. */
export interface KnownQuestion {
  /** Its name in the model. */
  readonly name: string;
  readonly type: string;
  /** Its options: name in the form → codes printed beside their boxes. Only of selects. */
  readonly codes?: ReadonlyMap<string, readonly string[]>;
}

export interface Names {
  /** Questions before this one, by their names in the form. */
  readonly earlier: ReadonlyMap<string, KnownQuestion>;
  /** Names of all rows of the form. */
  readonly all: ReadonlySet<string>;
}

/** A condition as paper has it, or why paper cannot have it. `always`: it holds for everybody. */
export type ReadRelevant =
  | { readonly relevant: Relevant }
  | { readonly specifies: Relevant }
  | { readonly always: true }
  | { readonly why: Sentence };

/** The options of one question for which a part of a condition holds. */
interface Allowed {
  readonly question: KnownQuestion;
  readonly names: ReadonlySet<string>;
}

class Refusal {
  readonly why: Sentence;
  constructor(vi: string, en: string) {
    this.why = { vi, en };
  }
}

/**
 * Reads `relevant`: one earlier `select_one` answered with one of some options. `specifies` is the same on one option of
 * a `select_multiple`: only the line behind an "other" box can hang on that.
 */
export function readRelevant(text: string, names: Names): ReadRelevant {
  const tree = parseExpression(text);
  if (tree === null) return unreadable;
  if (isTrue(tree)) return { always: true };
  const allowed = allow(tree, names);
  if (allowed instanceof Refusal) return { why: allowed.why };
  const { question } = allowed;
  const choices = codesOf(question, allowed.names);
  if (choices.length === 0) {
    return {
      why: {
        vi: `điều kiện không khi nào đúng với các ô của câu “${question.name}”`,
        en: `it never holds with the options of “${question.name}”`,
      },
    };
  }
  const relevant = { question: question.name, choices };
  return question.type === 'select_one' ? { relevant } : { specifies: relevant };
}

const unreadable = {
  why: {
    vi: 'điều kiện là một phép tính mà giấy không làm được',
    en: 'it is a calculation that paper cannot do',
  },
};

function isTrue(tree: Expression): boolean {
  return tree.kind === 'call' && tree.name === 'true' && tree.args.length === 0;
}

function codesOf(question: KnownQuestion, names: ReadonlySet<string>): string[] {
  const codes = [...(question.codes ?? [])].flatMap(([name, of]) => (names.has(name) ? of : []));
  return [...new Set(codes)];
}

function allow(tree: Expression, names: Names): Allowed | Refusal {
  switch (tree.kind) {
    case 'and':
    case 'or':
      return join(tree.kind, allow(tree.left, names), allow(tree.right, names));
    case 'compare':
      return compare(tree.operator, tree.left, tree.right, names);
    case 'call':
      return call(tree.name, tree.args, names);
    default:
      return new Refusal(unreadable.why.vi, unreadable.why.en);
  }
}

function join(kind: 'and' | 'or', left: Allowed | Refusal, right: Allowed | Refusal): Allowed | Refusal {
  if (left instanceof Refusal) return left;
  if (right instanceof Refusal) return right;
  if (left.question.name !== right.question.name) {
    return new Refusal(
      `điều kiện dựa trên nhiều câu (“${left.question.name}”, “${right.question.name}”); trên giấy chỉ dựa được trên một câu`,
      `it hangs on several questions (“${left.question.name}”, “${right.question.name}”); on paper it can hang on one only`,
    );
  }
  if (left.question.type !== 'select_one' && kind === 'and') return notSingle(left.question.name);
  const set =
    kind === 'or'
      ? new Set([...left.names, ...right.names])
      : new Set([...left.names].filter((name) => right.names.has(name)));
  return { question: left.question, names: set };
}

function call(name: string, args: readonly Expression[], names: Names): Allowed | Refusal {
  const [first, second] = args;
  if (name === 'selected' && first?.kind === 'question' && second?.kind === 'literal' && args.length === 2) {
    return withQuestion(first.name, names, (question) => ({ question, names: new Set([second.value]) }));
  }
  if (name === 'not' && first !== undefined && args.length === 1) {
    const inner = allow(first, names);
    return inner instanceof Refusal ? inner : complement(inner);
  }
  return new Refusal(`giấy không tính được “${name}(…)”`, `paper cannot compute “${name}(…)”`);
}

function complement({ question, names }: Allowed): Allowed | Refusal {
  // "Not marked" among several marks is no box that one could follow.
  if (question.type !== 'select_one') return notSingle(question.name);
  return { question, names: new Set([...(question.codes?.keys() ?? [])].filter((name) => !names.has(name))) };
}

function compare(operator: Comparison, left: Expression, right: Expression, names: Names): Allowed | Refusal {
  if (left.kind === 'literal' && right.kind === 'question') return compare(FLIPPED[operator], right, left, names);
  if (left.kind !== 'question' || right.kind !== 'literal') {
    return new Refusal(unreadable.why.vi, unreadable.why.en);
  }
  return withQuestion(left.name, names, (question) => {
    if (operator === '=') return { question, names: new Set([right.value]) };
    if (question.type !== 'select_one') return notSingle(left.name);
    const all = [...(question.codes?.keys() ?? [])];
    return { question, names: new Set(all.filter((name) => holds(operator, name, right.value))) };
  });
}

function holds(operator: Comparison, name: string, value: string): boolean {
  switch (operator) {
    case '=':
      return name === value;
    case '!=':
      return name !== value;
    case '<':
      return Number(name) < Number(value);
    case '<=':
      return Number(name) <= Number(value);
    case '>':
      return Number(name) > Number(value);
    case '>=':
      return Number(name) >= Number(value);
  }
}

function withQuestion(
  name: string,
  { earlier, all }: Names,
  then: (question: KnownQuestion) => Allowed | Refusal,
): Allowed | Refusal {
  const question = earlier.get(name);
  if (question?.codes !== undefined) return then(question);
  if (question !== undefined) return notSingle(name);
  return all.has(name)
    ? new Refusal(
        `câu điều kiện “${name}” đứng sau hoặc không có trên giấy`,
        `the question “${name}” comes later or is not on paper`,
      )
    : new Refusal(`biểu mẫu không có câu “${name}”`, `the form has no question “${name}”`);
}

const notSingle = (name: string) =>
  new Refusal(
    `câu điều kiện “${name}” không phải là câu chọn một ô`,
    `the question “${name}” that it hangs on is not a single choice`,
  );
