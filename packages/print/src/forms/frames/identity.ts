import type { QuestionnaireModel } from '@gandan/domain/questionnaires';
import { type Board, englishOf } from '../board.ts';
import { frame, type Piece, slot, text, widthMm } from '../pieces.ts';
import { lineHeight } from '../profile.ts';
import { middleY } from '../strips.ts';
import { drawLines, linesHeight, type SetLine, setLines } from '../text-lines.ts';

const BORDER = 0.3;
const INNER = 3.2;

/** A label and the slot behind it. */
export interface Entry {
  readonly label: string;
  readonly id: string;
  readonly bold?: boolean;
}

/** One or two entries beside each other. */
export type EntryRow = readonly [Entry] | readonly [Entry, Entry];

/** A framed box of entries at y; names may take two lines of 10 points, so the rows leave room for them. */
export function entryBox(
  board: Board,
  y: number,
  rows: readonly EntryRow[],
  caption?: string,
): { readonly pieces: readonly Piece[]; readonly bottom: number } {
  const { content, head } = board.profile;
  const left = content.x + INNER;
  const right = left + head.split;
  const captionH = caption === undefined ? 0 : lineHeight(board.small.size) + 0.8;
  const height = rows.length * head.rowH + 1.5 + captionH;
  const top = y + 0.75 + captionH;
  const pieces = rows.flatMap(([first, second], index) => {
    const rowY = top + index * head.rowH;
    const end = content.x + content.w - 3;
    return [
      ...entry(board, left, rowY, second === undefined ? end - left : head.split - 2.8, first),
      ...(second === undefined ? [] : entry(board, right, rowY, end - right, second)),
    ];
  });
  const words = caption === undefined ? [] : [text(left, y + 0.9, caption, board.english)];
  return { pieces: [frame(content.x, y, content.w, height, BORDER), ...words, ...pieces], bottom: y + height };
}

function entry(board: Board, x: number, y: number, w: number, { label, id, bold }: Entry): readonly Piece[] {
  const { head, type } = board.profile;
  const labelW = widthMm(label, board.body) + 1.2;
  const place = { id, w: w - labelW, h: head.rowH };
  return [
    text(x, y + middleY(board, head.rowH), label, board.body),
    slot(x + labelW, y, bold === true ? { ...place, fontSize: type.name, bold } : { ...place, fontSize: type.body }),
  ];
}

/** What the strip of the later sides says: the sheet's number, whose it is, and where that belongs. */
export interface LaterSides {
  readonly number: Entry;
  readonly name: Entry;
  readonly place: string;
}

/** The strip of the later sides, beside the upper QR code. */
export function laterStrip(
  board: Board,
  model: QuestionnaireModel,
  { number, name, place }: LaterSides,
): readonly Piece[] {
  const { content, head, page, type } = board.profile;
  const { x } = content;
  const { top, w } = head.strip;
  const inner = x + INNER;
  // A slip is too narrow for its title and its number on one line.
  const narrow = page.w < 200;
  const step = narrow ? 5.3 : 6.4;
  const numberX = narrow ? inner : x + 103;
  const numberY = narrow ? top + 1 + step : top + 1.8;
  const nameY = narrow ? top + 1 + 2 * step : top + 8.2;
  const placeY = narrow ? top + 1 + 3 * step : top + 14.2;
  const h = narrow ? step : 7.7;
  const behind = (at: number, y: number, { label, id }: Entry, right: number): readonly Piece[] => {
    const from = at + widthMm(label, board.body) + 1.2;
    const dy = (h - lineHeight(type.body)) / 2;
    return [
      text(at, y, label, board.body),
      slot(from, y - dy, { id, w: right - from, h, fontSize: type.body, bold: true }),
    ];
  };
  const titleW = narrow ? w - 2 * INNER : 98;
  return [
    frame(x, top, w, narrow ? 4 * step + 1.6 : 20, BORDER),
    text(inner, narrow ? top + 0.8 : top + 1.8, laterTitle(board, model.title.vi, titleW), board.italics),
    ...behind(numberX, numberY, number, x + w - 2),
    ...behind(inner, nameY, name, x + w - 2),
    slot(inner, placeY, { id: place, w: w - 6, h: lineHeight(type.body), fontSize: type.body }),
  ];
}

/** As much of the title as fits. */
function laterTitle(board: Board, title: string, width: number): string {
  const lower = title.toLocaleLowerCase('vi');
  const words = lower.charAt(0).toLocaleUpperCase('vi') + lower.slice(1);
  const wordings = [`${words} (tiếp theo)`, words, 'Tiếp theo mặt trước'];
  return wordings.find((wording) => widthMm(wording, board.italics) <= width) ?? '';
}

/** How to mark the boxes, below the box; the English below the Vietnamese. */
export function instructionLines(board: Board, model: QuestionnaireModel): readonly SetLine[] {
  if (model.instructions === undefined) return [];
  const { content, type } = board.profile;
  const style = { size: type.instructions, italics: true };
  const english = englishOf(board, model.instructions);
  return [
    ...setLines([{ text: model.instructions.vi, style }], content.w),
    ...(english === undefined ? [] : setLines([{ text: english, style: board.english }], content.w)),
  ];
}

/** The instructions at y and where the questions start below them; a sheet without any keeps one line's room. */
export function instructions(
  board: Board,
  model: QuestionnaireModel,
  y: number,
): { readonly pieces: readonly Piece[]; readonly bottom: number; readonly tooLong: readonly 'instructions'[] } {
  const lines = instructionLines(board, model);
  const one = lineHeight(board.profile.type.instructions);
  return {
    pieces: drawLines(lines, board.profile.content.x, y),
    bottom: y + Math.max(one, linesHeight(lines)) + 1.65,
    tooLong: lines.length > (board.bilingual ? 6 : 3) ? ['instructions'] : [],
  };
}
