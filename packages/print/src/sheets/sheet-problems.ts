import { DomainError, type ErrorPlace, type Sentence } from '@gandan/domain/errors';
import { nameCharacter, unprintable } from '../pdf/coverage.ts';
import type { SlotSetter } from '../stamp/index.ts';
import { slotWords } from './slot-words.ts';
import type { SheetRow } from './write-sheets.ts';

type OwnerOf<Row extends SheetRow> = ((row: Row) => Sentence) | undefined;

const MOST_PLACES = 100;

/** Collects what keeps sheets from being printed, so that the office mends it in one go; counts all, keeps a hundred. */
export class SheetProblems {
  readonly #places = new Map<string, ErrorPlace>();
  #count = 0;

  get any(): boolean {
    return this.#count > 0;
  }

  /** Whether every character has its letter on paper; remembers those that have not. */
  printable<Row extends SheetRow>({ name }: SlotSetter, text: string, row: Row, owner: OwnerOf<Row>): boolean {
    const characters = unprintable(text.includes('\n') || text.includes('\t') ? text.replace(/\s+/gu, ' ') : text);
    const [first] = characters;
    if (first === undefined) return true;
    const [who, what] = [ownerOf(row, owner), slotWords(name)];
    const named = characters.map(nameCharacter).join(', ');
    this.#add(name, {
      vi: `${who.vi}: ${what.vi} có ký tự ${named} không in được. Hãy sửa rồi in lại.`,
      en: `${who.en}: the ${what.en} has the character ${named}, which cannot be printed. Correct it, then print again.`,
    });
    return false;
  }

  tooLong<Row extends SheetRow>({ name }: SlotSetter, text: string, row: Row, owner: OwnerOf<Row>): void {
    const [who, what] = [ownerOf(row, owner), slotWords(name)];
    const shown = text.length > 120 ? `${text.slice(0, 120)}…` : text;
    this.#add(name, {
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
      'sheets.not-printable',
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

function ownerOf<Row extends SheetRow>(row: Row, owner: OwnerOf<Row>): Sentence {
  return owner?.(row) ?? { vi: `Phiếu ${row.number}`, en: `Sheet ${row.number}` };
}
