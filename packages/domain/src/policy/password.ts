import { DomainError } from '../errors/index.ts';
import { foldAccents } from '../text/index.ts';

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 200;

// Whoever guesses tries these first. Ours, short: the rule below takes out words and runs, and asks what is left.
const COMMON_WORDS = [
  'matkhau',
  'password',
  'passwd',
  'admin',
  'quantri',
  'quanly',
  'welcome',
  'letmein',
  'qwerty',
  'qwertyuiop',
  'asdfgh',
  'asdfghjkl',
  'zxcvbn',
  'zxcvbnm',
  'iloveyou',
  'anhyeuem',
  'emyeuanh',
  'yeuem',
  'yeuanh',
  'vietnam',
  'hanoi',
  'saigon',
  'monkey',
  'dragon',
  'football',
  'bongda',
  'hoilamgi',
  'khongbiet',
  'xinchao',
  'chaomung',
  'abcdef',
  'abcd',
  'abc',
  'test',
  'demo',
  'user',
  'login',
  'dangnhap',
  'taikhoan',
  'canbo',
  'congchuc',
  'maytinh',
  'vanphong',
  'lanhdao',
] as const;
// The office's own words: the first that somebody who knows the office would try (ASVS 6.2.11).
const OFFICE_WORDS = [
  'gandan',
  'satcoso',
  'phieu',
  'nhandan',
  'uyban',
  'ubnd',
  'ubndxa',
  'xaphuong',
  'phuong',
  'thitran',
  'khupho',
  'tonhandan',
  'todanpho',
  'tuquan',
  'hogiadinh',
  'tinh',
  'huyen',
  'xa',
  'ap',
  'to',
] as const;
const LEFT_OVER_MIN = 6;
const LEFT_OVER_DISTINCT = 4;

/**
 * Refuses a password that is too short, too long or easily guessed; any characters are fine, also spaces and accents.
 * `context` are words about this person and office: user name, display name, name of the commune.
 */
export function requireGoodPassword(password: string, context: readonly string[] = []): void {
  const length = [...password.normalize('NFC')].length;
  if (length < PASSWORD_MIN) {
    throw weak(
      'password.short',
      `Mật khẩu cần ít nhất ${PASSWORD_MIN} ký tự; một câu ngắn dễ nhớ là tốt nhất.`,
      `A password needs at least ${PASSWORD_MIN} characters; a short sentence that you remember is best.`,
    );
  }
  if (length > PASSWORD_MAX) {
    throw weak(
      'password.long',
      `Mật khẩu dài nhất ${PASSWORD_MAX} ký tự.`,
      `A password has at most ${PASSWORD_MAX} characters.`,
    );
  }
  if (isGuessable(password, context)) {
    throw weak(
      'password.guessable',
      'Mật khẩu này dễ đoán: chỉ gồm từ thông dụng, tên xã, tên người dùng, hoặc dãy số. Hãy thêm vài từ không liên quan.',
      'This password is easily guessed: only common words, names of the office or of yourself, or runs of digits. Add a few unrelated words.',
    );
  }
}

/** Whether nothing much is left without common words, words of the context, and runs like 1234, aaaa or 2026. */
export function isGuessable(password: string, context: readonly string[] = []): boolean {
  const words = [...COMMON_WORDS, ...OFFICE_WORDS, ...context.flatMap(wordsOf)].sort((a, b) => b.length - a.length);
  let rest = undoSubstitutions(bare(password));
  for (const word of words) rest = rest.replaceAll(word, '.');
  rest = withoutRuns(rest)
    .replace(/(19|20)\d\d/g, '')
    .replaceAll('.', '');
  return rest.length < LEFT_OVER_MIN || new Set(rest).size < LEFT_OVER_DISTINCT;
}

const bare = (text: string) =>
  foldAccents(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@$]/gu, '');

// "M@tkh4u" is the first thing that guessing programs try after "matkhau".
function undoSubstitutions(text: string): string {
  return text
    .replace(/@/g, 'a')
    .replace(/\$/g, 's')
    .replace(/(?<=\p{L})[0134](?=\p{L})/gu, (digit) => ({ 0: 'o', 1: 'i', 3: 'e', 4: 'a' })[digit] ?? digit);
}

function wordsOf(text: string): string[] {
  const whole = bare(text);
  const parts = foldAccents(text)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return [whole, ...parts].filter((word) => word.length >= 3);
}

/** Takes out runs of three or more that go up, down or stay: 123, 987, aaa, abc. */
function withoutRuns(text: string): string {
  let result = '';
  for (let start = 0; start < text.length; ) {
    const step = text.charCodeAt(start + 1) - text.charCodeAt(start);
    let end = start + 1;
    while (end < text.length && Math.abs(step) <= 1 && text.charCodeAt(end) - text.charCodeAt(end - 1) === step) end++;
    if (end - start < 3) {
      result += text.charAt(start);
      start += 1;
    } else start = end;
  }
  return result;
}

function weak(code: string, vi: string, en: string): DomainError {
  return new DomainError('invalid', code, { vi, en }, [{ path: 'password', sentence: { vi, en } }]);
}
