import type { Sentence } from '../errors/index.ts';

/** The fixed vocabulary of indicators that a scheme's formulas may name. */
export const INDICATOR_CODES = [
  'meetings-attended',
  'households-reached',
  'sheets-returned',
  'policies-told',
  'petitions-answered',
  'petitions-on-time',
] as const;
export type IndicatorCode = (typeof INDICATOR_CODES)[number];

export const EVIDENCE_KINDS = ['sheet', 'meeting', 'petition', 'household'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/**
 * One record behind an indicator. `counted`: it is in the numerator (each is in the denominator). A meeting that was due
 * and never held has no record: its `recordId` starts with `due/`.
 */
export interface Evidence {
  readonly kind: EvidenceKind;
  readonly recordId: string;
  readonly label: string;
  readonly counted: boolean;
}

/** A figure beside the value that explains it: 'trả lời muộn: 2'. */
export interface IndicatorPart {
  readonly label: Sentence;
  readonly n: number;
}

/**
 * A share of the year's records, 0–100 with its records. Without any record the value is `null` and `reason` says why:
 * never a zero. `evidence.length` = `n` = `denominator`, and the counted ones = `numerator`.
 */
export interface Indicator {
  readonly code: IndicatorCode;
  readonly title: Sentence;
  readonly formula: Sentence;
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly n: number;
  readonly reason: Sentence | null;
  /** Said when n is small: one record more or less would change the value a lot. */
  readonly caution: Sentence | null;
  readonly parts: readonly IndicatorPart[];
  readonly evidence: readonly Evidence[];
}

/** Below this many records the value comes with a caution (one record moves it by 10 points or more). */
export const SMALL_N = 10;

interface Draft {
  readonly code: IndicatorCode;
  readonly title: Sentence;
  readonly formula: Sentence;
  readonly empty: Sentence;
  readonly parts?: readonly IndicatorPart[];
  readonly evidence: readonly Evidence[];
}

/** An indicator from its evidence alone, so that the figure and its records cannot disagree. */
export function shareOf({ code, title, formula, empty, parts = [], evidence }: Draft): Indicator {
  const n = evidence.length;
  const numerator = evidence.filter((record) => record.counted).length;
  return {
    code,
    title,
    formula,
    value: n === 0 ? null : (numerator / n) * 100,
    numerator,
    denominator: n,
    n,
    reason: n === 0 ? empty : null,
    caution: n > 0 && n < SMALL_N ? smallN(n) : null,
    parts: parts.filter((part) => part.n > 0),
    evidence,
  };
}

const smallN = (n: number): Sentence => ({
  vi: `Số liệu ít (n = ${n}): thêm hay bớt một bản ghi làm tỷ lệ đổi khoảng ${Math.round(100 / n)} điểm phần trăm.`,
  en: `Few records (n = ${n}): one more or less moves the share by about ${Math.round(100 / n)} percentage points.`,
});
