import type { CanvasElement, Content } from 'pdfmake/interfaces.js';
import { mm } from '../pdf/index.ts';
import type { Piece } from './pieces.ts';

/** Pieces at their places of a page, as pdfmake takes them: all vectors on one canvas, each text on one line. */
export function onPage(pieces: readonly Piece[]): readonly Content[] {
  const texts = pieces.flatMap((piece): Content[] => (piece.kind === 'text' ? [textNode(piece)] : []));
  const canvas = pieces.flatMap((piece): CanvasElement[] => {
    if (piece.kind === 'line') {
      const ends = { x1: mm(piece.x), y1: mm(piece.y), x2: mm(piece.x2), y2: mm(piece.y2) };
      return [{ type: 'line', ...ends, lineWidth: mm(piece.weight) }];
    }
    if (piece.kind !== 'rect') return [];
    const place = { type: 'rect' as const, x: mm(piece.x), y: mm(piece.y), w: mm(piece.w), h: mm(piece.h) };
    return [
      piece.weight === undefined
        ? { ...place, color: 'black' }
        : { ...place, lineWidth: mm(piece.weight), lineColor: 'black' },
    ];
  });
  return canvas.length === 0 ? texts : [{ canvas, absolutePosition: { x: 0, y: 0 } }, ...texts];
}

function textNode(piece: Extract<Piece, { kind: 'text' }>): Content {
  return {
    text: piece.text,
    fontSize: piece.size,
    noWrap: true,
    ...(piece.bold === true ? { bold: true } : {}),
    ...(piece.italics === true ? { italics: true } : {}),
    absolutePosition: { x: mm(piece.x), y: mm(piece.y) },
  };
}
