import { showDate } from '@gandan/ui';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;
const clock = new Intl.DateTimeFormat('vi-VN', { timeStyle: 'medium', timeZone: 'Asia/Ho_Chi_Minh' });
const day = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' });

/** 24/11/2026 19:08:56, on the clocks of Vietnam. */
export function momentOf(at: string): string {
  const moment = new Date(at);
  return `${showDate(day.format(moment))} ${clock.format(moment)}`;
}

/** Ids are long and alike; their end is what differs. */
export function shortId(id: string): string {
  return UUID.test(id) ? `…${id.slice(-8)}` : id;
}

/** The detail of an entry as 'name: value · name: value'. */
export function detailOf(detail: unknown): string {
  if (typeof detail !== 'object' || detail === null) return '';
  return Object.entries(detail)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? shortId(value) : JSON.stringify(value)}`)
    .join(' · ');
}
