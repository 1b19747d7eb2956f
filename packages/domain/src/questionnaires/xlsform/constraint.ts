import type { DateConstraint, NumberConstraint } from '../model.ts';
import { type Comparison, type Expression, parseExpression } from './expressions.ts';

/** What of a `constraint` is carried; `whole` says whether that is all of it. */
export interface ReadConstraint<C> {
  readonly constraint: C;
  readonly whole: boolean;
}

/** Names of earlier numbers in the form → in the model. */
export type EarlierNumber = (name: string) => string | undefined;

/** `. >= 0 and . <= 20 and . <= ${people}` → bounds. Parts that are no bound are left, with `whole: false`. */
export function readNumberConstraint(
  text: string,
  integer: boolean,
  earlier: EarlierNumber,
): ReadConstraint<NumberConstraint> {
  let [min, max, atMost]: [number | undefined, number | undefined, string | undefined] = [
    undefined,
    undefined,
    undefined,
  ];
  let whole = true;
  for (const { operator, bound } of bounds(text)) {
    const other = bound?.kind === 'question' ? earlier(bound.name) : undefined;
    const value = bound?.kind === 'literal' && bound.value.trim() !== '' ? Number(bound.value) : Number.NaN;
    if (other !== undefined && operator === '<=' && atMost === undefined) atMost = other;
    else if (!Number.isFinite(value) || operator === undefined) whole = false;
    else if (operator === '>=' || operator === '>') {
      const least = operator === '>' ? justAbove(value, integer) : value;
      // Combs have no place for a sign: nothing below zero can be written anyway.
      if (least >= 0) min = Math.max(min ?? least, least);
      whole &&= operator === '>=' || integer;
    } else if (operator === '<=' || operator === '<') {
      const most = operator === '<' ? justBelow(value, integer) : value;
      if (most >= 0) max = Math.min(max ?? most, most);
      whole &&= most >= 0 && (operator === '<=' || integer);
    } else if (operator === '=' && value >= 0) [min, max] = [value, value];
    else whole = false;
  }
  return { constraint: defined({ min, max, atMost }), whole };
}

/** `. >= date('2025-01-01')` → bounds of days; `today()` cannot be known on paper. */
export function readDateConstraint(text: string): ReadConstraint<DateConstraint> {
  let min = '';
  let max = '';
  let whole = true;
  for (const { operator, bound } of bounds(text)) {
    const day = dayOf(bound);
    if (day === undefined || operator === undefined) whole = false;
    else if (operator === '>=') min = min === '' || day > min ? day : min;
    else if (operator === '<=') max = max === '' || day < max ? day : max;
    else whole = false;
  }
  return { constraint: { ...(min === '' ? {} : { min }), ...(max === '' ? {} : { max }) }, whole };
}

function dayOf(bound: Expression | undefined): string | undefined {
  const literal = bound?.kind === 'call' && /^date(?:-time)?$/u.test(bound.name) ? bound.args[0] : bound;
  if (literal?.kind !== 'literal' || literal.number) return undefined;
  const { value } = literal;
  const time = Date.parse(`${value}T00:00:00Z`);
  const real = /^\d{4}-\d\d-\d\d$/u.test(value) && !Number.isNaN(time);
  return real && new Date(time).toISOString().startsWith(value) ? value : undefined;
}

interface Bound {
  /** Undefined when this part of the constraint is no bound. */
  readonly operator?: Comparison;
  readonly bound?: Expression;
}

function bounds(text: string): readonly Bound[] {
  const tree = parseExpression(text);
  return tree === null ? [{}] : conjuncts(tree);
}

function conjuncts(tree: Expression): readonly Bound[] {
  if (tree.kind === 'and') return [...conjuncts(tree.left), ...conjuncts(tree.right)];
  if (tree.kind !== 'compare') return [{}];
  if (tree.left.kind === 'self') return [{ operator: tree.operator, bound: tree.right }];
  if (tree.right.kind === 'self') return [{ operator: FLIPPED[tree.operator], bound: tree.left }];
  return [{}];
}

const FLIPPED: Readonly<Record<Comparison, Comparison>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

const justAbove = (value: number, integer: boolean) => (integer ? Math.floor(value) + 1 : value);
const justBelow = (value: number, integer: boolean) => (integer ? Math.ceil(value) - 1 : value);

function defined<T extends Record<string, unknown>>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
