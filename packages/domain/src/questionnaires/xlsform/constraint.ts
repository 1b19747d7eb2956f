import type { DateConstraint, NumberConstraint } from '../model.ts';
import { type Comparison, type Expression, FLIPPED, parseExpression } from './expressions.ts';

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
  const kept: { min?: number; max?: number; atMost?: string } = {};
  let whole = true;
  for (const { operator, bound } of bounds(text)) {
    const other = bound?.kind === 'question' ? earlier(bound.name) : undefined;
    if (other !== undefined && operator === '<=' && kept.atMost === undefined) kept.atMost = other;
    else if (!keepBound(kept, operator, numberOf(bound), integer)) whole = false;
  }
  return { constraint: kept, whole };
}

/** Combs have no place for a sign, and nobody counts beyond this on paper. */
const LARGEST = 999_999_999_999;

/** Narrows the bounds; says whether that is all that the part of the constraint asks for. */
function keepBound(
  kept: { min?: number; max?: number },
  operator: Comparison | undefined,
  value: number,
  integer: boolean,
): boolean {
  if (!Number.isFinite(value) || operator === undefined || operator === '!=') return false;
  const least = operator === '>' ? justAbove(value, integer) : (integer ? Math.ceil(value) : value) + 0;
  const most = operator === '<' ? justBelow(value, integer) : (integer ? Math.floor(value) : value) + 0;
  const exact = integer || operator.includes('=');
  const inside = (bound: number) => bound >= 0 && bound <= LARGEST;
  if (operator === '>' || operator === '>=') {
    if (inside(least)) kept.min = Math.max(kept.min ?? least, least);
    return exact && inside(least);
  }
  if (operator === '<' || operator === '<=') {
    if (inside(most)) kept.max = Math.min(kept.max ?? most, most);
    return exact && inside(most);
  }
  if (!inside(value) || least !== most) return false;
  Object.assign(kept, { min: value, max: value });
  return true;
}

function numberOf(bound: Expression | undefined): number {
  return bound?.kind === 'literal' && bound.value.trim() !== '' ? Number(bound.value) : Number.NaN;
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

// Adding zero takes the sign off a zero.
const justAbove = (value: number, integer: boolean) => (integer ? Math.floor(value) + 1 : value) + 0;
const justBelow = (value: number, integer: boolean) => (integer ? Math.ceil(value) - 1 : value) + 0;
