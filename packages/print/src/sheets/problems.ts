import { DomainError, type ErrorPlace, type Sentence } from '@gandan/domain/errors';
import { nameCharacter, unprintable } from '../pdf/coverage.ts';
import { slotWords } from './slot-words.ts';

/** Whose text it is, in words for a sentence; asked for only when something is wrong with it. */
export type Owner = () => Sentence;

const MOST_PLACES = 100;
/** White space that is printed as a plain space. */
const OTHER_SPACE = /[^\S ]/u;

/** Collects what keeps papers from being printed, so that the office mends it in one go; counts all, keeps a hundred. */
export class Problems {
  readonly #code: string;
  readonly #places = new Map<string, ErrorPlace>();
  #count = 0;

  /** `code` is that of the refusal. */
  constructor(code: string) {
    this.#code = code;
  }

  get any(): boolean {
    return this.#count > 0;
  }

  /** Whether every character of a slot's text has its letter on paper; remembers those that have not. */
  printable(owner: Owner, slot: string, text: string): boolean {
    const characters = unprintable(OTHER_SPACE.test(text) ? text.replace(/\s+/gu, ' ') : text);
    if (characters.length === 0) return true;
    const [who, what] = [owner(), slotWords(slot)];
    const named = characters.map(nameCharacter).join(', ');
    this.#add(slot, {
      vi: `${who.vi}: ${what.vi} có ký tự ${named} không in được. Hãy sửa rồi in lại.`,
      en: `${who.en}: the ${what.en} has the character ${named}, which cannot be printed. Correct it, then print again.`,
    });
    return false;
  }

  tooLong(owner: Owner, slot: string, text: string): void {
    const [who, what] = [owner(), slotWords(slot)];
    const shown = text.length > 120 ? `${text.slice(0, 120)}…` : text;
    this.#add(slot, {
      vi: `${who.vi}: ${what.vi} “${shown}” dài quá chỗ trên giấy. Hãy ghi ngắn lại rồi in.`,
      en: `${who.en}: the ${what.en} “${shown}” is too long for its place on paper. Shorten it, then print.`,
    });
  }

  /** Throws when anything was found. */
  refuse(): void {
    const places = [...this.#places.values()];
    const [first] = places;
    if (first === undefined) return;
    const more = this.#count - 1;
    throw new DomainError(
      'invalid',
      this.#code,
      more === 0
        ? first.sentence
        : { vi: `${first.sentence.vi} Còn ${more} chỗ khác.`, en: `${first.sentence.en} ${more} more places.` },
      places,
    );
  }

  #add(path: string, sentence: Sentence): void {
    // The same text may stand in several places of one sheet.
    if (this.#places.has(sentence.vi)) return;
    this.#count += 1;
    if (this.#places.size < MOST_PLACES) this.#places.set(sentence.vi, { path, sentence });
  }
}
