import { type PlainDate, yearOf } from '../calendar/index.ts';
import type { Sentence } from '../errors/index.ts';

/** The half-year that feedback slips ask about: `2026-2`. */
export type HalfYear = string;

export function halfYearOf(date: PlainDate): HalfYear {
  return `${yearOf(date)}-${date.slice(5, 7) <= '06' ? 1 : 2}`;
}

/** "6 tháng cuối năm 2026". */
export function halfYearWords(period: HalfYear): Sentence {
  const [year, half] = period.split('-');
  return half === '1'
    ? { vi: `6 tháng đầu năm ${year}`, en: `first half of ${year}` }
    : { vi: `6 tháng cuối năm ${year}`, en: `second half of ${year}` };
}

/** A few more slips than households, as some are spoilt; even, as two share a paper. */
export function slipCount(households: number): number {
  if (households === 0) return 0;
  const wanted = households + Math.max(2, Math.ceil(households / 20));
  return wanted + (wanted % 2);
}
