import { fold } from '../text/fold.ts';

/** One column. `value` is what sorts, is searched and printed; a slot `cell-KEY` may draw it otherwise. */
export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  readonly value: (row: Row) => string | number | null | undefined;
  /** What is written when it differs from `value`: a date, a word for a code. Searched and printed too. */
  readonly text?: (row: Row) => string;
  /** A CSS grid track: '120px', '2fr', 'minmax(160px, 1fr)'. */
  readonly width?: string;
  readonly numeric?: boolean;
  readonly unsorted?: boolean;
  /** Left out of the two-line rows of a phone. */
  readonly wideOnly?: boolean;
}

export interface Sort {
  readonly key: string;
  readonly descending: boolean;
}

const collator = new Intl.Collator('vi', { numeric: true });

/** What stands in the cell as plain text. */
export function cellText<Row>(column: Column<Row>, row: Row): string {
  if (column.text !== undefined) return column.text(row);
  const value = column.value(row);
  return value === null || value === undefined ? '' : String(value);
}

/** The folded text of each row, made once per list: searching 2,400 rows is then a few string searches. */
export function searchTexts<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): readonly string[] {
  return rows.map((row) => fold(columns.map((column) => cellText(column, row)).join(' ')));
}

/** Rows that hold every word of the query, in any order and without accents. */
export function matchingRows<Row>(rows: readonly Row[], texts: readonly string[], query: string): readonly Row[] {
  const words = fold(query).split(' ').filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((_, index) => words.every((word) => texts[index]?.includes(word)));
}

/** Sorted copy; empty cells last in both directions, equal ones keep their order. */
export function sortedRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: Sort | null,
): readonly Row[] {
  const column = columns.find((one) => one.key === sort?.key);
  if (sort === null || column === undefined) return rows;
  const sign = sort.descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const left = column.value(a) ?? '';
    const right = column.value(b) ?? '';
    if (left === '' || right === '') return left === right ? 0 : left === '' ? 1 : -1;
    const order =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : collator.compare(String(left), String(right));
    return sign * order;
  });
}

/** Which rows to draw for a scroll position, with a few on either side so that a wheel turn shows no gap. */
export function windowOf(scrollTop: number, height: number, rowHeight: number, count: number): [number, number] {
  const spare = 8;
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - spare);
  const last = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + spare);
  return [Math.min(first, count), last];
}
