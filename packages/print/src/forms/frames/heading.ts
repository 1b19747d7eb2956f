import type { QuestionnaireModel } from '@gandan/domain/questionnaires';
import { type Board, englishOf, type TextStyle } from '../board.ts';
import { centred, line, type Piece, slot, widthMm } from '../pieces.ts';
import { lineHeight } from '../profile.ts';
import { drawLines, linesHeight, setLines, wrap } from '../text-lines.ts';
import type { FrameText } from './frame.ts';

const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
const RULE = 0.25;

/** A slot of the letterhead; the bold one is whose paper it is. */
export interface OfficeLine {
  readonly id: string;
  readonly bold?: boolean;
}

/** Pieces of the head, where they end, and what did not fit. */
export interface Headed {
  readonly pieces: readonly Piece[];
  readonly bottom: number;
  readonly tooLong: readonly FrameText[];
}

/** Offices on the left (stamped), nation and motto on the right where the paper is wide enough, the title below. */
export function heading(board: Board, model: QuestionnaireModel, offices: readonly OfficeLine[]): Headed {
  const { head, type } = board.profile;
  const step = 4.5;
  const middle = head.left.x + head.left.w / 2;
  const style = { w: head.left.w, h: lineHeight(type.header), align: 'center', fontSize: type.header } as const;
  const ruleY = head.top + offices.length * step + 0.8;
  const title = titleLines(board, model, ruleY + (head.right === undefined ? 1.6 : 4.4));
  return {
    pieces: [
      ...offices.map(({ id, bold }, index) =>
        slot(head.left.x, head.top + index * step, { id, ...style, ...(bold === true ? { bold } : {}) }),
      ),
      line(middle - 11, ruleY, middle + 11, ruleY, RULE),
      ...(head.right === undefined ? [] : nation(board, head.right.x + head.right.w / 2)),
      ...title.pieces,
    ],
    bottom: title.bottom,
    tooLong: title.tooLong,
  };
}

function nation(board: Board, middle: number): readonly Piece[] {
  const { head, type } = board.profile;
  const motto = { bold: true, size: type.header };
  const half = widthMm(MOTTO, motto) / 2;
  return [
    centred(middle, head.top, NATION, motto),
    centred(middle, head.top + 4.5, MOTTO, motto),
    line(middle - half, head.top + 9.7, middle + half, head.top + 9.7, RULE),
  ];
}

/** The title in one to three lines, evenly filled; the English and the subtitle below it. */
function titleLines(board: Board, model: QuestionnaireModel, top: number): Headed {
  const { head, type } = board.profile;
  const style = { bold: true, size: type.title };
  const step = lineHeight(type.title) * 1.02;
  const lines = evenly(model.title.vi, head.title.w, style);
  // A title of one line stands in the middle of the room for two.
  let y = lines.length === 1 ? top + 3.2 : top;
  const pieces: Piece[] = [];
  for (const words of lines) {
    pieces.push(centred(head.title.middle, y, words, style));
    y += step;
  }
  let bottom = Math.max(y, top + 2 * step);
  const below = [
    { key: 'title', words: englishOf(board, model.title), style: board.english },
    { key: 'subtitle', words: subtitle(board, model), style: { size: type.instructions, italics: true } },
  ] as const;
  const tooLong: FrameText[] = lines.length > 3 ? ['title'] : [];
  for (const { key, words, style: small } of below) {
    if (words === undefined) continue;
    const set = setLines([{ text: words, style: small }], head.title.w);
    pieces.push(...drawLines(set, head.title.middle - head.title.w / 2, bottom, head.title.w));
    bottom += linesHeight(set);
    if (set.length > 2) tooLong.push(key);
  }
  return { pieces, bottom, tooLong };
}

function subtitle(board: Board, model: QuestionnaireModel): string | undefined {
  const english = englishOf(board, model.subtitle);
  return english === undefined ? model.subtitle?.vi : `${model.subtitle?.vi} / ${english}`;
}

// A title breaks best before such a word, never behind it.
const JOINING = /^(và|của|về|cho)$/i;

function evenly(words: string, width: number, style: TextStyle): readonly string[] {
  const widthOf = (parts: readonly string[]) => widthMm(parts.join(' '), style);
  const parts = words.split(/\s+/);
  if (widthOf(parts) < width) return [parts.join(' ')];
  const cost = (at: number) =>
    Math.max(widthOf(parts.slice(0, at)), widthOf(parts.slice(at))) -
    (JOINING.test(parts[at] ?? '') ? 25 : 0) +
    (JOINING.test(parts[at - 1] ?? '') ? 60 : 0);
  const costs = parts.slice(1).map((_, index) => ({ at: index + 1, cost: cost(index + 1) }));
  const best = costs.sort((a, b) => a.cost - b.cost)[0]?.at ?? 0;
  const halves = [parts.slice(0, best), parts.slice(best)];
  if (best > 0 && halves.every((half) => widthOf(half) <= width)) return halves.map((half) => half.join(' '));
  return wrap(words, width, style);
}
