import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkCode,
  checkText,
  codeKey,
  foldAccents,
  nameRule,
  normaliseParagraphs,
  normaliseText,
  requireProse,
  requireText,
  sameNameKey,
  searchKey,
  searchWords,
} from './index.ts';

const rule = nameRule({ vi: 'Họ tên', en: 'The name' });
const LETTERS = 'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ';
const ALL = [...LETTERS, ...LETTERS.toUpperCase()];

describe('a name', () => {
  it('with every Vietnamese letter is kept as typed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ALL), { minLength: 1, maxLength: 60 }), (letters) => {
        const text = letters.join('');
        expect(checkText(text, rule)).toEqual({ ok: true, text });
        expect(checkText(text.normalize('NFD'), rule)).toEqual({ ok: true, text });
      }),
    );
  });

  it('keeps the place of its tone', () => {
    for (const text of ['Hòa', 'Hoà', 'Thúy', 'Thuý']) expect(normaliseText(text)).toBe(text);
  });

  it('with an apostrophe, a hyphen, a nickname in brackets or 90 characters is fine', () => {
    const long = `Nguyễn Văn ${'Thử '.repeat(19)}Mẫu`;
    expect(long.length).toBe(90);
    for (const text of ["H'Hen Niê", 'K’Brơi', 'Anne-Marie Mẫu', 'Nguyễn Văn Mẫu (Hai)', long]) {
      expect(checkText(text, rule)).toEqual({ ok: true, text });
    }
  });

  it('loses extra spaces and the leftovers of copy and paste, nothing else', () => {
    expect(normaliseText('  Nguyễn\u00a0Văn \n\t Mẫu\u200b ')).toBe('Nguyễn Văn Mẫu');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(normaliseText(normaliseText(text))).toBe(normaliseText(text));
      }),
    );
  });

  it.each([
    ['', /còn trống/],
    ['\u200b ', /còn trống/],
    ['a'.repeat(121), /121 ký tự, quá giới hạn 120/],
    ['Nguyễn\u202eVăn', /đổi chiều chữ/],
    ['Nguyễn\u0000Văn', /ký tự điều khiển/],
    ['Nguyễn Văn 😀', /“😀” không in được/],
    ['דוד', /không in được/],
    ['王小明', /không in được/],
    ['Z\u0351\u0352\u0353\u0354algo', /không in được/],
    ['NguyÔn V¨n MÉu', /TCVN3/],
  ])('%j is refused with a sentence', (text, sentence) => {
    const checked = checkText(text, rule);
    expect(checked.ok ? '' : checked.sentence.vi).toMatch(sentence);
    expect(checked.ok ? '' : checked.sentence.en).toMatch(/^The name /);
  });

  it('that is refused names its field', () => {
    expect(() => requireText('', rule, 'headName')).toThrow(expect.objectContaining({ code: 'text.invalid' }));
  });
});

describe('search', () => {
  it('folds accents and đ, case and spaces', () => {
    expect(foldAccents('Đặng Thị Ngọc Ươn')).toBe('Dang Thi Ngoc Uon');
    expect(searchKey(' ĐẶNG  Thị', 'Ấp 3')).toBe('dang thi ap 3');
    expect(searchWords('  Văn   ĐỨC ')).toEqual(['van', 'duc']);
    expect(searchWords(' ')).toEqual([]);
  });

  it('finds any Vietnamese letter by its plain one', () => {
    expect(searchKey(ALL.join(''))).toMatch(/^[a-z]+$/);
  });
});

describe('codes', () => {
  it('have no spaces, and are one code in either case', () => {
    const label = { vi: 'Mã hộ', en: 'The code' };
    expect(checkCode(' PL-01/002 ', label)).toEqual({ ok: true, text: 'PL-01/002' });
    expect(checkCode('A 1', label).ok).toBe(false);
    expect(checkCode('=1+1', label).ok).toBe(false);
    expect(codeKey('hộ-1')).toBe(codeKey('HỘ-1'));
  });
});

it('two spellings of one name are the same, two names are not', () => {
  expect(sameNameKey('Nguyễn Văn Hòa')).toBe(sameNameKey('NGUYỄN VĂN  Hoà'.normalize('NFD')));
  expect(sameNameKey('Hoa')).not.toBe(sameNameKey('Hóa'));
  expect(sameNameKey('Đức')).not.toBe(sameNameKey('Dức'));
});

it('paragraphs keep their lines', () => {
  expect(normaliseParagraphs('Một \r\n  hai\n\n\n\nba ')).toBe('Một\nhai\n\nba');
});

it('a petition of several lines keeps them, and is refused for what no paper can show', () => {
  const prose = { label: { vi: 'Nội dung', en: 'The text' }, max: 2000, required: true };
  expect(requireProse('Đường ngập.\r\nĐèn hỏng. ', prose, 'content')).toBe('Đường ngập.\nĐèn hỏng.');
  for (const bad of ['Đường 😀', 'đổi \u202e chiều', ' \n ', 'dài '.repeat(600)]) {
    expect(() => requireProse(bad, prose, 'content')).toThrow(/text.invalid/);
  }
});
