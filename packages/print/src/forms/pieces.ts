import type { LayoutSlot } from '@gandan/domain/questionnaires';
import type { CanvasElement, Content } from 'pdfmake/interfaces.js';
import { faceOf, mm, textWidth } from '../pdf/index.ts';
import { lineHeight, SHEET, TYPE } from './sheet-profile.ts';

/** A thing drawn at a place of a band: a run of text, a vector, or nothing but the place of a later stamp. */
export type Piece = TextPiece | VectorPiece;
export interface TextPiece {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly bold?: boolean | undefined;
  readonly italics?: boolean | undefined;
}
export interface VectorPiece {
  readonly kind: 'vector';
  readonly vector: CanvasElement & { readonly tag?: Tag };
}

/** What a vector means to the layout map; pdfmake carries it through to the laid-out page. */
export type Tag =
  | { readonly kind: 'field'; readonly field: FieldTag }
  | { readonly kind: 'slot'; readonly slot: Omit<LayoutSlot, 'x' | 'y'> }
  | { readonly kind: 'mark'; readonly id: string };

/** A field as its drawer knows it; page and place come from the laid-out page. */
export interface FieldTag {
  readonly id: string;
  readonly question: string;
  readonly kind: 'choice' | 'comb' | 'text';
  readonly choice?: string;
  readonly multiple?: boolean;
  readonly cells?: number;
  readonly part?: 'whole' | 'fraction' | 'day' | 'month' | 'year';
  /** Size when it is not the vector's own (a text field is as high as its ruled lines together). */
  readonly w: number;
  readonly h: number;
}

interface TextStyle {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
}

/** Width in millimetres of a text on one line. */
export function widthMm(text: string, style: TextStyle = {}): number {
  return (textWidth(text, style.size ?? TYPE.body, faceOf(style)) * 25.4) / 72;
}

/** A run of text whose line box starts at (x, y). */
export function text(x: number, y: number, value: string, style: TextStyle = {}): TextPiece {
  return { kind: 'text', x, y, text: value, size: style.size ?? TYPE.body, bold: style.bold, italics: style.italics };
}

/** A run of text centred on x. */
export function centred(x: number, y: number, value: string, style: TextStyle = {}): TextPiece {
  return text(x - widthMm(value, style) / 2, y, value, style);
}

/** A straight line. */
export function line(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  weight: number = SHEET.ruleLine.weight,
): VectorPiece {
  return {
    kind: 'vector',
    vector: { type: 'line', x1: mm(x1), y1: mm(y1), x2: mm(x2), y2: mm(y2), lineWidth: mm(weight) },
  };
}

/** An outlined rectangle. */
export function frame(
  x: number,
  y: number,
  w: number,
  h: number,
  weight: number = SHEET.box.line,
  tag?: Tag,
): VectorPiece {
  return {
    kind: 'vector',
    vector: {
      type: 'rect',
      x: mm(x),
      y: mm(y),
      w: mm(w),
      h: mm(h),
      lineWidth: mm(weight),
      lineColor: 'black',
      ...(tag === undefined ? {} : { tag }),
    },
  };
}

/** A solid square. */
export function mark(id: string, x: number, y: number, side: number): VectorPiece {
  return {
    kind: 'vector',
    vector: { type: 'rect', x: mm(x), y: mm(y), w: mm(side), h: mm(side), color: 'black', tag: { kind: 'mark', id } },
  };
}

/** An invisible place: where a tag stands on the page. A path of one point paints nothing. */
export function place(x: number, y: number, tag: Tag): VectorPiece {
  return { kind: 'vector', vector: { type: 'polyline', points: [{ x: mm(x), y: mm(y) }], tag } };
}

/** The place where a sheet's own text is stamped later. */
export function slot(x: number, y: number, spec: Omit<LayoutSlot, 'x' | 'y'>): VectorPiece {
  return place(x, y, { kind: 'slot', slot: spec });
}

/** Moves pieces. */
export function shift(pieces: readonly Piece[], dx: number, dy: number): readonly Piece[] {
  return pieces.map((piece) =>
    piece.kind === 'text'
      ? { ...piece, x: piece.x + dx, y: piece.y + dy }
      : { kind: 'vector', vector: moved(piece.vector, mm(dx), mm(dy)) },
  );
}

function moved(vector: VectorPiece['vector'], dx: number, dy: number): VectorPiece['vector'] {
  switch (vector.type) {
    case 'line':
      return { ...vector, x1: vector.x1 + dx, x2: vector.x2 + dx, y1: vector.y1 + dy, y2: vector.y2 + dy };
    case 'polyline':
      return { ...vector, points: vector.points.map(({ x, y }) => ({ x: x + dx, y: y + dy })) };
    case 'rect':
      return { ...vector, x: vector.x + dx, y: vector.y + dy };
    default:
      return vector;
  }
}

/**
 * Pieces as one pdfmake node of a fixed height. Texts are laid over the canvas relative to the same corner, each on one
 * line of known width, so that pdfmake only decides on which page the band stands.
 */
export function band(height: number, pieces: readonly Piece[]): Content {
  const texts = pieces.flatMap((piece): Content[] => (piece.kind === 'text' ? [textNode(piece)] : []));
  const vectors = pieces.flatMap((piece) => (piece.kind === 'vector' ? [piece.vector] : []));
  // The last point gives the canvas its height.
  const canvas = [...vectors, { type: 'polyline' as const, points: [{ x: 0, y: mm(height) }] }];
  return { stack: [...texts, { canvas }] };
}

/** Pieces at places of the page itself, for the frame around the questions. */
export function onPage(pieces: readonly Piece[]): readonly Content[] {
  return pieces.map(
    (piece): Content =>
      piece.kind === 'text'
        ? { ...textStyle(piece), absolutePosition: { x: mm(piece.x), y: mm(piece.y) } }
        : { canvas: [piece.vector], absolutePosition: { x: 0, y: 0 } },
  );
}

function textNode(piece: TextPiece): Content {
  return { ...textStyle(piece), relativePosition: { x: mm(piece.x), y: mm(piece.y) } };
}

function textStyle(piece: TextPiece) {
  return {
    text: piece.text,
    fontSize: piece.size,
    noWrap: true,
    ...(piece.bold === true ? { bold: true } : {}),
    ...(piece.italics === true ? { italics: true } : {}),
  };
}

/** Breaks a text into lines of at most that width; a word wider than a line stands alone on its own. */
export function wrap(value: string, width: number, style: TextStyle = {}): readonly string[] {
  const lines: string[] = [];
  for (const word of value.split(/\s+/).filter((part) => part !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && widthMm(`${last} ${word}`, style) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Height of so many lines. */
export function linesHeight(count: number, style: TextStyle = {}): number {
  return count * lineHeight(style.size ?? TYPE.body);
}
