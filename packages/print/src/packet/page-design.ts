import type { LayoutSlot } from '@gandan/domain/questionnaires';
import type { Content } from 'pdfmake/interfaces.js';
import { onPage } from '../forms/on-page.ts';
import { centred, line, type Piece, slot, text, widthMm } from '../forms/pieces.ts';
import { lineHeight } from '../forms/profile.ts';
import { hundredths, mm, renderPdf } from '../pdf/index.ts';

/** One page of the papers around the sheets: what is printed on all of them, and where their own texts go. */
export interface PageDesign {
  readonly pieces: readonly Piece[];
  readonly table?: TableDesign;
}

/** A table whose rows are stamped; its column heads belong to the page. Millimetres. */
export interface TableDesign {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly Column[];
  /** A row grows when its texts take more lines. */
  readonly leastRow: number;
}

export interface Column {
  readonly id: string;
  readonly head: string;
  readonly w: number;
  readonly align?: 'left' | 'center';
  readonly bold?: boolean;
}

/** Margins of the official layout: left 30, right 15, top and bottom 20 mm. */
export const AREA = { x: 30, right: 195, w: 165, top: 20, bottom: 277 } as const;
export const BODY = 12;
const TWO_LINES = 7.7;
const HEAD_SIZE = 11;

const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

/** Issuer on the left (stamped), nation and motto on the right; `idTop` and `idMain` name the two slots. */
export function headerPieces(idTop: string, idMain: string): readonly Piece[] {
  const left = { x: AREA.x - 1, w: 71 };
  const right = AREA.right - 47.5;
  const mottoW = widthMm(MOTTO, { bold: true, size: 13 });
  const middle = left.x + left.w / 2;
  const style = { align: 'center', h: 5, fontSize: 12 } as const;
  return [
    slot(left.x, AREA.top - 3, { id: idTop, w: left.w, ...style }),
    slot(left.x, AREA.top + 2.3, { id: idMain, w: left.w, ...style, bold: true }),
    line(middle - 12, AREA.top + 8.4, middle + 12, AREA.top + 8.4, 0.25),
    centred(right, AREA.top - 3, NATION, { bold: true, size: 12 }),
    centred(right, AREA.top + 2.3, MOTTO, { bold: true, size: 13 }),
    line(right - mottoW / 2, AREA.top + 8.4, right + mottoW / 2, AREA.top + 8.4, 0.25),
  ];
}

/** The name of the paper in capitals, and a stamped line below that says whose it is. */
export function titlePieces(y: number, words: string, subjectSlot: string): readonly Piece[] {
  const style = { align: 'center', h: 6, fontSize: 13, bold: true } as const;
  return [
    centred(AREA.x + AREA.w / 2, y, words.toLocaleUpperCase('vi'), { bold: true, size: 14 }),
    slot(AREA.x, y + 6.2, { id: subjectSlot, w: AREA.w, ...style }),
  ];
}

/** A label and the slot behind it, up to `right`. */
export function labelled(
  x: number,
  y: number,
  label: string,
  id: string,
  right: number,
  bold = false,
): readonly Piece[] {
  const labelW = widthMm(label, { size: BODY }) + 1.4;
  return [
    text(x, y, label, { size: BODY }),
    // As high as two lines of 10 points, centred on the label's line.
    slot(x + labelW, y - (TWO_LINES - lineHeight(BODY)) / 2, {
      id,
      w: right - x - labelW - 2,
      h: TWO_LINES,
      fontSize: BODY,
      ...(bold ? { bold } : {}),
    }),
  ];
}

/** A label and dots to the right edge, to be filled by hand. */
export function dotted(x: number, y: number, label: string, right: number): readonly Piece[] {
  const from = x + widthMm(label, { size: BODY }) + 1.4;
  const dots = '.'.repeat(Math.max(0, Math.floor((right - from) / widthMm('.', { size: BODY }))));
  return [text(x, y, label, { size: BODY }), text(from, y, dots, { size: BODY })];
}

/** Height of a table's head row. */
export const HEAD_ROW = 9;

/** The head row of a table with its rules. */
export function tableHead(table: TableDesign): readonly Piece[] {
  const y = table.top - HEAD_ROW;
  const right = table.x + table.columns.reduce((sum, column) => sum + column.w, 0);
  const pieces: Piece[] = [
    line(table.x, y, right, y),
    line(table.x, table.top, right, table.top),
    line(table.x, y, table.x, table.top),
  ];
  let x = table.x;
  for (const column of table.columns) {
    const lines = column.head.split('\n');
    const step = lineHeight(HEAD_SIZE) * 0.9;
    const top = y + (HEAD_ROW - lines.length * step) / 2 - 0.15;
    lines.forEach((words, index) => {
      pieces.push(
        centred(x + column.w / 2, top + index * step, words, { bold: true, size: lines.length > 1 ? 10 : HEAD_SIZE }),
      );
    });
    x += column.w;
    pieces.push(line(x, y, x, table.top));
  }
  return pieces;
}

/** An empty grid to be filled by hand: head row, then `rows` of that height. */
export function emptyTable(
  x: number,
  y: number,
  columns: readonly Column[],
  rows: number,
  rowH: number,
): readonly Piece[] {
  const top = y + HEAD_ROW;
  const bottom = top + rows * rowH;
  const right = x + columns.reduce((sum, column) => sum + column.w, 0);
  const edges = [x];
  for (const column of columns) edges.push((edges.at(-1) ?? x) + column.w);
  return [
    ...tableHead({ x, top, bottom, columns, leastRow: rowH }),
    ...Array.from({ length: rows }, (_, row) => line(x, top + (row + 1) * rowH, right, top + (row + 1) * rowH)),
    ...edges.map((edge) => line(edge, top, edge, bottom)),
  ];
}

/** Ruled lines over the width of the page. */
export function writingLines(y: number, count: number, pitch = 8.2): readonly Piece[] {
  return Array.from({ length: count }, (_, index) =>
    line(AREA.x, y + (index + 1) * pitch, AREA.right, y + (index + 1) * pitch),
  );
}

/** Slots of a design, read from its own pieces. */
export function slotsOf(pieces: readonly Piece[]): readonly LayoutSlot[] {
  return pieces.flatMap((piece): LayoutSlot[] => {
    if (piece.kind !== 'place' || piece.tag.kind !== 'slot') return [];
    return [{ ...piece.tag.slot, x: hundredths(piece.x), y: hundredths(piece.y) }];
  });
}

/** All designs as one document: its pages share their fonts. */
export function renderDesigns(designs: readonly PageDesign[]): Promise<Uint8Array> {
  return renderPdf({
    content: designs.slice(1).map((): Content => ({ text: '', pageBreak: 'before' })),
    background: (page) => ({
      stack: [...onPage([...(designs[page - 1]?.pieces ?? []), ...heads(designs[page - 1])])],
    }),
    pageMargins: mm(20),
    info: { title: 'Gần Dân', creationDate: new Date(Date.UTC(2000, 0, 1)) },
  });
}

function heads(design: PageDesign | undefined): readonly Piece[] {
  return design?.table === undefined ? [] : tableHead(design.table);
}
