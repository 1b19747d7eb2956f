import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../errors/index.ts';
import { addDays, dayAt, daysBetween, formatDate, isPlainDate, parseDate, parsePlainDate, weekday } from './index.ts';

const day = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a day', () => {
  it('is written dd/MM/yyyy and read back the same', () => {
    fc.assert(
      fc.property(day, (date) => {
        expect(parseDate(formatDate(date))).toBe(date);
      }),
    );
    expect(formatDate('2026-03-09')).toBe('09/03/2026');
    expect(parseDate(' 9/3/2026 ')).toBe('2026-03-09');
  });

  it('that does not exist is refused with a sentence', () => {
    for (const text of ['2026-02-30', '2025-02-29', '2026-13-01', '26-01-01', '', '2026-1-1', '0001-01-01']) {
      expect(isPlainDate(text)).toBe(false);
      expect(() => parsePlainDate(text)).toThrow(DomainError);
    }
    expect(() => parseDate('30/02/2026')).toThrow(/date.invalid/);
    expect(() => parseDate('2026-02-03')).toThrow(/date.invalid/);
  });

  it('moves by days across months, years and leap days', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    fc.assert(
      fc.property(day, fc.integer({ min: -2000, max: 2000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  it('knows its weekday', () => {
    expect(weekday('2026-11-23')).toBe(1);
    expect(weekday('2026-11-29')).toBe(7);
  });

  it('begins at midnight in Vietnam, not in Greenwich', () => {
    expect(dayAt(new Date('2026-11-23T16:59:59Z'))).toBe('2026-11-23');
    expect(dayAt(new Date('2026-11-23T17:00:00Z'))).toBe('2026-11-24');
  });
});
