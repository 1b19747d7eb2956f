import type { QuestionnaireModel } from '@gandan/domain/questionnaires';
import { type Board, englishOf, type TextStyle } from '../board.ts';
import { centred, mark, type Piece, slot, text, widthMm } from '../pieces.ts';
import { lineHeight, type Profile } from '../profile.ts';
import { drawLines, justified, linesHeight, setLines, wrap } from '../text-lines.ts';

/** The solid squares that a scan is squared up by. */
export function registrationMarks({ page, cornerMark, edgeMark }: Profile): readonly Piece[] {
  const { side, inset } = cornerMark;
  const { side: edge, inset: edgeInset } = edgeMark;
  const far = { x: page.w - inset - side, y: page.h - inset - side };
  return [
    mark('tl', inset, inset, side),
    mark('tr', far.x, inset, side),
    mark('bl', inset, far.y, side),
    mark('br', far.x, far.y, side),
    mark('l1', edgeInset, page.h / 3 - edge / 2, edge),
    mark('r2', page.w - edgeInset - edge, (page.h * 2) / 3 - edge / 2, edge),
  ];
}

/** Edition, number (`numberId`) and page in the last line of a side. */
export function footer(board: Board, numberId: string, side: number, sides: number): readonly Piece[] {
  const { page, content, band, footerY: y, type } = board.profile;
  const style = { size: Math.min(type.small, 11) };
  const h = lineHeight(style.size);
  const right = `Trang ${side}/${sides}`;
  const rightX = content.x + content.w - 2 - widthMm(right, style);
  const wide = page.w > 200;
  const middle = wide ? { x: page.w / 2 - 25, w: 50 } : { x: 75, w: 41 };
  const edition = { id: 'edition', w: wide ? 50 : 33.5, h, fontSize: style.size };
  return [
    slot(band.x, y, wide ? edition : { ...edition, fontSize: 10 }),
    slot(middle.x, y, { id: numberId, w: middle.w, h, fontSize: style.size, bold: true, align: 'center' }),
    text(rightX, y, right, style),
  ];
}

/** The notice on personal data set into the band, growing upwards when it is long. */
export interface Notice {
  readonly top: number;
  readonly pieces: readonly Piece[];
  readonly tooLong: boolean;
}

const AIR = 0.6;
const ABOVE_FOOTER = 1.2;
const MOST_LINES = 8;

/** Notice on personal data (Law 91/2025/QH15), on the front of every named form, beside the lower QR code. */
export function notice(board: Board, model: QuestionnaireModel): Notice | null {
  if (model.notice === undefined) return null;
  const { band, footerY } = board.profile;
  const english = englishOf(board, model.notice);
  const parts: readonly (readonly [string, TextStyle])[] = [
    [model.notice.vi, board.small],
    ...(english === undefined ? [] : [[english, board.english] as const]),
  ];
  const step = lineHeight(board.small.size);
  const counts = parts.map(([words, style]) => wrap(words, band.w, style).length);
  const height = counts.reduce((sum, count) => sum + count, 0) * step;
  const top = Math.min(band.y + AIR, footerY - ABOVE_FOOTER - height);
  let y = top;
  const pieces = parts.flatMap(([words, style], index) => {
    const set = justified(words, band.w, style, band.x, y);
    y += (counts[index] ?? 0) * step;
    return set;
  });
  return { top, pieces, tooLong: counts.some((count) => count > MOST_LINES) };
}

/** How high the questions of a side end when the notice stands below them. */
export function bottomAbove(board: Board, below: Notice | null): number {
  const { content, band } = board.profile;
  const gap = band.y - content.bottom;
  return below === null ? content.bottom : Math.min(content.bottom, below.top - AIR - gap);
}

/** Thanks on the left of the band, one signature on its right. */
export function signatureBand(
  board: Board,
  thanks: readonly string[],
  signer: readonly [string, string],
): readonly Piece[] {
  const { band } = board.profile;
  const signerW = Math.max(widthMm(signer[0], board.bold), 58);
  const middle = band.x + band.w - Math.min(33, signerW / 2 + 4);
  const step = board.small.size * 0.5;
  return [
    ...thanksLines(board, thanks, middle - signerW / 2 - band.x - 3).map((words, index) =>
      text(band.x, band.y + 1 + index * step, words, board.english),
    ),
    centred(middle, band.y - 1, signer[0], board.bold),
    centred(middle, band.y - 1 + step * 0.96, signer[1], board.english),
  ];
}

/** The lines as they were written where they fit; else set anew. */
function thanksLines(board: Board, thanks: readonly string[], width: number): readonly string[] {
  if (thanks.every((words) => widthMm(words, board.english) <= width)) return thanks;
  return wrap(thanks.join(' '), width, board.english);
}

/** Several signatures beside each other in the band, the lower QR code on their left. */
export function signaturesInBand(board: Board, capacities: readonly string[], how: string): readonly Piece[] {
  const { band } = board.profile;
  const step = band.w / capacities.length;
  const bold = { bold: true, size: Math.min(board.body.size, 11) };
  const lines = capacities.map((capacity) => setLines([{ text: capacity, style: bold }], step - 3));
  const howLines = setLines([{ text: how, style: { size: 10, italics: true } }], step - 1);
  const h = Math.max(...lines.map(linesHeight));
  return lines.flatMap((set, index) => [
    ...drawLines(set, band.x + index * step, band.y - 1.5, step),
    ...drawLines(howLines, band.x + index * step, band.y - 1.5 + h, step),
  ]);
}
