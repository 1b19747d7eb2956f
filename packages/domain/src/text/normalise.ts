/**
 * Text as it is stored: NFC (NFD renders wrongly in PDF and breaks search), runs of white space as one space, nothing
 * around it, no zero-width leftovers of copy and paste. The letters themselves are never touched: "hòa" and "hoà" are
 * both kept as typed.
 */
export function normaliseText(text: string): string {
  return dropInvisible(text.normalize('NFC')).replace(/\s+/gu, ' ').trim();
}

/** The same for longer texts, keeping line breaks (no more than one empty line in a row). */
export function normaliseParagraphs(text: string): string {
  return dropInvisible(text.normalize('NFC'))
    .replace(/\r\n?|\u2028|\u2029/gu, '\n')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

/** `foldAccents('Đặng Thị Ngọc')` → 'Dang Thi Ngoc'. */
export function foldAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/đ/gu, 'd')
    .replace(/Đ/gu, 'D')
    .normalize('NFC');
}

/** What is stored beside a text so that it is found however it is typed: `searchKey(' ĐẶNG  Thị')` → 'dang thi'. */
export function searchKey(...texts: readonly string[]): string {
  return foldAccents(normaliseText(texts.join(' '))).toLowerCase();
}

/** The words of a query, folded; a row is found when its search key holds all of them. At most 8, the first ones. */
export function searchWords(query: string): string[] {
  return searchKey(query.slice(0, 200))
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, 8);
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/**
 * What two spellings of one name have in common: case, and where a tone is written ('hòa' and 'hoà'), do not count;
 * tones and letters do ('Hoa' and 'Hóa' are two people). For comparing only, never for storing or showing.
 */
export function sameNameKey(name: string): string {
  return normaliseText(name)
    .toLowerCase()
    .normalize('NFD')
    .split(' ')
    .map((word) => word.replace(TONES, '') + (word.match(TONES) ?? []).join(''))
    .join(' ')
    .normalize('NFC');
}

// Zero-width space, soft hyphen, word joiner, byte order mark: invisible, and they split a name in two for search.
function dropInvisible(text: string): string {
  return text.replace(/[\u00ad\u200b\u2060\ufeff]/gu, '');
}
