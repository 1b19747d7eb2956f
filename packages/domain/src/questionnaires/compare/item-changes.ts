import type { Sentence } from '../../errors/index.ts';
import type { Choice, Item, Label } from '../model.ts';
import type { PaperEffect } from './change.ts';
import { conditionWords, quoted } from './words.ts';

/** One thing that is otherwise about an item. */
export interface Detail {
  readonly words: Sentence;
  readonly paper: PaperEffect;
}

const KINDS: Readonly<Record<Item['type'], Sentence>> = {
  select_one: { vi: 'chọn một ô', en: 'one box' },
  select_multiple: { vi: 'chọn nhiều ô', en: 'several boxes' },
  integer: { vi: 'số nguyên', en: 'whole number' },
  decimal: { vi: 'số có phần lẻ', en: 'number with a fraction' },
  date: { vi: 'ngày', en: 'day' },
  text: { vi: 'chữ viết', en: 'text' },
  note: { vi: 'lời dẫn', en: 'note' },
  begin_group: { vi: 'nhóm câu', en: 'group' },
  begin_repeat: { vi: 'nhóm lặp lại', en: 'repetition' },
};

/** Everything that is otherwise about an item itself; its children are compared on their own. */
export function itemChanges(older: Item, newer: Item): readonly Detail[] {
  const details: Detail[] = [...labelChanges({ vi: 'lời', en: 'words' }, older.label, newer.label)];
  if (older.type !== newer.type) {
    const [was, is] = [KINDS[older.type], KINDS[newer.type]];
    details.push(other(`đổi kiểu từ ${was.vi} thành ${is.vi}`, `kind changed from ${was.en} to ${is.en}`));
  }
  if (older.name !== newer.name) {
    details.push(
      other(`đổi tên từ “${older.name}” thành “${newer.name}”`, `name changed from “${older.name}” to “${newer.name}”`),
    );
  }
  if ('choices' in older && 'choices' in newer) details.push(...choiceChanges(older.choices, newer.choices));
  for (const { key, vi, en, paper } of PARTS) {
    const [was, is] = [partOf(older, key), partOf(newer, key)];
    // What only one of the two kinds has is told by the kind.
    if (same(was, is) || (older.type !== newer.type && (was === undefined || is === undefined))) continue;
    details.push({
      paper,
      words: { vi: `đổi ${part(vi, was, is, 'thành')}`, en: `changed ${part(en, was, is, 'to')}` },
    });
  }
  const [was, is] = [partOf(older, 'relevant'), partOf(newer, 'relevant')] as const;
  if (!same(was, is)) {
    const now = conditionWords('relevant' in newer ? newer.relevant : undefined);
    details.push({ paper: 'may', words: now });
  }
  return details;
}

interface Part {
  readonly key: string;
  readonly vi: string;
  readonly en: string;
  readonly paper: PaperEffect;
}

const PARTS: readonly Part[] = [
  { key: 'hint', vi: 'lời nhắc', en: 'hint', paper: 'may' },
  { key: 'unit', vi: 'đơn vị', en: 'unit', paper: 'may' },
  { key: 'digits', vi: 'số ô chữ số', en: 'cells', paper: 'other' },
  { key: 'decimals', vi: 'số ô phần lẻ', en: 'cells of the fraction', paper: 'other' },
  { key: 'lines', vi: 'số dòng viết', en: 'lines', paper: 'other' },
  { key: 'width', vi: 'bề rộng cột', en: 'column width', paper: 'other' },
  { key: 'count', vi: 'số lần lặp', en: 'repetitions', paper: 'other' },
  { key: 'rows', vi: 'tên các dòng', en: 'row heads', paper: 'may' },
  { key: 'appearance', vi: 'cách trình bày', en: 'appearance', paper: 'other' },
  { key: 'sensitive', vi: 'dấu “dữ liệu nhạy cảm”', en: 'mark “sensitive”', paper: 'other' },
  { key: 'constraint', vi: 'khoảng thường gặp', en: 'usual range', paper: 'same' },
  { key: 'required', vi: 'yêu cầu phải trả lời', en: 'mark “required”', paper: 'same' },
  { key: 'tags', vi: 'gắn với nắm, góp, kiểm', en: 'tags', paper: 'same' },
  { key: 'role', vi: 'vai trò', en: 'role', paper: 'same' },
];

function part(what: string, was: unknown, is: unknown, to: 'thành' | 'to'): string {
  const plain = (value: unknown) => typeof value === 'number' || typeof value === 'string';
  if (plain(was) && plain(is)) return to === 'to' ? `${what} from ${was} to ${is}` : `${what} từ ${was} thành ${is}`;
  return what;
}

/** What is otherwise between two sets of boxes: gone, new, reworded, in another order. */
function choiceChanges(older: readonly Choice[], newer: readonly Choice[]): readonly Detail[] {
  const before = new Map(older.map((choice) => [choice.name, choice]));
  const after = new Map(newer.map((choice) => [choice.name, choice]));
  const details: Detail[] = [];
  for (const { name, label } of older) {
    if (!after.has(name))
      details.push(other(`bỏ ô ${name} ${quoted(label.vi)}`, `box ${name} ${quoted(label.en ?? label.vi)} removed`));
  }
  for (const choice of newer) {
    const { name, label } = choice;
    const old = before.get(name);
    if (old === undefined) {
      details.push(other(`thêm ô ${name} ${quoted(label.vi)}`, `box ${name} ${quoted(label.en ?? label.vi)} added`));
      continue;
    }
    details.push(...labelChanges({ vi: `lời ô ${name}`, en: `words of box ${name}` }, old.label, label));
    if (old.specify !== choice.specify) {
      const [vi, en] = choice.specify === true ? ['thêm', 'added'] : ['bỏ', 'removed'];
      details.push(other(`${vi} dòng “ghi rõ” ở ô ${name}`, `line behind box ${name} ${en}`));
    }
  }
  const kept = (list: readonly Choice[], others: ReadonlyMap<string, Choice>) =>
    list.filter(({ name }) => others.has(name)).map(({ name }) => name);
  if (!same(kept(older, after), kept(newer, before)))
    details.push(other('đổi thứ tự các ô', 'changed the order of the boxes'));
  return details;
}

/** Other Vietnamese words can take another line; English ones are printed on bilingual paper only, which may be asked for. */
export function labelChanges(what: Sentence, older: Label | undefined, newer: Label | undefined): readonly Detail[] {
  if (same(older, newer)) return [];
  if (older?.vi === newer?.vi) {
    return [{ paper: 'may', words: { vi: `đổi ${what.vi} tiếng Anh`, en: `changed English ${what.en}` } }];
  }
  const [was, is] = [quoted(older?.vi ?? ''), quoted(newer?.vi ?? '')];
  const [before, after] = [quoted(older?.en ?? older?.vi ?? ''), quoted(newer?.en ?? newer?.vi ?? '')];
  return [
    {
      paper: 'may',
      words: {
        vi: `đổi ${what.vi} từ ${was} thành ${is}`,
        en:
          before === after
            ? `changed Vietnamese ${what.en} from ${was} to ${is}`
            : `changed ${what.en} from ${before} to ${after}`,
      },
    },
  ];
}

const other = (vi: string, en: string): Detail => ({ paper: 'other', words: { vi, en } });
const partOf = (item: Item, key: string): unknown => (item as unknown as Readonly<Record<string, unknown>>)[key];

/** Whether two values say the same; the order of keys does not count, as a database gives them back in its own. */
export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}
