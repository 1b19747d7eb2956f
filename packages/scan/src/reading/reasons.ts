import type { Sentence } from '@gandan/domain/errors';

/** Why a question reads as it does. Stable codes: they name the queues of the verification screen. */
export type Reason =
  | 'clear'
  | 'empty'
  | 'several-marks'
  | 'cancelled'
  | 'only-filled'
  | 'faint'
  | 'unclear-mark'
  | 'half-filled'
  | 'line-through'
  | 'ink-around'
  | 'no-outline'
  | 'handwriting';

export const REASON_SENTENCES: Readonly<Record<Reason, Sentence>> = {
  clear: { vi: 'Đánh dấu rõ ràng.', en: 'Clearly marked.' },
  empty: { vi: 'Không có dấu nào.', en: 'Nothing is marked.' },
  'several-marks': {
    vi: 'Nhiều ô được đánh dấu ở câu chỉ chọn một.',
    en: 'Several boxes are marked where one is asked for.',
  },
  cancelled: {
    vi: 'Có ô bị tô kín để hủy; lấy ô đánh dấu còn lại.',
    en: 'A box was filled in to cancel it; what stays marked was taken.',
  },
  'only-filled': {
    vi: 'Chỉ có ô tô kín: không rõ là chọn hay hủy.',
    en: 'Only filled boxes: chosen or cancelled, nobody can tell.',
  },
  faint: {
    vi: 'Dấu mờ hơn hẳn các dấu khác trên trang: bút chì nhạt, tẩy chưa sạch hoặc hằn từ mặt sau.',
    en: 'Much fainter than the other marks of the page: light pencil, rubbed out, or shining through.',
  },
  'unclear-mark': {
    vi: 'Có mực trong ô nhưng không giống dấu chọn.',
    en: 'There is ink in a box that does not look like a mark.',
  },
  'half-filled': {
    vi: 'Ô gần như kín: không rõ là dấu đậm hay tô để hủy.',
    en: 'A box is nearly filled: a thick mark or a cancelled one.',
  },
  'line-through': {
    vi: 'Có vệt hoặc nếp gấp chạy qua ô.',
    en: 'A streak or fold runs through a box.',
  },
  'ink-around': {
    vi: 'Có mực cạnh ô mà trong ô trống: khoanh tròn hoặc đánh dấu lệch ra ngoài.',
    en: 'Ink beside an empty box: circled, or marked next to it.',
  },
  'no-outline': {
    vi: 'Không thấy rõ khung ô: bị che, rách hoặc quá mờ.',
    en: 'The printed box cannot be seen: covered, torn or too faint.',
  },
  handwriting: { vi: 'Chữ viết tay: người đọc và nhập.', en: 'Handwriting: a person reads and keys it.' },
};

/** The reason with its words. */
export function because(reason: Reason): { readonly reason: Reason; readonly sentence: Sentence } {
  return { reason, sentence: REASON_SENTENCES[reason] };
}
