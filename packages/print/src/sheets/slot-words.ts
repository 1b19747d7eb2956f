import type { Sentence } from '@gandan/domain/errors';

const HEAD = { vi: 'tên chủ hộ', en: 'name of the head' };
const HOUSEHOLD_CODE = { vi: 'mã hộ', en: 'household code' };
const CADRES = { vi: 'tên cán bộ phụ trách', en: 'names of the cadres' };
const HAMLET = { vi: 'tên ấp, khu phố', en: 'name of the hamlet' };
const GROUP = { vi: 'tên tổ', en: 'name of the group' };
const GROUP_HEAD = { vi: 'tên tổ trưởng', en: 'name of the group head' };
const PLACE = { vi: 'nơi họp', en: 'place of the meeting' };

const WORDS: Readonly<Record<string, Sentence>> = {
  headName: HEAD,
  address: { vi: 'địa chỉ', en: 'address' },
  householdCode: HOUSEHOLD_CODE,
  code: HOUSEHOLD_CODE,
  cadre: CADRES,
  cadreOrDots: CADRES,
  cadreName: { vi: 'tên cán bộ', en: 'name of the cadre' },
  post: { vi: 'chức vụ', en: 'post' },
  department: { vi: 'đơn vị công tác', en: 'department' },
  issuer: { vi: 'tên cơ quan', en: 'name of the office' },
  superior: { vi: 'tên cơ quan cấp trên', en: 'name of the superior office' },
  hamlet: HAMLET,
  minutesTop: HAMLET,
  group: GROUP,
  subject: GROUP,
  minutesMain: GROUP,
  minutesSubject: GROUP,
  groupHead: GROUP_HEAD,
  groupHeadOrDots: GROUP_HEAD,
  groupDeputy: { vi: 'tên tổ phó', en: 'name of the deputy head' },
  place: PLACE,
  placeOrDots: PLACE,
  heldOn: { vi: 'ngày họp', en: 'day of the meeting' },
  number: { vi: 'số phiếu', en: 'sheet number' },
  period: { vi: 'kỳ góp ý', en: 'period' },
};

/** What stands in a slot, in words for a sentence. */
export function slotWords(name: string): Sentence {
  return WORDS[name] ?? { vi: `ô “${name}”`, en: `slot “${name}”` };
}
