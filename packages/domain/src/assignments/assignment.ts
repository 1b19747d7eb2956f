import { formatDate, type PlainDate } from '../calendar/index.ts';
import { DomainError, invalidField, type Sentence } from '../errors/index.ts';

/** A cadre follows a group from a day on, up to and including `to`; null means until further notice. */
export interface AssignmentPeriod {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** Groups that one cadre can follow well, as the communes assign them: 2–4. Outside of it is a reminder, no refusal. */
export const GROUPS_PER_CADRE = { min: 2, max: 4 } as const;

/** Refuses an end before the beginning. One day (`from` = `to`) is a period. */
export function requirePeriod(period: AssignmentPeriod): AssignmentPeriod {
  if (period.to === null || period.to >= period.from) return period;
  const sentence = {
    vi: `Ngày kết thúc ${formatDate(period.to)} không được trước ngày bắt đầu ${formatDate(period.from)}.`,
    en: `The last day, ${formatDate(period.to)}, must not come before the first one, ${formatDate(period.from)}.`,
  };
  throw invalidField('to', 'assignment.period', sentence);
}

export function periodsOverlap(a: AssignmentPeriod, b: AssignmentPeriod): boolean {
  return (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to);
}

/** 'từ 01/01/2026' or 'từ 01/01/2026 đến 31/03/2026'. */
export function describePeriod(period: AssignmentPeriod): Sentence {
  const from = formatDate(period.from);
  if (period.to === null) return { vi: `từ ${from}`, en: `from ${from}` };
  const to = formatDate(period.to);
  return { vi: `từ ${from} đến ${to}`, en: `from ${from} to ${to}` };
}

/** The refusal of an assignment that overlaps another one of the same cadre and group; it names that other one. */
export function overlapError(cadre: string, group: string, other: AssignmentPeriod): DomainError {
  const period = describePeriod(other);
  const sentence = {
    vi: `${cadre} đã được phân công theo dõi ${group} ${period.vi}. Hãy kết thúc phân công đó trước, hoặc chọn ngày khác.`,
    en: `${cadre} already follows ${group} ${period.en}. End that assignment first, or choose other days.`,
  };
  return new DomainError('conflict', 'assignment.overlap', sentence, [{ path: 'from', sentence }]);
}

/** What to warn of when a cadre follows `count` groups on `date`: nothing between 2 and 4, and nothing at 0. */
export function loadWarnings(cadre: string, count: number, date: PlainDate): Sentence[] {
  const { min, max } = GROUPS_PER_CADRE;
  const on = formatDate(date);
  if (count > max) {
    return [
      {
        vi: `${cadre} theo dõi ${count} tổ vào ngày ${on}, nhiều hơn ${max}: khó đi hết các kỳ họp.`,
        en: `${cadre} follows ${count} groups on ${on}, more than ${max}: hard to attend all their meetings.`,
      },
    ];
  }
  if (count > 0 && count < min) {
    return [
      {
        vi: `${cadre} mới theo dõi ${count} tổ vào ngày ${on}; thường mỗi cán bộ theo dõi ${min}–${max} tổ.`,
        en: `${cadre} follows only ${count} group on ${on}; a cadre usually follows ${min}–${max}.`,
      },
    ];
  }
  return [];
}
