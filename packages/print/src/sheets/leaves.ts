import type { LayoutMap } from '@gandan/domain/questionnaires';
import { halfOperators, type StampWriter } from '../stamp/index.ts';
import type { SheetOptions, SheetRow } from './write-sheets.ts';

interface Waiting<Row> {
  readonly row: Row;
  readonly sides: readonly string[];
}

/** Slips that are cut in one go: 200 papers are what an office's cutter takes. */
const STACK = 400;

/**
 * Puts the sides of sheets on leaves: a whole A4 each, or two A5 slips beside each other.
 *
 * Two slips a paper are ordered to be **cut and stacked**: the left halves of a stack are its first half, the right
 * halves its second, so the cut right pile laid under the left one has the numbers running on, with no sorting of
 * odd and even. A stack is one group's slips (at most 200 papers), because a group gets its own bundle anyway; so the
 * order needs no look ahead over the whole file.
 */
export class Leaves<Row extends SheetRow> {
  readonly #writer: StampWriter;
  readonly #layout: LayoutMap;
  readonly #options: SheetOptions<Row>;
  readonly #bookmarked = new Set<string>();
  readonly #twoUp: boolean;
  #waiting: Waiting<Row>[] = [];
  #bundle = '';

  constructor(writer: StampWriter, layout: LayoutMap, options: SheetOptions<Row>) {
    this.#writer = writer;
    this.#layout = layout;
    this.#options = options;
    this.#twoUp = layout.paper === 'a5x2';
  }

  add(row: Row, sides: readonly string[]): void {
    const path = this.#options.belongsTo?.(row) ?? [];
    if (!this.#twoUp) {
      this.#bookmark(path);
      this.#whole(row, sides);
      return;
    }
    const bundle = path.join('\n');
    if (bundle !== this.#bundle || this.#waiting.length === STACK) this.#cutStack();
    this.#bundle = bundle;
    this.#waiting.push({ row, sides });
  }

  /** Writes what is still waiting for its neighbour. */
  end(): void {
    this.#cutStack();
  }

  #whole(row: Row, sides: readonly string[]): void {
    const first = this.#writer.pages + 1;
    for (const side of sides) this.#writer.side(side);
    this.#options.onSheet?.(row, [first, this.#writer.pages]);
    if (sides.length % 2 === 1) this.#writer.side('');
  }

  #cutStack(): void {
    const slips = this.#waiting;
    this.#waiting = [];
    const [first] = slips;
    if (first === undefined) return;
    this.#bookmark(this.#options.belongsTo?.(first.row) ?? []);
    const papers = Math.ceil(slips.length / 2);
    for (let paper = 0; paper < papers; paper += 1) this.#pair(slips[paper] ?? first, slips[paper + papers]);
  }

  #pair(left: Waiting<Row>, right: Waiting<Row> | undefined): void {
    const first = this.#writer.pages + 1;
    const last = first + left.sides.length - 1;
    left.sides.forEach((side, index) => {
      const sides = [side, right?.sides[index] ?? null] as const;
      this.#writer.side(halfOperators(this.#layout.pageSize, sides, index % 2 === 1), true);
    });
    this.#options.onSheet?.(left.row, [first, last]);
    if (right !== undefined) this.#options.onSheet?.(right.row, [first, last]);
    if (left.sides.length % 2 === 1) this.#writer.side('', true);
  }

  /** At the first sheet of each place only: rows in disorder would give a bookmark each. */
  #bookmark(path: readonly string[]): void {
    const key = path.join('\n');
    if (path.length === 0 || this.#bookmarked.has(key)) return;
    this.#bookmarked.add(key);
    this.#writer.bookmark(...path);
  }
}
