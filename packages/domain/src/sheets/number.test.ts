import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCharacters, compactNumber, parseSheetNumber, readSheetNumber, sheetNumber } from './number.ts';
import { formatQrPayload, parseQrPayload } from './qr-payload.ts';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const numbers = fc
  .record({
    letters: fc.array(fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), { minLength: 2, maxLength: 3 }),
    serial: fc.integer({ min: 1, max: 99_999_999 }),
  })
  .map(({ letters, serial }) => sheetNumber(letters.join(''), serial));

describe('the number of a sheet', () => {
  it('has the check characters of the standard’s own example', () => {
    expect(checkCharacters('ISO79')).toBe('3W');
  });

  it('is printed with dashes and at least six digits', () => {
    expect(sheetNumber('PL', 412).text).toMatch(/^PL-000412-[0-9A-Z]{2}$/);
    expect(sheetNumber('PLE', 12_345_678).text).toMatch(/^PLE-12345678-[0-9A-Z]{2}$/);
  });

  it('reads back what was printed, however it is typed', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        for (const typed of [number.text, number.text.toLowerCase(), compactNumber(number.text), ` ${number.text} `]) {
          expect(readSheetNumber(typed)).toEqual(number);
        }
      }),
    );
  });

  it('reads O for 0 where only one reading passes', () => {
    const { text } = sheetNumber('PL', 412);
    expect(readSheetNumber(text.replaceAll('0', 'O'))?.text).toBe(text);
    expect(readSheetNumber(text.replaceAll('1', 'l'))?.text).toBe(text);
  });

  it('refuses every single wrong character and every swap of neighbours', () => {
    const compact = compactNumber(sheetNumber('PL', 412).text);
    const check = (text: string) => checkCharacters(text.slice(0, -2)) === text.slice(-2);
    for (let at = 0; at < compact.length; at += 1) {
      for (const other of ALPHABET) {
        if (other !== compact[at]) expect(check(compact.slice(0, at) + other + compact.slice(at + 1))).toBe(false);
      }
      const swapped = compact.slice(0, at) + compact[at + 1] + compact[at] + compact.slice(at + 2);
      if (at + 1 < compact.length && swapped !== compact) expect(check(swapped)).toBe(false);
    }
  });

  it('says what is wrong', () => {
    expect(() => parseSheetNumber('PL-000412-ZZ')).toThrow('sheet.number');
    expect(() => parseSheetNumber('  ')).toThrow('Type the sheet number');
  });
});

describe('the QR code of a side', () => {
  it('holds layout, number and page in at most 29 characters, and reads back', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 4 }), (number, page) => {
        const payload = formatQrPayload('A1B2C3', number.text, page);
        expect(payload.length).toBeLessThanOrEqual(29);
        expect(parseQrPayload(payload)).toEqual({ layoutId: 'A1B2C3', number, page });
        expect(readSheetNumber(payload)).toEqual(number);
      }),
    );
  });

  it('is refused when its number does not pass the check', () => {
    const { text } = sheetNumber('PL', 412);
    expect(parseQrPayload(formatQrPayload('A1B2C3', text.replace('2', '3'), 1))).toBeNull();
    expect(parseQrPayload('HTTPS://EXAMPLE.ORG')).toBeNull();
  });
});
