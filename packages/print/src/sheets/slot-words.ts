import type { Sentence } from '@gandan/domain/errors';

const WORDS: Readonly<Record<string, Sentence>> = {
  headName: { vi: 'tên chủ hộ', en: 'name of the head' },
  address: { vi: 'địa chỉ', en: 'address' },
  householdCode: { vi: 'mã hộ', en: 'household code' },
  cadre: { vi: 'tên cán bộ phụ trách', en: 'names of the cadres' },
  cadreName: { vi: 'tên cán bộ', en: 'name of the cadre' },
  issuer: { vi: 'tên cơ quan', en: 'name of the office' },
  superior: { vi: 'tên cơ quan cấp trên', en: 'name of the superior office' },
  hamlet: { vi: 'tên ấp, khu phố', en: 'name of the hamlet' },
  group: { vi: 'tên tổ', en: 'name of the group' },
  place: { vi: 'nơi họp', en: 'place of the meeting' },
  heldOn: { vi: 'ngày họp', en: 'day of the meeting' },
  number: { vi: 'số phiếu', en: 'sheet number' },
  period: { vi: 'kỳ góp ý', en: 'period' },
};

/** What stands in a slot, in words for a sentence. */
export function slotWords(name: string): Sentence {
  return WORDS[name] ?? { vi: `ô “${name}”`, en: `slot “${name}”` };
}
