import { formatDate, isWithin, type PlainDate, yearBounds, yearOf } from '../calendar/index.ts';
import { invalidField } from '../errors/index.ts';

/** Something that exists from a day on, and up to a day (included) when it has ended. */
export interface Validity {
  readonly validFrom: PlainDate | null;
  readonly validTo: PlainDate | null;
}

export function isValidOn(unit: Validity, date: PlainDate): boolean {
  return isWithin(date, unit.validFrom, unit.validTo);
}

/** Refuses an end that is not after the beginning. */
export function requireValidity(validFrom: PlainDate, validTo: PlainDate | null): void {
  if (validTo === null || validTo > validFrom) return;
  const sentence = {
    vi: `Ngày hết hiệu lực ${formatDate(validTo)} phải sau ngày bắt đầu ${formatDate(validFrom)}.`,
    en: `The last day, ${formatDate(validTo)}, must come after the first one, ${formatDate(validFrom)}.`,
  };
  throw invalidField('validTo', 'validity.order', sentence);
}

/**
 * Since when a hamlet, group or household counts that the office enters today without saying so: the first day of the
 * year. It was there before the office wrote it down, and the year's assignments and meetings refer to it.
 */
export function recordsBegin(today: PlainDate): PlainDate {
  return yearBounds(yearOf(today)).from;
}
