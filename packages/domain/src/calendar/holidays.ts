import type { PlainDate } from './plain-date.ts';

/**
 * Days on which offices work or rest against the rule "Monday to Friday". Data, not code: an office may pass its own.
 */
export interface WorkCalendar {
  /** Public holidays, days off in their place, and days swapped against a Saturday. */
  readonly holidays: readonly PlainDate[];
  /** Saturdays or Sundays worked in exchange. */
  readonly extraWorkingDays: readonly PlainDate[];
}

/**
 * Public holidays for state offices: Labour Code 2019, art. 112 (and art. 111.3: a holiday on a weekly rest day moves to
 * the next working day). 2025 and 2026 with the swaps as announced; 2027 as the law alone gives it, to be confirmed when
 * the year's announcement comes.
 */
export const VIETNAM_WORK_CALENDAR: WorkCalendar = {
  holidays: [
    // 2025
    ...['2025-01-01', '2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31', '2025-04-07'],
    ...['2025-04-30', '2025-05-01', '2025-05-02', '2025-09-01', '2025-09-02'],
    // 2026
    ...['2026-01-01', '2026-01-02', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'],
    ...['2026-04-27', '2026-04-30', '2026-05-01', '2026-08-31', '2026-09-01', '2026-09-02'],
    // 2027
    ...['2027-01-01', '2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11', '2027-04-16'],
    ...['2027-04-30', '2027-05-03', '2027-09-02', '2027-09-03'],
  ],
  extraWorkingDays: ['2025-04-26', '2026-01-10', '2026-08-22'],
};
