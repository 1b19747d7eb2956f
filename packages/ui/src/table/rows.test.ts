import { describe, expect, it } from 'vitest';
import { type Column, matchingRows, searchTexts, sortedRows, windowOf } from './rows.ts';

interface Person {
  readonly name: string;
  readonly group: number | null;
}
const people: Person[] = [
  { name: 'Nguyễn Văn Mẫu', group: 12 },
  { name: 'Đặng Thị Ví Dụ', group: null },
  { name: 'Trần Văn Thử', group: 2 },
];
const columns: Column<Person>[] = [
  { key: 'name', label: 'Họ tên', value: (person) => person.name },
  { key: 'group', label: 'Tổ', value: (person) => person.group, text: (person) => `Tổ ${person.group ?? '–'}` },
];
const found = (query: string) => matchingRows(people, searchTexts(columns, people), query).map((person) => person.name);
const order = (key: string, descending = false) =>
  sortedRows(people, columns, { key, descending }).map((person) => person.group);

describe('rows of a table', () => {
  it('are found without accents, in any order of the words, and by what a cell shows', () => {
    expect(found('mau nguyen')).toEqual(['Nguyễn Văn Mẫu']);
    expect(found('DANG')).toEqual(['Đặng Thị Ví Dụ']);
    expect(found('to 2')).toEqual(['Nguyễn Văn Mẫu', 'Trần Văn Thử']);
    expect(found('')).toHaveLength(3);
    expect(found('không có')).toEqual([]);
  });

  it('sort as numbers and as Vietnamese words, empty cells last in both directions', () => {
    expect(order('group')).toEqual([2, 12, null]);
    expect(order('group', true)).toEqual([12, 2, null]);
    expect(sortedRows(people, columns, { key: 'name', descending: false })[0]?.name).toBe('Đặng Thị Ví Dụ');
  });

  it('are drawn only around what is in sight', () => {
    expect(windowOf(0, 480, 48, 2400)).toEqual([0, 18]);
    expect(windowOf(48_000, 480, 48, 2400)).toEqual([992, 1018]);
    expect(windowOf(999_999, 480, 48, 30)).toEqual([30, 30]);
  });
});
