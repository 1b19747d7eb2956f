import type { Choice, Label } from '../model.ts';
import { MOST_CHOICE_ROWS } from './limits.ts';
import { quoted, type Report } from './report.ts';
import { cell, headerOf, type Row, type Table } from './sheet.ts';
import { type Languages, wordsOf } from './words.ts';

/** An option of a list as written in the form. */
export interface ListOption {
  readonly name: string;
  readonly label: Label;
  readonly row: number;
  readonly specify: boolean;
}

export type Lists = ReadonlyMap<string, readonly ListOption[]>;

/** A list ready for paper: options coded 1, 2, 3 …, and which codes each name of the form got. */
export interface CodedList {
  readonly choices: readonly Choice[];
  readonly codes: ReadonlyMap<string, readonly string[]>;
}

/** Reads the sheet `choices`: the options of every list, in their order. */
export function readLists(table: Table | undefined, languages: Languages, report: Report): Lists {
  const lists = new Map<string, ListOption[]>();
  if (table === undefined) return lists;
  if (table.rows.length > MOST_CHOICE_ROWS) {
    report.warning(
      { sheet: table.name },
      'choices',
      `Trang choices có ${table.rows.length} dòng; chỉ ${MOST_CHOICE_ROWS} dòng đầu được đọc.`,
      `The choices have ${table.rows.length} rows; only the first ${MOST_CHOICE_ROWS} are read.`,
    );
  }
  for (const row of table.rows.slice(0, MOST_CHOICE_ROWS)) readOption(table, row, lists, languages, report);
  return lists;
}

function readOption(table: Table, row: Row, lists: Map<string, ListOption[]>, languages: Languages, report: Report) {
  const list = cell(table, row, 'list_name');
  const place = { sheet: table.name, row: row.row };
  const words = wordsOf(table, row, 'label', languages);
  const written = cell(table, row, 'name');
  if (list === '' || (written === '' && words === undefined)) {
    const missing = list === '' ? 'list_name' : 'name';
    return report.error(
      { ...place, column: headerOf(table, missing) },
      missing,
      `Dòng này thiếu “${missing}” nên không thuộc danh sách nào và bị bỏ qua. Hãy điền cột đó.`,
      `This row has no “${missing}”, so it belongs to no list and is left out. Fill in that column.`,
    );
  }
  const name = written === '' ? (words?.label.vi ?? '') : written;
  if (words === undefined && !languages.own) {
    report.warning(
      { ...place, column: headerOf(table, 'label') },
      'label',
      `Ô chọn “${quoted(name)}” không có lời; mã của nó được in thay. Hãy điền cột label.`,
      `The option “${quoted(name)}” has no words; its name is printed. Fill in the label.`,
    );
  }
  const options = lists.get(list) ?? [];
  if (options.length === 0) lists.set(list, options);
  const label = words?.label ?? { vi: languages.own ? '' : name };
  options.push({ name, label, row: row.row, specify: cell(table, row, 'gandan_specify') === 'yes' });
}

const CODE = /^[1-9]\d?$/u;

/** Codes the options of a list for paper. Names that are 1 … 99 stay; else all are counted from 1. */
export function codeList(options: readonly ListOption[], keep: boolean): CodedList {
  const distinct = keep ? options : withoutRepeats(options);
  const printed = keep ? distinct.every(({ name }) => CODE.test(name)) : isCoded(distinct);
  const codes = new Map<string, string[]>();
  const choices = distinct.map((option, index): Choice => {
    const code = printed ? option.name : String(index + 1);
    codes.set(option.name, [...(codes.get(option.name) ?? []), code]);
    return { name: code, label: option.label, ...(option.specify ? { specify: true } : {}) };
  });
  return { choices, codes };
}

/** Whether the names of the options are fit to be printed as codes. */
export function isCoded(options: readonly ListOption[]): boolean {
  return (
    options.every(({ name }) => CODE.test(name)) && new Set(options.map(({ name }) => name)).size === options.length
  );
}

// Cascades name the same town once for each province that it stands under.
function withoutRepeats(options: readonly ListOption[]): readonly ListOption[] {
  return [...new Map(options.map((option) => [JSON.stringify([option.name, option.label.vi]), option])).values()];
}
