import type { Sentence } from '../errors/index.ts';
import { type Eligibility, eligibilityOf } from './eligibility.ts';
import type { Indicator } from './indicator.ts';
import { LEVEL_NAMES, type Level, lowerOf } from './levels.ts';
import { formatNumber, roundHalfUp } from './numbers.ts';
import { commonPoints, type Points } from './points.ts';
import { type ComponentScore, type EnteredPercents, resultPoints, scoreComponents } from './results.ts';
import type { Scheme } from './scheme.ts';

/** A veto that applies, with the paper that says so. */
export interface TickedVeto {
  readonly code: string;
  readonly reason: string;
}
/** Points of one month, kept during the year. */
export interface MonthPoints {
  readonly month: number;
  readonly points: number;
  readonly note?: string | undefined;
}

export interface AssessmentInput {
  readonly isLeader: boolean;
  readonly monthsActive: number;
  readonly leaveMonths: number;
  readonly points: Points;
  readonly results: EnteredPercents;
  readonly indicators: readonly Indicator[];
  readonly vetoes: readonly TickedVeto[];
  readonly months: readonly MonthPoints[];
}

/** The year in points and the level that follows from them. The product proposes; people decide. */
export interface Assessment {
  readonly common: number | null;
  readonly components: readonly ComponentScore[];
  readonly results: number | null;
  /** Common + results. */
  readonly total: number | null;
  /** What the level looks at: the mean of the recorded months if there are any, else the total. */
  readonly yearPoints: number | null;
  readonly basis: 'months' | 'year';
  readonly eligibility: Eligibility;
  /** null: not rated, or points are still missing. */
  readonly level: Level | null;
  /** How the level came about, in order. */
  readonly because: readonly Sentence[];
}

/** Adds up a year and finds the level: points, then thresholds, then vetoes and eligibility. */
export function assess(scheme: Scheme, input: AssessmentInput): Assessment {
  const common = commonPoints(scheme, input.points);
  const components = scoreComponents(scheme, input.isLeader, input.indicators, input.results);
  const results = resultPoints(scheme, components);
  const total = common === null || results === null ? null : roundHalfUp(common + results, scheme.decimals);
  const basis = input.months.length > 0 ? 'months' : 'year';
  const yearPoints = basis === 'months' ? meanOfMonths(scheme, input.months) : total;
  const eligibility = eligibilityOf(scheme, input.monthsActive, input.leaveMonths);
  const { level, because } = levelOf(scheme, yearPoints, input.vetoes, eligibility);
  return { common, components, results, total, yearPoints, basis, eligibility, level, because };
}

/** "Points are kept monthly and averaged for the year" (NĐ 335/2025; S). Null without any month. */
export function meanOfMonths(scheme: Scheme, months: readonly MonthPoints[]): number | null {
  if (months.length === 0) return null;
  return roundHalfUp(months.reduce((sum, { points }) => sum + points, 0) / months.length, scheme.decimals);
}

function levelOf(
  scheme: Scheme,
  points: number | null,
  vetoes: readonly TickedVeto[],
  eligibility: Eligibility,
): { level: Level | null; because: Sentence[] } {
  if (eligibility.kind === 'not-rated') return { level: null, because: [eligibility.sentence] };
  const lowest = scheme.thresholds.at(-1)?.level ?? 'not-completed';
  // A veto needs no points: it decides alone.
  if (vetoes.length > 0) return { level: lowest, because: vetoes.map((veto) => vetoSentence(scheme, veto, lowest)) };
  const threshold = points === null ? undefined : scheme.thresholds.find(({ min }) => points >= min);
  if (threshold === undefined || points === null) return { level: null, because: [INCOMPLETE] };
  const because = [thresholdSentence(scheme, points, threshold.level)];
  if (eligibility.kind === 'rated') return { level: threshold.level, because };
  const level = lowerOf(threshold.level, eligibility.level);
  return { level, because: level === threshold.level ? because : [...because, eligibility.sentence] };
}

const INCOMPLETE: Sentence = {
  vi: 'Chưa đủ điểm để đề xuất mức xếp loại.',
  en: 'Points are missing, so no level can be proposed.',
};

function thresholdSentence(scheme: Scheme, points: number, level: Level): Sentence {
  const index = scheme.thresholds.findIndex((threshold) => threshold.level === level);
  const min = scheme.thresholds[index]?.min ?? 0;
  const above = scheme.thresholds[index - 1]?.min;
  const name = LEVEL_NAMES[level];
  const vi =
    above === undefined
      ? `từ ${min} điểm trở lên`
      : min === 0
        ? `dưới ${above} điểm`
        : `từ ${min} đến dưới ${above} điểm`;
  const en = above === undefined ? `${min} or more` : min === 0 ? `under ${above}` : `${min} to under ${above}`;
  return {
    vi: `${formatNumber(points, scheme.decimals)} điểm, ${vi}: ${name.vi.toLowerCase()}.`,
    en: `${points} points, ${en}: ${name.en.toLowerCase()}.`,
  };
}

function vetoSentence(scheme: Scheme, ticked: TickedVeto, level: Level): Sentence {
  const label = scheme.vetoes.find((veto) => veto.code === ticked.code)?.label;
  return {
    vi: `${label?.vi ?? ticked.code}: ${LEVEL_NAMES[level].vi.toLowerCase()}.`,
    en: `${label?.en ?? ticked.code}: ${LEVEL_NAMES[level].en.toLowerCase()}.`,
  };
}
