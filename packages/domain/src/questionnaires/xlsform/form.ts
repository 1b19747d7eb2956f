import type { Label } from '../model.ts';
import type { Lists } from './choices.ts';
import { LONGEST_LABEL } from './limits.ts';
import type { ModelNames } from './names.ts';
import type { KnownQuestion, ReadRelevant } from './relevant.ts';
import { readRelevant } from './relevant.ts';
import { type Place, quoted, type Report } from './report.ts';
import { cell, headerOf, type Row, type Table } from './sheet.ts';
import { type Languages, wordsOf } from './words.ts';

/** What is known of a form while its rows are read from top to bottom. */
export interface FormReading {
  readonly table: Table;
  readonly lists: Lists;
  readonly choicesSheet: string;
  readonly languages: Languages;
  readonly names: ModelNames;
  readonly report: Report;
  /** The form is one that this program wrote. */
  readonly own: boolean;
  /** Questions so far, by their names in the form. */
  readonly earlier: Map<string, KnownQuestion>;
  /** Lists whose new codes have been told. */
  readonly told: Set<string>;
  /** Names of all rows. */
  readonly all: ReadonlySet<string>;
}

export function placeOf(form: FormReading, row: Row, key?: string): Place {
  return { sheet: form.table.name, row: row.row, column: key === undefined ? undefined : headerOf(form.table, key) };
}

/** Words of a row under a key, told when another language stands in; null when they are too long to be kept. */
export function labelOf(form: FormReading, row: Row, key: string): Label | undefined | null {
  const words = wordsOf(form.table, row, key, form.languages);
  if (words === undefined) return undefined;
  const long = Math.max(words.label.vi.length, words.label.en?.length ?? 0);
  if (long > LONGEST_LABEL) {
    form.report.error(
      placeOf(form, row, key),
      key,
      `Lời ở đây dài ${long.toLocaleString('vi')} ký tự; tối đa là ${LONGEST_LABEL.toLocaleString('vi')}. Mục này bị bỏ khỏi phiếu, không cắt bớt lời. Hãy viết ngắn lại.`,
      `The words are ${long.toLocaleString('en')} characters long; at most ${LONGEST_LABEL.toLocaleString('en')}. This is left out rather than cut. Make it shorter.`,
    );
    return null;
  }
  if (words.insteadOf !== undefined) {
    form.report.warning(
      { ...placeOf(form, row), column: words.insteadOf },
      key,
      `Ô của ngôn ngữ in ra để trống; lời của cột “${quoted(words.insteadOf)}” được in thay.`,
      `The printed language has no words here; those of “${quoted(words.insteadOf)}” are printed.`,
    );
  }
  tellReferences(form, row, key);
  return words.label;
}

function tellReferences(form: FormReading, row: Row, key: string): void {
  if (form.own) return;
  const column = form.table.columns.find((one) => one.key === key && /\$\{[^}]*\}/u.test(row.cells[one.index] ?? ''));
  if (column === undefined) return;
  form.report.warning(
    { ...placeOf(form, row), column: column.header },
    'output',
    'Lời này chèn câu trả lời của câu khác; trên giấy in dấu “……” thay. Hãy viết lại cho đủ nghĩa.',
    'These words insert the answer of another question; paper prints “……” instead. Reword them.',
  );
}

/** The condition of a row; what paper cannot have is told, and the row is then asked of everybody. */
export function conditionOf(form: FormReading, row: Row): ReadRelevant | undefined {
  const text = cell(form.table, row, 'relevant');
  if (text === '') return undefined;
  return readRelevant(text, { earlier: form.earlier, all: form.all });
}

export function tellCondition(form: FormReading, row: Row, why: { readonly vi: string; readonly en: string }): void {
  const text = quoted(cell(form.table, row, 'relevant'));
  form.report.warning(
    placeOf(form, row, 'relevant'),
    'relevant',
    `Điều kiện “${text}” không in được: ${why.vi}. Mục này được in cho mọi người; hãy ghi điều kiện vào lời, ví dụ “Nếu có, …”.`,
    `The condition “${text}” cannot be printed: ${why.en}. This is printed for everybody; say the condition in the label, such as “If so, …”.`,
  );
}

export const notSingleChoice = {
  vi: 'trên giấy chỉ bỏ qua được theo một câu chọn một ô',
  en: 'on paper one can skip by a single choice only',
};
