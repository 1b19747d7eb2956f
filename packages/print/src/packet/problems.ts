import { DomainError, type ErrorPlace, type Sentence } from '@gandan/domain/errors';
import type { PacketSheet } from '@gandan/domain/meetings';
import { nameCharacter, unprintable } from '../pdf/index.ts';

/** Whose text it is, in words for a sentence. */
export type Owner = Sentence;

export function householdOwner(sheet: PacketSheet): Owner {
  return {
    vi: `Hộ ${sheet.householdCode} (${sheet.headName})`,
    en: `Household ${sheet.householdCode} (${sheet.headName})`,
  };
}

const FIELD_WORDS: Readonly<Record<string, Sentence>> = {
  headName: { vi: 'tên chủ hộ', en: 'name of the head' },
  address: { vi: 'địa chỉ', en: 'address' },
  householdCode: { vi: 'mã hộ', en: 'household code' },
  code: { vi: 'mã hộ', en: 'household code' },
  cadre: { vi: 'tên cán bộ phụ trách', en: 'names of the cadres' },
  cadreOrDots: { vi: 'tên cán bộ phụ trách', en: 'names of the cadres' },
  issuer: { vi: 'tên cơ quan', en: 'name of the office' },
  superior: { vi: 'tên cơ quan cấp trên', en: 'name of the superior office' },
  hamlet: { vi: 'tên ấp, khu phố', en: 'name of the hamlet' },
  place: { vi: 'nơi họp', en: 'place of the meeting' },
  placeOrDots: { vi: 'nơi họp', en: 'place of the meeting' },
  groupHead: { vi: 'tên tổ trưởng', en: 'name of the group head' },
  groupHeadOrDots: { vi: 'tên tổ trưởng', en: 'name of the group head' },
  groupDeputy: { vi: 'tên tổ phó', en: 'name of the deputy head' },
};
const ANY_FIELD = { vi: 'tên tổ', en: 'name of the group' };

const MOST_PLACES = 100;

/** Collects everything that keeps a packet from being printed, so that the office mends it in one go. */
export class Problems {
  readonly #places: ErrorPlace[] = [];
  readonly #seen = new Set<string>();

  get any(): boolean {
    return this.#places.length > 0;
  }

  unprintable(owner: Owner, field: string, text: string): void {
    for (const character of unprintable(text.replace(/\s+/gu, ' '))) {
      const { vi, en } = FIELD_WORDS[field] ?? ANY_FIELD;
      this.#add(field, {
        vi: `${owner.vi}: ${vi} có ký tự ${nameCharacter(character)} không in được. Hãy sửa ${vi} rồi in lại.`,
        en: `${owner.en}: the ${en} has the character ${nameCharacter(character)}, which cannot be printed. Correct it, then print again.`,
      });
    }
  }

  tooLong(owner: Owner, field: string, text: string): void {
    const { vi, en } = FIELD_WORDS[field] ?? ANY_FIELD;
    this.#add(field, {
      vi: `${owner.vi}: ${vi} “${text}” dài quá chỗ trên giấy. Hãy ghi ngắn lại rồi in.`,
      en: `${owner.en}: the ${en} “${text}” is too long for its place on paper. Shorten it, then print.`,
    });
  }

  /** Throws when anything was found; nothing has been written by then. */
  refuse(): void {
    const [first] = this.#places;
    if (first === undefined) return;
    const more = this.#places.length - 1;
    throw new DomainError(
      'invalid',
      'packet.not-printable',
      more === 0
        ? first.sentence
        : { vi: `${first.sentence.vi} Còn ${more} chỗ khác.`, en: `${first.sentence.en} ${more} more places.` },
      this.#places.slice(0, MOST_PLACES),
    );
  }

  #add(path: string, sentence: Sentence): void {
    if (this.#seen.has(sentence.vi)) return;
    this.#seen.add(sentence.vi);
    this.#places.push({ path, sentence });
  }
}
