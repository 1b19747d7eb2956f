import { dayAt, type PlainDate } from '@gandan/domain/calendar';

/** The day it is in Vietnam, wherever this machine thinks it stands. */
export function today(): PlainDate {
  return dayAt(new Date());
}
