import { isWithin, yearBounds } from '../calendar/index.ts';
import { lastDay, type YearFacts } from './facts.ts';
import type { Indicator, IndicatorCode } from './indicator.ts';

/** What the product knows of a cadre's year, as it stands at the head of his self-assessment form. */
export interface SelfFormFigures {
  readonly groups: string;
  readonly households: string;
  readonly meetings: string;
  readonly visits: string;
  readonly petitions: string;
  readonly feedback: string;
}

/** Anonymous feedback of the year, once its period is closed. */
export interface FeedbackSum {
  readonly n: number;
  readonly mean: number;
}

/** Fewer slips than this are not told: one could guess who wrote them. */
export const FEWEST_SLIPS = 10;

/** Where the product keeps no record the cadre writes by hand. */
const BY_HAND = '..........';

/** The figures in words of the form; every one is of the records behind an indicator, so that it can be followed. */
export function selfFormFigures(
  facts: YearFacts,
  indicators: readonly Indicator[],
  feedback: FeedbackSum | null = null,
): SelfFormFigures {
  const of = (code: IndicatorCode) => indicators.find((one) => one.code === code);
  const ratio = (code: IndicatorCode, unit: string) => {
    const indicator = of(code);
    return indicator === undefined || indicator.n === 0
      ? `0 ${unit}`
      : `${indicator.numerator}/${indicator.denominator} ${unit}`;
  };
  return {
    groups: `${groupsFollowed(facts)} tổ`,
    households: ratio('households-reached', 'hộ'),
    meetings: ratio('meetings-attended', 'kỳ họp'),
    visits: BY_HAND,
    petitions: petitionWords(of('petitions-answered')),
    feedback:
      feedback === null || feedback.n < FEWEST_SLIPS
        ? 'chưa đủ phiếu để công bố'
        : `${feedback.n} phiếu, trung bình ${feedback.mean.toFixed(1).replace('.', ',')}/5`,
  };
}

function groupsFollowed(facts: YearFacts): number {
  const { from } = yearBounds(facts.year);
  const touching = facts.assignments.filter(
    (assignment) =>
      isWithin(assignment.from, from, lastDay(facts)) ||
      (assignment.from < from && (assignment.to === null || assignment.to >= from)),
  );
  return new Set(touching.map((assignment) => assignment.groupId)).size;
}

/** "tiếp nhận 12: trả lời đúng hạn 9, trả lời muộn 1, chưa đến hạn 2". */
function petitionWords(indicator: Indicator | undefined): string {
  if (indicator === undefined || indicator.n === 0) return 'không tiếp nhận';
  const parts = indicator.parts.map((part) => `${part.label.vi} ${part.n}`);
  return `tiếp nhận ${indicator.n}: ${parts.join(', ')}`;
}

/** Everything that stands on a cadre's printed self-assessment form before he takes up his pen. */
export interface SelfFormView {
  readonly office: { readonly superiorName: string; readonly issuerName: string };
  readonly cadre: {
    readonly code: string;
    readonly name: string;
    readonly post: string;
    readonly department: string | null;
  };
  readonly year: number;
  readonly figures: SelfFormFigures;
}
