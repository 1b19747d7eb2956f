import { DomainError, type ErrorPlace, type Sentence } from '../errors/index.ts';
import type { Indicator, IndicatorCode } from './indicator.ts';
import { formatNumber, isStep, roundHalfUp } from './numbers.ts';
import { type Component, componentsFor, type Scheme } from './scheme.ts';

/** A percentage that a person puts in the place of the computed one (or of none), and why. */
export interface EnteredPercent {
  readonly percent: number;
  readonly reason: string;
}
/** Entered percentages by component: `{ d: { percent: 90, reason: '…' } }`. */
export type EnteredPercents = Readonly<Record<string, EnteredPercent>>;

/** One term of a component: the weight that counts after the indicators without data have shared theirs out. */
export interface TermScore {
  readonly indicator: IndicatorCode;
  readonly weight: number;
  readonly value: number | null;
  /** 0–100, the part of this term in the percentage; 0 without data. */
  readonly share: number;
}
export interface ComponentScore {
  readonly code: string;
  readonly label: Sentence;
  /** 0–100; null: no data, and nobody has entered it. */
  readonly percent: number | null;
  /** What the indicators give, also when people entered another percentage. */
  readonly computed: number | null;
  readonly from: 'indicators' | 'person' | 'nothing';
  readonly reason: string | null;
  readonly terms: readonly TermScore[];
}

/** Refuses percentages of unknown components, outside 0–100, with more than one decimal, or without a reason. */
export function checkEntered(scheme: Scheme, isLeader: boolean, entered: EnteredPercents): EnteredPercents {
  const known = new Set(componentsFor(scheme, isLeader).map((component) => component.code));
  const places: ErrorPlace[] = [];
  const wrong = (code: string, field: string, vi: string, en: string) =>
    places.push({
      path: `results.${code}${field}`,
      sentence: { vi: `Thành phần ${code}: ${vi}`, en: `Component ${code}: ${en}` },
    });
  for (const [code, { percent, reason }] of Object.entries(entered)) {
    if (!known.has(code)) wrong(code, '', 'không áp dụng cho người này.', 'does not apply to this person.');
    if (!(percent >= 0 && percent <= 100)) {
      wrong(code, '.percent', 'tỷ lệ phải từ 0 đến 100.', 'the percentage must lie between 0 and 100.');
    } else if (!isStep(percent, 0.1)) {
      wrong(code, '.percent', 'tỷ lệ ghi đến một chữ số thập phân.', 'the percentage has one decimal at most.');
    }
    if (reason.trim() === '') wrong(code, '.reason', 'hãy ghi lý do.', 'write the reason.');
  }
  const first = places[0];
  if (first === undefined) return entered;
  throw new DomainError('invalid', 'evaluation.results', first.sentence, places);
}

/** The percentages a, b, c (d, đ, e for leaders): from the indicators, unless a person entered another one. */
export function scoreComponents(
  scheme: Scheme,
  isLeader: boolean,
  indicators: readonly Indicator[],
  entered: EnteredPercents = {},
): ComponentScore[] {
  return componentsFor(scheme, isLeader).map((component) => {
    const terms = termsOf(component, indicators);
    const withData = terms.filter((term) => term.value !== null);
    const sum = withData.reduce((total, term) => total + ((term.value ?? 0) * term.share) / 100, 0);
    const computed = withData.length === 0 ? null : sum;
    const own = entered[component.code];
    return {
      code: component.code,
      label: component.label,
      percent: own?.percent ?? computed,
      computed,
      from: own !== undefined ? 'person' : computed !== null ? 'indicators' : 'nothing',
      reason: own?.reason ?? null,
      terms,
    };
  });
}

/** (a+b+c)/3 × 70, leaders (a+b+c+d+đ+e)/6 × 70, rounded; null while a component has no percentage. */
export function resultPoints(scheme: Scheme, components: readonly ComponentScore[]): number | null {
  let sum = 0;
  for (const { percent } of components) {
    if (percent === null) return null;
    sum += percent;
  }
  if (components.length === 0) return null;
  return roundHalfUp((sum / components.length / 100) * scheme.results.max, scheme.decimals);
}

/** '(91,7 + 82,4 + 86,9) / 3 × 70 % …' as it stands in the annex; a missing percentage is an ellipsis. */
export function resultFormula(scheme: Scheme, components: readonly ComponentScore[]): string {
  const codes = components.map((component) => component.code).join(' + ');
  const values = components.map(({ percent }) => (percent === null ? '…' : formatNumber(percent))).join(' + ');
  const points = formatNumber(resultPoints(scheme, components)) || '…';
  const tail = `/ ${components.length} × ${scheme.results.max}`;
  return `(${codes}) ${tail} = (${values}) % ${tail} = ${points}`;
}

function termsOf(component: Component, indicators: readonly Indicator[]): TermScore[] {
  const terms = component.terms.map(({ indicator, weight }) => ({
    indicator,
    weight,
    value: indicators.find((one) => one.code === indicator)?.value ?? null,
  }));
  const total = terms.reduce((sum, term) => (term.value === null ? sum : sum + term.weight), 0);
  return terms.map((term) => ({ ...term, share: term.value === null ? 0 : (term.weight / total) * 100 }));
}
