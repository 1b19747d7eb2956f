import type { Face } from '../pdf/index.ts';
import { mm } from '../pdf/index.ts';
import { printedText, type StampedLine, stampWidth, wrapStamp } from '../stamp/index.ts';
import type { TableDesign } from './page-design.ts';

/** A row laid out: its height and its lines, relative to its top. */
export interface LaidRow {
  readonly height: number;
  readonly cells: readonly {
    readonly x: number;
    readonly lines: readonly string[];
    readonly align: 'left' | 'center';
    readonly w: number;
    readonly face: Face;
    readonly size: number;
  }[];
}

const SIZES = [11.5, 11, 10.5, 10];
const PAD = 1.2;

/** Sets a row's texts in their columns: smaller before taller, never cut; null in place of a text that has no room at all. */
export function layRow(
  table: TableDesign,
  texts: Readonly<Record<string, string>>,
): LaidRow | { readonly unfit: string } {
  let x = table.x;
  let height = table.leastRow;
  const cells: LaidRow['cells'][number][] = [];
  for (const column of table.columns) {
    const printed = printedText(texts[column.id] ?? '');
    if (printed !== '') {
      const face: Face = column.bold === true ? 'bold' : 'normal';
      const set = setCell(printed, face, column.w - 2 * PAD);
      if (set === null) return { unfit: column.id };
      height = Math.max(height, set.lines.length * leading(set.size) + 1.6);
      cells.push({ x, w: column.w, align: column.align ?? 'left', face, ...set });
    }
    x += column.w;
  }
  return { height, cells };
}

function setCell(
  text: string,
  face: Face,
  width: number,
): { readonly lines: readonly string[]; readonly size: number } | null {
  for (const size of SIZES) if (stampWidth(text, size, face) <= mm(width)) return { lines: [text], size };
  const smallest = SIZES.at(-1) ?? 10;
  const lines = wrapStamp(text, smallest, face, width);
  return lines === null ? null : { lines, size: smallest };
}

/** The row's lines at its place on the page. */
export function placeRow(row: LaidRow, top: number, pageHeight: number): readonly StampedLine[] {
  return row.cells.flatMap((cell) => {
    const first = top + (row.height - cell.lines.length * leading(cell.size)) / 2;
    return cell.lines.map((text, index) => ({
      x: mm(cell.x) + (cell.align === 'center' ? (mm(cell.w) - stampWidth(text, cell.size, cell.face)) / 2 : mm(PAD)),
      y: mm(pageHeight - first) - index * mm(leading(cell.size)) - cell.size * 0.95,
      size: cell.size,
      face: cell.face,
      text,
    }));
  });
}

/** The rules of rows from `top` down: one under each, and the columns' edges. */
export function rowRules(
  table: TableDesign,
  heights: readonly number[],
): readonly (readonly [number, number, number, number])[] {
  const right = table.x + table.columns.reduce((sum, column) => sum + column.w, 0);
  const bottom = table.top + heights.reduce((sum, height) => sum + height, 0);
  let y = table.top;
  const across = heights.map((height) => {
    y += height;
    return [table.x, y, right, y] as const;
  });
  let x = table.x;
  const down = [x, ...table.columns.map((column) => (x += column.w))].map(
    (edge) => [edge, table.top, edge, bottom] as const,
  );
  return [...across, ...down];
}

/** Distance of two baselines in millimetres. */
function leading(size: number): number {
  return (size * 1.1 * 25.4) / 72;
}
