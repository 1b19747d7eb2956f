import type { LayoutField, LayoutSlot } from '@gandan/domain/questionnaires';
import { faceOf, textWidth } from '../pdf/index.ts';
import type { TextStyle } from './board.ts';

/**
 * A thing drawn at a place, in millimetres: a run of text on one line, a line, a rectangle, or nothing but the place of a
 * later stamp. The places of fields, slots and marks are read from the pieces themselves, so the map cannot differ from
 * the drawing.
 */
export type Piece = TextPiece | LinePiece | RectPiece | PlacePiece;
export interface TextPiece extends TextStyle {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
}
export interface LinePiece {
  readonly kind: 'line';
  readonly x: number;
  readonly y: number;
  readonly x2: number;
  readonly y2: number;
  readonly weight: number;
}
export interface RectPiece {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  /** Outline in millimetres; a solid square has none. */
  readonly weight?: number;
  readonly tag?: Tag;
}
export interface PlacePiece {
  readonly kind: 'place';
  readonly x: number;
  readonly y: number;
  readonly tag: Tag;
}

/** What a piece means to the layout map. */
export type Tag =
  | { readonly kind: 'field'; readonly field: FieldTag }
  | { readonly kind: 'slot'; readonly slot: SlotTag }
  | { readonly kind: 'mark'; readonly id: string };
/** A field without its place: that is the piece's. */
export type FieldTag = Omit<LayoutField, 'x' | 'y'>;
export type SlotTag = Omit<LayoutSlot, 'x' | 'y'>;

/** Width in millimetres of a text on one line. */
export function widthMm(text: string, style: TextStyle): number {
  return (textWidth(text, style.size, faceOf(style)) * 25.4) / 72;
}

/** A run of text whose line box starts at (x, y). */
export function text(x: number, y: number, value: string, style: TextStyle): TextPiece {
  return { kind: 'text', x, y, text: value, ...style };
}

/** A run of text centred on x. */
export function centred(x: number, y: number, value: string, style: TextStyle): TextPiece {
  return text(x - widthMm(value, style) / 2, y, value, style);
}

/** Half a point: the thinnest that every copier keeps. */
export const HAIRLINE = 0.18;

/** A straight line. */
export function line(x: number, y: number, x2: number, y2: number, weight: number = HAIRLINE): LinePiece {
  return { kind: 'line', x, y, x2, y2, weight };
}

/** An outlined rectangle. */
export function frame(x: number, y: number, w: number, h: number, weight: number, tag?: Tag): RectPiece {
  return { kind: 'rect', x, y, w, h, weight, ...(tag === undefined ? {} : { tag }) };
}

/** An outlined rectangle that is an answer's place. */
export function fieldFrame(x: number, y: number, weight: number, field: FieldTag): RectPiece {
  return frame(x, y, field.w, field.h, weight, { kind: 'field', field });
}

/** An answer's place that is drawn by lines of its own. */
export function fieldPlace(x: number, y: number, field: FieldTag): PlacePiece {
  return { kind: 'place', x, y, tag: { kind: 'field', field } };
}

/** A solid square. */
export function mark(id: string, x: number, y: number, side: number): RectPiece {
  return { kind: 'rect', x, y, w: side, h: side, tag: { kind: 'mark', id } };
}

/** The place where a sheet's own text is stamped later. */
export function slot(x: number, y: number, spec: SlotTag): PlacePiece {
  return { kind: 'place', x, y, tag: { kind: 'slot', slot: spec } };
}

/** Moves pieces. */
export function shift(pieces: readonly Piece[], dx: number, dy: number): readonly Piece[] {
  if (dx === 0 && dy === 0) return pieces;
  return pieces.map((piece) => {
    const at = { x: piece.x + dx, y: piece.y + dy };
    return piece.kind === 'line' ? { ...piece, ...at, x2: piece.x2 + dx, y2: piece.y2 + dy } : { ...piece, ...at };
  });
}

/** How far right a piece reaches. */
export function rightOf(piece: Piece): number {
  switch (piece.kind) {
    case 'text':
      return piece.x + widthMm(piece.text, piece);
    case 'line':
      return Math.max(piece.x, piece.x2);
    case 'rect':
      return piece.x + piece.w;
    case 'place':
      return piece.x + (piece.tag.kind === 'field' ? piece.tag.field.w : 0);
  }
}
