import { invalidField } from '../errors/index.ts';
import { foldAccents } from '../text/index.ts';

/** Refuses a sheet prefix that is not 2 or 3 plain capitals: it begins every sheet number of the office. */
export function requireSheetPrefix(prefix: string): string {
  if (/^[A-Z]{2,3}$/u.test(prefix)) return prefix;
  const sentence = {
    vi: `Tiền tố số phiếu “${prefix.slice(0, 20)}” phải gồm 2 hoặc 3 chữ in hoa không dấu, ví dụ PL.`,
    en: `The sheet prefix “${prefix.slice(0, 20)}” must be 2 or 3 plain capital letters, for example PL.`,
  };
  throw invalidField('sheetPrefix', 'office.prefix', sentence);
}

/** `proposeSheetPrefix('Xã Phú Lễ')` → 'PL': the initials of the name without the word for its kind. */
export function proposeSheetPrefix(communeName: string): string {
  const words = foldAccents(communeName)
    .replace(/^(?:xa|phuong|thi tran|dac khu)\s+/iu, '')
    .split(/[\s-]+/u);
  const initials = words
    .map((word) => word.charAt(0).toUpperCase())
    .filter((letter) => /[A-Z]/u.test(letter))
    .join('');
  return `${initials}XX`.slice(0, Math.min(3, Math.max(2, initials.length)));
}
