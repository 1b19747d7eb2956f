import type { Choice, Label } from '../model.ts';
import { codeList, isCoded, type ListOption } from './choices.ts';
import { type FormReading, placeOf } from './form.ts';
import { LONGEST_LABEL, MOST_CHOICES } from './limits.ts';
import type { Base, BuiltQuestion } from './question.ts';
import { quoted } from './report.ts';
import { cell, type Row } from './sheet.ts';

/** A choice with its list; a list that is too long for boxes becomes a line to write on. */
export function select(
  form: FormReading,
  row: Row,
  as: 'select_one' | 'select_multiple',
  list: string,
  orOther: boolean,
  base: Base,
): BuiltQuestion | undefined {
  const options = form.lists.get(list) ?? form.lists.get(findList(form, list)) ?? [];
  const { table } = form;
  if (options.length === 0) return missingList(form, row, list);
  const { choices, codes } = codeList(options, form.own);
  const other: Choice[] = orOther ? [{ name: freeCode(choices, choices.length + 1), label: OTHER, specify: true }] : [];
  if (
    !choices.every((choice) => fits(form, choice, options)) ||
    !fitsPaper(form, row, list, choices.length + other.length)
  ) {
    return { question: { ...base, type: 'text', lines: 1 }, carried: ['choice_filter'] };
  }
  if (cell(table, row, 'choice_filter') !== '') tellFilter(form, row, choices.length);
  if (!form.own && !isCoded(options)) tellCodes(form, row, list, codes);
  if (orOther) {
    form.names.reserve(`${base.name}_other`);
    // Conditions name the added option `other`, as ODK does.
    return {
      question: { ...base, type: as, choices: [...choices, ...other] },
      codes: new Map([...codes, ['other', [other[0]?.name ?? '']]]),
      carried: ['choice_filter'],
    };
  }
  return { question: { ...base, type: as, choices }, codes, carried: ['choice_filter'] };
}

const OTHER: Label = { vi: 'Khác (ghi rõ)', en: 'Other (specify)' };

/** The first code from `count` on that no option has. */
function freeCode(choices: readonly Choice[], count: number): string {
  return choices.some(({ name }) => name === String(count)) ? freeCode(choices, count + 1) : String(count);
}

function findList(form: FormReading, list: string): string {
  return [...form.lists.keys()].find((name) => name.toLowerCase() === list.toLowerCase()) ?? list;
}

function fits(form: FormReading, choice: Choice, options: readonly ListOption[]): boolean {
  if (Math.max(choice.label.vi.length, choice.label.en?.length ?? 0) <= LONGEST_LABEL) return true;
  form.report.error(
    { sheet: form.choicesSheet, row: options.find(({ label }) => label === choice.label)?.row },
    'label',
    `Lời của ô chọn này dài ${choice.label.vi.length.toLocaleString('vi')} ký tự nên câu dùng nó được in thành dòng kẻ. Hãy viết ngắn lại.`,
    `The words of this option are ${choice.label.vi.length.toLocaleString('en')} characters long, so its question is printed as a line. Make them shorter.`,
  );
  return false;
}

function fitsPaper(form: FormReading, row: Row, list: string, count: number): boolean {
  if (count <= MOST_CHOICES) return true;
  form.report.warning(
    placeOf(form, row, 'type'),
    'select',
    `Danh sách “${quoted(list)}” có ${count} ô; trên giấy tối đa ${MOST_CHOICES}. Câu này được in thành dòng kẻ để viết; hãy rút gọn danh sách nếu muốn có ô.`,
    `The list “${quoted(list)}” has ${count} options; paper has room for ${MOST_CHOICES}. This is printed as a line to write on; shorten the list to have boxes.`,
  );
  return false;
}

function missingList(form: FormReading, row: Row, list: string): undefined {
  form.report.error(
    placeOf(form, row, 'type'),
    'list_name',
    `Danh sách “${quoted(list)}” không có ô nào ở trang choices, nên câu này bị bỏ khỏi phiếu. Hãy thêm danh sách.`,
    `The list “${quoted(list)}” has no options on the sheet choices, so this question is left out. Add the list.`,
  );
  return undefined;
}

function tellFilter(form: FormReading, row: Row, count: number): void {
  form.report.warning(
    placeOf(form, row, 'choice_filter'),
    'choice_filter',
    `Giấy không lọc được danh sách: cả ${count} ô đều được in. Nếu quá dài, hãy tách câu hoặc rút gọn danh sách.`,
    `Paper cannot filter a list: all ${count} options are printed. If that is too long, split the question or shorten the list.`,
  );
}

function tellCodes(form: FormReading, row: Row, list: string, codes: ReadonlyMap<string, readonly string[]>): void {
  if (form.told.has(list)) return;
  form.told.add(list);
  const pairs = [...codes].slice(0, 8).map(([name, of]) => `${name} → ${of.join(', ')}`);
  const all = quoted(`${pairs.join('; ')}${codes.size > 8 ? '; …' : ''}`, 200);
  form.report.info(
    placeOf(form, row, 'type'),
    'name',
    `Mã của danh sách “${quoted(list)}” được đổi thành số in cạnh ô: ${all}.`,
    `The options of “${quoted(list)}” are coded by the numbers printed beside their boxes: ${all}.`,
  );
}

/** Paper has no ranking: a line to write on, with the options in its hint. */
export function ranked(form: FormReading, row: Row, list: string, base: Base): BuiltQuestion | undefined {
  const options = form.lists.get(list) ?? [];
  if (options.length === 0) return missingList(form, row, list);
  form.report.warning(
    placeOf(form, row, 'type'),
    'rank',
    'Xếp thứ tự được in thành dòng kẻ, các mục ghi ở lời chỉ dẫn. Nếu chỉ cần mục quan trọng nhất, hãy dùng select_one.',
    'Ranking is printed as a line with the options in its hint. If the most important one is enough, use select_one.',
  );
  const vi = `Ghi theo thứ tự: ${options.map(({ label }) => label.vi).join('; ')}`;
  return { question: { ...base, hint: { vi: vi.slice(0, LONGEST_LABEL) }, type: 'text', lines: 2 }, carried: [] };
}
