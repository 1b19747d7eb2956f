import { z } from 'zod';
import { DomainError } from '../errors/index.ts';

/** A day of the office's calendar, 'YYYY-MM-DD': no time, no zone. Such strings compare in the order of the days. */
export type PlainDate = string;

const DAY_MS = 86_400_000;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const DISPLAYED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** Whether the text is a real day written 'YYYY-MM-DD' (so not 2026-02-30), between the years 1900 and 2199. */
export function isPlainDate(text: string): boolean {
  const match = ISO.exec(text);
  if (match === null) return false;
  const year = Number(match[1]);
  return year >= 1900 && year < 2200 && toIso(Date.parse(`${text}T00:00:00Z`)) === text;
}

/** The day written 'YYYY-MM-DD'; anything else is refused with a sentence. */
export function parsePlainDate(text: string): PlainDate {
  const trimmed = text.trim();
  if (isPlainDate(trimmed)) return trimmed;
  throw notADate(text);
}

/** The day as people here write it, 'dd/MM/yyyy' (a missing leading zero is fine); anything else is refused. */
export function parseDate(text: string): PlainDate {
  const match = DISPLAYED.exec(text.trim());
  if (match === null) throw notADate(text);
  const [, day = '', month = '', year = ''] = match;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isPlainDate(date)) throw notADate(text);
  return date;
}

/** `formatDate('2026-03-09')` → '09/03/2026'. */
export function formatDate(date: PlainDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** Schema of a date field of the api: 'YYYY-MM-DD'. */
export const PlainDateSchema = z
  .string()
  .refine(isPlainDate, { message: 'Ngày phải có dạng YYYY-MM-DD, ví dụ 2026-03-09.' })
  .meta({ format: 'date' });

/** The day that it is at an instant, on the clocks of Vietnam. */
export function dayAt(instant: Date): PlainDate {
  // Vietnam has had UTC+7 without summer time since 1975; Intl would say the same, ten times slower.
  return toIso(instant.getTime() + 7 * 3_600_000);
}

/** `addDays('2026-02-28', 1)` → '2026-03-01'; negative counts go back. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return toIso(utc(date) + days * DAY_MS);
}

/** Days from `from` to `to`; 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((utc(to) - utc(from)) / DAY_MS);
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(date: PlainDate): number {
  return new Date(utc(date)).getUTCDay() || 7;
}

export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4));
}

/** First and last day of a calendar year: the period of an evaluation. */
export function yearBounds(year: number): { readonly from: PlainDate; readonly to: PlainDate } {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

/** Whether a day lies in [from, to], both included; an open end has no bound. */
export function isWithin(date: PlainDate, from: PlainDate | null, to: PlainDate | null): boolean {
  return (from === null || date >= from) && (to === null || date <= to);
}

function utc(date: PlainDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function toIso(ms: number): string {
  return Number.isNaN(ms) ? '' : new Date(ms).toISOString().slice(0, 10);
}

function notADate(text: string): DomainError {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return new DomainError('invalid', 'date.invalid', {
    vi: `“${shown}” không phải là ngày. Hãy ghi ngày/tháng/năm, ví dụ 09/03/2026.`,
    en: `“${shown}” is not a date. Write day/month/year, for example 09/03/2026.`,
  });
}
