import { parseQrPayload, type QrPayload } from './qr-payload.ts';

/** A slip's token: 80 random bits in Crockford's base 32. */
const TOKEN = /^[0-9A-HJKMNP-TV-Z]{16}$/;
const PAYLOAD = /^GD1:([0-9A-Z]{6}):([0-9A-Z]{1,16}):(\d{1,2})$/;
// Shorter than a token, so that one is never taken for the other.
const LONGEST_CODE = 15;
const FORM_CODE = /^\d[0-9A-Z]{0,14}$/;

/** What the QR code of any paper of ours says: a household's sheet, a feedback slip, or another form (minutes, self-assessment). */
export type PaperPayload =
  | ({ readonly kind: 'sheet' } & QrPayload)
  | { readonly kind: 'slip'; readonly layoutId: string; readonly token: string; readonly page: number }
  | { readonly kind: 'form'; readonly layoutId: string; readonly code: string; readonly page: number };

/** `GD1:LAYOUT:CODE:PAGE` of a slip's token or another form's code; at most 29 characters, as a sheet's. */
export function formatPaperPayload(layoutId: string, code: string, page: number): string {
  return `GD1:${layoutId}:${code}:${page}`;
}

/**
 * The code of a form that belongs to a group's meeting or a cadre's year: capitals and digits only, at most 15. The day or
 * year stands first, as a sheet's number starts with letters: `TO-01` before a day would look like one that was misread.
 */
export function paperCode(owner: string, when: string): string {
  const plain = (text: string) =>
    text
      .normalize('NFD')
      .toUpperCase()
      .replace(/[^0-9A-Z]/g, '');
  const tail = plain(when).slice(0, LONGEST_CODE);
  return `${tail}${plain(owner).slice(0, LONGEST_CODE - tail.length)}`;
}

/** Reads the code of any of our papers; null when it is none, or a sheet's whose check characters do not fit. */
export function parsePaperPayload(text: string): PaperPayload | null {
  const sheet = parseQrPayload(text);
  if (sheet !== null) return { kind: 'sheet', ...sheet };
  const match = PAYLOAD.exec(text);
  if (match === null) return null;
  const [, layoutId = '', code = '', digits = ''] = match;
  const page = Number(digits);
  if (TOKEN.test(code)) return { kind: 'slip', layoutId, token: code, page };
  return FORM_CODE.test(code) ? { kind: 'form', layoutId, code, page } : null;
}
