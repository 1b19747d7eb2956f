import { normaliseText } from './normalise.ts';

/**
 * A key by which people sort as on Vietnamese lists: given name (the last word), family name, middle names; within each
 * part in the order of `Intl.Collator('vi')`: a < ă < â, d < đ, …, and among equal letters ngang < huyền < hỏi < ngã <
 * sắc < nặng. Upper and lower case only decide between names that are equal otherwise.
 *
 * The key is plain ASCII and made here, once, because databases differ in their ICU: it sorts right under COLLATE "C".
 */
export function personSortKey(name: string): string {
  const words = normaliseText(name).split(' ');
  const given = words.at(-1) ?? '';
  const family = words.length > 1 ? (words[0] ?? '') : '';
  const middle = words.slice(1, -1).join(' ');
  const parts = [given, family, middle];
  return `${parts.map(partKey).join('  ')}  ${parts.map(caseKey).join('')}`;
}

/** The same order for anything that is not a person's name: read from the first word. */
export function textSortKey(text: string): string {
  const clean = normaliseText(text);
  return `${partKey(clean)}  ${caseKey(clean)}`;
}

// '~' is above every other character of a key, so 'a~' (ă) comes after 'az' and before 'b'.
const LETTER_MARKS: Readonly<Record<string, string>> = {
  ă: 'a~',
  â: 'a~~',
  đ: 'd~',
  ê: 'e~',
  ô: 'o~',
  ơ: 'o~~',
  ư: 'u~',
};
// Order of the tones in the Vietnamese alphabet order of CLDR; '1' stands for no tone.
const TONES: Readonly<Record<string, string>> = {
  '\u0300': '2',
  '\u0309': '3',
  '\u0303': '4',
  '\u0301': '5',
  '\u0323': '6',
};
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const OTHER_MARK = /\p{Mn}/gu;

/** Letters first (primary), then tones (secondary): '!' between them is below every letter. */
function partKey(text: string): string {
  let letters = '';
  let tones = '';
  for (const character of characters(text)) {
    letters += letterKey(character.letter);
    tones += character.tone;
  }
  return `${letters}!${tones}`;
}

function caseKey(text: string): string {
  let key = '';
  for (const character of text.normalize('NFC')) key += character === character.toLowerCase() ? '0' : '1';
  return key;
}

/** Base letters of the Vietnamese alphabet, lower case, each with its tone and other marks. */
function* characters(text: string): Generator<{ letter: string; tone: string }> {
  for (const character of text.normalize('NFC').toLowerCase()) {
    const parts = character.normalize('NFD');
    if (parts.length === 1) {
      yield { letter: character, tone: '1' };
      continue;
    }
    const tones = [...(parts.match(TONE) ?? [])].map((tone) => TONES[tone] ?? '').join('');
    const letter = parts.replace(TONE, '').normalize('NFC');
    yield { letter, tone: `1${tones}` };
  }
}

function letterKey(letter: string): string {
  if (/^[a-z0-9]$/u.test(letter)) return letter;
  const marked = LETTER_MARKS[letter];
  if (marked !== undefined) return marked;
  if (letter === ' ') return '"';
  const base = letter.normalize('NFD').replace(OTHER_MARK, '');
  if (/^[a-z]$/u.test(base)) return base;
  const code = (letter.codePointAt(0) ?? 0).toString(16).padStart(6, '0');
  // Punctuation before digits and letters, other scripts after them, each in the order of their code points.
  return /\p{L}/u.test(letter) ? `{${code}` : `#${code}`;
}
