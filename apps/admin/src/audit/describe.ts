import { showDate } from '@gandan/ui';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;
const DAY = /^\d{4}-\d\d-\d\d$/;
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

/** Words for the names in a detail; a name without words of its own is shown as it is, never hidden. */
export interface DetailWords {
  name(key: string): string;
  value(word: string): string;
}

/** The detail of an entry as "số phiếu: 25 · in lại: không". */
export function detailOf(detail: unknown, words: DetailWords): string {
  if (typeof detail !== 'object' || detail === null) return '';
  const said = (value: unknown): string => {
    if (Array.isArray(value)) return value.map(said).join(', ');
    if (typeof value === 'boolean') return words.value(String(value));
    if (typeof value !== 'string') return JSON.stringify(value);
    return DAY.test(value) ? showDate(value) : words.value(shortId(value));
  };
  return Object.entries(detail)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${words.name(key)}: ${said(value)}`)
    .join(' · ');
}
