import { type ComputedRef, computed, type InjectionKey, inject, provide } from 'vue';

/** The few words that components say by themselves; a product gives them in the reader's language. */
export interface UiWords {
  readonly close: string;
  readonly optional: string;
  readonly required: string;
  readonly choose: string;
  readonly noChoice: string;
  readonly openCalendar: string;
  readonly dateShape: string;
  readonly notADate: string;
  readonly notANumber: string;
  readonly filter: string;
  readonly clear: string;
  readonly print: string;
  readonly nothingFits: string;
  readonly rows: (shown: string, total: string) => string;
  readonly select: string;
  readonly selectAll: string;
  readonly sorted: (column: string, descending: boolean) => string;
  readonly loading: string;
  readonly dropFile: string;
  readonly pickFile: string;
  readonly undo: string;
  readonly showPassword: string;
  readonly hidePassword: string;
  readonly notices: string;
}

export const vietnameseWords: UiWords = {
  close: 'Đóng',
  optional: 'không bắt buộc',
  required: 'bắt buộc',
  choose: 'Chọn…',
  noChoice: 'Không có mục nào khớp',
  openCalendar: 'Mở lịch',
  dateShape: 'ngày/tháng/năm',
  notADate: 'Chưa phải là ngày. Hãy ghi ngày/tháng/năm, ví dụ 09/03/2026.',
  notANumber: 'Chưa phải là số. Ví dụ: 1.250 hoặc 2,5.',
  filter: 'Gõ để tìm trong bảng (không cần dấu)',
  clear: 'Xóa',
  print: 'In bảng',
  nothingFits: 'Không có dòng nào khớp.',
  rows: (shown, total) => (shown === total ? `${total} dòng` : `${shown} / ${total} dòng`),
  select: 'Chọn dòng này',
  selectAll: 'Chọn tất cả các dòng đang hiện',
  sorted: (column, descending) => `Đã sắp theo ${column}, ${descending ? 'giảm dần' : 'tăng dần'}`,
  loading: 'Đang tải…',
  dropFile: 'Thả tệp vào đây, hoặc',
  pickFile: 'Chọn tệp',
  undo: 'Hoàn tác',
  showPassword: 'Hiện mật khẩu',
  hidePassword: 'Ẩn mật khẩu',
  notices: 'Thông báo',
};

export const englishWords: UiWords = {
  close: 'Close',
  optional: 'optional',
  required: 'required',
  choose: 'Choose…',
  noChoice: 'Nothing fits',
  openCalendar: 'Open the calendar',
  dateShape: 'day/month/year',
  notADate: 'Not a date yet. Write day/month/year, for example 09/03/2026.',
  notANumber: 'Not a number yet. For example: 1.250 or 2,5.',
  filter: 'Type to search the table (accents not needed)',
  clear: 'Clear',
  print: 'Print the table',
  nothingFits: 'No row fits.',
  rows: (shown, total) =>
    shown === total ? `${total} ${total === '1' ? 'row' : 'rows'}` : `${shown} of ${total} rows`,
  select: 'Select this row',
  selectAll: 'Select all rows shown',
  sorted: (column, descending) => `Sorted by ${column}, ${descending ? 'descending' : 'ascending'}`,
  loading: 'Loading…',
  dropFile: 'Drop a file here, or',
  pickFile: 'Choose a file',
  undo: 'Undo',
  showPassword: 'Show the password',
  hidePassword: 'Hide the password',
  notices: 'Notices',
};

const key: InjectionKey<ComputedRef<UiWords>> = Symbol('words of the components');
const inVietnamese = computed(() => vietnameseWords);

/** Gives the words to every component below; call it in the root component. */
export function provideWords(words: () => UiWords): void {
  provide(
    key,
    computed(() => words()),
  );
}

export function useWords(): ComputedRef<UiWords> {
  return inject(key, inVietnamese);
}
