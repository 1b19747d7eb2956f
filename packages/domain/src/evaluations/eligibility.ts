import { addDays, type PlainDate, yearBounds } from '../calendar/index.ts';
import type { Sentence } from '../errors/index.ts';
import type { Level } from './levels.ts';
import { formatNumber } from './numbers.ts';
import type { Scheme } from './scheme.ts';

/** Whether a year can be rated at all, and how high. */
export type Eligibility =
  | { readonly kind: 'rated' }
  | { readonly kind: 'not-above'; readonly level: Level; readonly sentence: Sentence }
  | { readonly kind: 'not-rated'; readonly sentence: Sentence };

/**
 * Whole months in which somebody was in office in a year, from his first and last day there:
 * `monthsInOffice(2026, '2026-07-01', null)` → 6.
 */
export function monthsInOffice(year: number, activeFrom: PlainDate, activeTo: PlainDate | null): number {
  const bounds = yearBounds(year);
  const from = activeFrom > bounds.from ? activeFrom : bounds.from;
  // The day after the last one, so that 01/07 – 31/12 is six whole months.
  const end = addDays(activeTo !== null && activeTo < bounds.to ? activeTo : bounds.to, 1);
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [endYear = 0, endMonth = 0, endDay = 0] = end.split('-').map(Number);
  return Math.max(0, (endYear - fromYear) * 12 + endMonth - fromMonth - (endDay < fromDay ? 1 : 0));
}

/** Less than six months worked: not rated. Three to under six months' leave: not above "hoàn thành" (NĐ 90/2020; S). */
export function eligibilityOf(scheme: Scheme, monthsActive: number, leaveMonths: number): Eligibility {
  const { minMonthsWorked, leaveFromMonths, leaveNotAbove } = scheme.eligibility;
  const worked = monthsActive - leaveMonths;
  if (worked < minMonthsWorked || leaveMonths >= minMonthsWorked) {
    return {
      kind: 'not-rated',
      sentence: {
        vi: `Thời gian làm việc trong năm là ${formatNumber(Math.max(0, worked))} tháng, dưới ${minMonthsWorked} tháng: không xếp loại.`,
        en: `${formatNumber(Math.max(0, worked))} months worked in the year, less than ${minMonthsWorked}: not rated.`,
      },
    };
  }
  if (leaveMonths < leaveFromMonths) return { kind: 'rated' };
  return {
    kind: 'not-above',
    level: leaveNotAbove,
    sentence: {
      vi: `Nghỉ ${formatNumber(leaveMonths)} tháng (từ ${leaveFromMonths} đến dưới ${minMonthsWorked} tháng): không xếp cao hơn mức hoàn thành nhiệm vụ.`,
      en: `${formatNumber(leaveMonths)} months of leave (${leaveFromMonths} to under ${minMonthsWorked}): not above “completed”.`,
    },
  };
}
