import { VIETNAM_WORK_CALENDAR, type WorkCalendar } from './holidays.ts';
import { addDays, type PlainDate, weekday } from './plain-date.ts';

/** Whether offices work on that day: Monday to Friday, less holidays, plus the Saturdays worked in exchange. */
export function isWorkingDay(date: PlainDate, calendar: WorkCalendar = VIETNAM_WORK_CALENDAR): boolean {
  if (calendar.extraWorkingDays.includes(date)) return true;
  return weekday(date) <= 5 && !calendar.holidays.includes(date);
}

/**
 * The day on which `days` working days have passed. The first day counted is the one after `from` (Civil Code 2015,
 * art. 147.2: the day of the event itself is not counted); 0 gives `from` itself.
 * `addWorkingDays('2026-04-29', 1)` → '2026-05-04' (30/4 and 1/5 are holidays, then a weekend).
 */
export function addWorkingDays(
  from: PlainDate,
  days: number,
  calendar: WorkCalendar = VIETNAM_WORK_CALENDAR,
): PlainDate {
  let date = from;
  for (let left = days; left > 0; ) {
    date = addDays(date, 1);
    if (isWorkingDay(date, calendar)) left -= 1;
  }
  return date;
}

/** Working days after `from` up to and including `to`; 0 when `to` is not after `from`. */
export function workingDaysBetween(
  from: PlainDate,
  to: PlainDate,
  calendar: WorkCalendar = VIETNAM_WORK_CALENDAR,
): number {
  let days = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) if (isWorkingDay(date, calendar)) days += 1;
  return days;
}
