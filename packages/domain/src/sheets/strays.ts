import type { Sentence } from '../errors/index.ts';

/** Why a sheet that came back is not keyed; each kind is a queue of its own. */
export const STRAY_KINDS = ['foreign', 'unknown', 'duplicate', 'outdated', 'void', 'late'] as const;
export type StrayKind = (typeof STRAY_KINDS)[number];

/** What the queue is called, and what to do with the paper in it. */
export const STRAY_WORDS: Readonly<Record<StrayKind, { readonly title: Sentence; readonly todo: Sentence }>> = {
  foreign: {
    title: { vi: 'Phiếu của xã khác', en: 'Sheets of another commune' },
    todo: { vi: 'Trả phiếu về đúng xã; ghi ngày trả.', en: 'Send the sheet back to its commune; note when.' },
  },
  unknown: {
    title: { vi: 'Không có trong sổ', en: 'Not in the ledger' },
    todo: {
      vi: 'Xem lại số in trên phiếu. Số đúng mà sổ không có: giữ phiếu, báo người quản trị.',
      en: 'Read the printed number again. If it is right and not in the ledger, keep the sheet and tell the administrator.',
    },
  },
  duplicate: {
    title: { vi: 'Đã nhập rồi', en: 'Entered already' },
    todo: {
      vi: 'So với bản đã nhập. Giống: cất cùng phiếu kia. Khác: đính chính bản đã nhập, ghi lý do.',
      en: 'Compare with what is stored. The same: file it with the other copy. Different: correct what is stored, with a reason.',
    },
  },
  outdated: {
    title: { vi: 'Bản in cũ', en: 'Old copies' },
    todo: {
      vi: 'Tìm phiếu in lại của hộ. Hộ chỉ ghi trên bản cũ: chép sang bản mới rồi nhập.',
      en: 'Find the reprint of this household. If they wrote on the old copy only, copy it over and key that.',
    },
  },
  void: {
    title: { vi: 'Phiếu đã hủy', en: 'Void sheets' },
    todo: {
      vi: 'Không nhập. Hộ đã ghi ý kiến: in phiếu mới cho hộ, chép sang rồi nhập.',
      en: 'Do not key it. If the household wrote on it, print a new one, copy it over and key that.',
    },
  },
  late: {
    title: { vi: 'Kỳ họp đã khóa sổ', en: 'The meeting is closed' },
    todo: {
      vi: 'Phiếu về sau khi khóa sổ: giữ phiếu cho kỳ họp sau, kiến nghị thì ghi vào sổ kiến nghị.',
      en: 'It came back after closing: keep it for the next meeting; a petition on it goes into the register.',
    },
  },
};
