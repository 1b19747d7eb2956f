import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addWorkingDays, isWorkingDay, VIETNAM_WORK_CALENDAR, workingDaysBetween } from './index.ts';

const day = fc.integer({ min: 0, max: 1000 }).map((offset) => addDays('2025-01-01', offset));

describe('working days', () => {
  it('skip weekends', () => {
    expect(addWorkingDays('2026-11-20', 1)).toBe('2026-11-23');
    expect(addWorkingDays('2026-11-23', 10)).toBe('2026-12-07');
  });

  it('skip the public holidays, and count the Saturdays worked in exchange', () => {
    expect(addWorkingDays('2026-04-29', 1)).toBe('2026-05-04');
    expect(addWorkingDays('2026-02-13', 1)).toBe('2026-02-23');
    expect(isWorkingDay('2026-08-22')).toBe(true);
    expect(isWorkingDay('2026-08-31')).toBe(false);
  });

  it('follow an office’s own list when it has one', () => {
    const own = { holidays: ['2026-11-24'], extraWorkingDays: [] };
    expect(addWorkingDays('2026-11-23', 1, own)).toBe('2026-11-25');
  });

  it('counted forward and counted between agree', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (from, days) => {
        const due = addWorkingDays(from, days);
        expect(isWorkingDay(due)).toBe(true);
        expect(workingDaysBetween(from, due)).toBe(days);
      }),
    );
  });

  it('are listed once each, and the swapped ones lie on weekends', () => {
    const { holidays, extraWorkingDays } = VIETNAM_WORK_CALENDAR;
    expect(new Set(holidays).size).toBe(holidays.length);
    for (const date of extraWorkingDays) {
      expect(isWorkingDay(date, { holidays: [], extraWorkingDays: [] })).toBe(false);
    }
    for (const date of holidays) expect(isWorkingDay(date, { holidays: [], extraWorkingDays: [] })).toBe(true);
  });
});
