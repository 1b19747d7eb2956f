import { DomainError } from '../errors/index.ts';

/** A sheet's number in its parts; printed as `PL-000412-7K`. */
export interface SheetNumber {
  /** The office's two or three letters. */
  readonly prefix: string;
  readonly serial: number;
  /** `PL-000412-7K`, the one form that is stored and shown. */
  readonly text: string;
}

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const MODULUS = 1271;
const SERIAL_DIGITS = 6;

/**
 * The two check characters of ISO 7064 MOD 1271-36 for a text of digits and capital letters. They catch every single
 * wrong character, every swap of neighbours, and nearly all other slips.
 */
export function checkCharacters(text: string): string {
  let remainder = 0;
  for (const character of text) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) throw new RangeError(`"${character}" is no digit and no capital letter`);
    remainder = ((remainder + value) * 36) % MODULUS;
  }
  const check = (MODULUS + 1 - ((remainder * 36) % MODULUS)) % MODULUS;
  return `${ALPHABET[Math.floor(check / 36)]}${ALPHABET[check % 36]}`;
}

/** The number of an office's nth sheet: `sheetNumber('PL', 412)` → `PL-000412-7K`. */
export function sheetNumber(prefix: string, serial: number): SheetNumber {
  if (!/^[A-Z]{2,3}$/.test(prefix)) throw new RangeError(`prefix "${prefix}" is not two or three capital letters`);
  if (!Number.isSafeInteger(serial) || serial < 1) throw new RangeError(`serial ${serial} is not a positive number`);
  const digits = String(serial).padStart(SERIAL_DIGITS, '0');
  return { prefix, serial, text: `${prefix}-${digits}-${checkCharacters(prefix + digits)}` };
}

/** The number without its dashes, as it stands in the QR code. */
export function compactNumber(number: string): string {
  return number.replaceAll('-', '');
}

/**
 * Reads a number that was typed or scanned: lower case, missing dashes, spaces, a whole QR payload, and O for 0 or I for
 * 1 where only one reading passes the check. Null when there is no such number.
 */
export function readSheetNumber(text: string): SheetNumber | null {
  const upper = text.trim().toUpperCase();
  const payload = /^GD1:[0-9A-Z]{6}:([0-9A-Z]+):\d+$/.exec(upper);
  const characters = (payload?.[1] ?? upper).replace(/[\s\-–—._/]/g, '');
  const readings = new Map<string, SheetNumber>();
  for (const prefixLength of [2, 3]) {
    for (const reading of readingsOf(characters, prefixLength)) readings.set(reading.text, reading);
  }
  const exact = [...readings.values()].find((reading) => compactNumber(reading.text) === characters);
  if (exact !== undefined) return exact;
  const [only, ...others] = readings.values();
  return others.length > 0 ? null : (only ?? null);
}

/** The same, with a sentence when it is not a sheet's number. */
export function parseSheetNumber(text: string): SheetNumber {
  const number = readSheetNumber(text);
  if (number !== null) return number;
  const shown = text.trim().slice(0, 40);
  const sentence =
    shown === ''
      ? { vi: 'Hãy nhập số phiếu, ví dụ PL-000412-7K.', en: 'Type the sheet number, for example PL-000412-7K.' }
      : {
          vi: `“${shown}” không phải số phiếu. Hãy xem lại từng ký tự, cả hai ký tự kiểm tra ở cuối.`,
          en: `“${shown}” is no sheet number. Look again at each character, the two check characters at the end too.`,
        };
  throw new DomainError('invalid', 'sheet.number', sentence, [{ path: 'number', sentence }]);
}

function readingsOf(characters: string, prefixLength: number): readonly SheetNumber[] {
  const prefix = characters.slice(0, prefixLength).replaceAll('0', 'O').replaceAll('1', 'I');
  const digits = characters.slice(prefixLength, -2).replaceAll('O', '0').replaceAll('I', '1').replaceAll('L', '1');
  const check = characters.slice(-2);
  if (!/^[A-Z]+$/.test(prefix) || !/^\d{6,12}$/.test(digits)) return [];
  // More digits than six never start with a zero, so that each number has one way to be written.
  if (digits.length > SERIAL_DIGITS && digits.startsWith('0')) return [];
  const serial = Number(digits);
  if (serial < 1 || !confusables(check).includes(checkCharacters(prefix + digits))) return [];
  return [sheetNumber(prefix, serial)];
}

function confusables(check: string): readonly string[] {
  const swap: Readonly<Record<string, string>> = { O: '0', '0': 'O', I: '1', '1': 'I' };
  const [first = '', second = ''] = check;
  return [first, swap[first] ?? first].flatMap((a) => [second, swap[second] ?? second].map((b) => a + b));
}
