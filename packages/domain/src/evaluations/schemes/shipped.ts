import { type PlainDate, yearOf } from '../../calendar/index.ts';
import { invalidField } from '../../errors/index.ts';
import type { Scheme } from '../scheme.ts';
import { ND335_2025 } from './nd335-2025.ts';

/** The schemes that come with the product, newest version of each. */
export const SHIPPED_SCHEMES: readonly Scheme[] = [ND335_2025];

/** Years that can be asked for at all; the rest is a slip of the keyboard. */
const FIRST_YEAR = 2020;
const LAST_YEAR = 2100;

/** The scheme in force for the work of that year; a year without one is refused with a sentence. */
export function schemeForYear(year: number): Scheme {
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) {
    throw invalidField('year', 'evaluation.year', {
      vi: `“${year}” không phải là năm đánh giá. Hãy ghi năm gồm bốn chữ số, ví dụ 2026.`,
      en: `“${year}” is not a year to evaluate. Write four digits, for example 2026.`,
    });
  }
  const scheme = SHIPPED_SCHEMES.find((s) => year >= s.firstYear && (s.lastYear === null || year <= s.lastYear));
  if (scheme !== undefined) return scheme;
  throw invalidField('year', 'evaluation.no-scheme', {
    vi: `Nghị định 335/2025/NĐ-CP áp dụng từ năm ${ND335_2025.firstYear}, không dùng để đánh giá năm ${year}. Hãy chọn năm ${ND335_2025.firstYear} trở đi.`,
    en: `Decree 335/2025 is in force from ${ND335_2025.firstYear} and does not judge ${year}. Choose ${ND335_2025.firstYear} or later.`,
  });
}

/** A year that has not begun has no records, so nothing can be evaluated yet. */
export function requireYearBegun(year: number, today: PlainDate): void {
  if (year <= yearOf(today)) return;
  throw invalidField('year', 'evaluation.year-ahead', {
    vi: `Năm ${year} chưa bắt đầu nên chưa có gì để đánh giá. Hãy chọn năm ${yearOf(today)}.`,
    en: `The year ${year} has not begun, so there is nothing to evaluate yet. Choose ${yearOf(today)}.`,
  });
}
