import { paperBlocks, paperQuestions, type QuestionnaireModel } from '@gandan/domain/questionnaires';
import { oneLine, wording } from '../wording/index.ts';
import { type DrawnBlock, drawBlocks } from './blocks.ts';
import { type Board, boardFor } from './board.ts';
import type { FormOptions } from './form-options.ts';
import { registrationMarks } from './frames/foot.ts';
import { type Frame, frameOf } from './frames/index.ts';
import { paginate, placeSide, type Side } from './paginate.ts';
import { centred, type Piece } from './pieces.ts';
import { skipMarks } from './skip-marks.ts';

/** A questionnaire drawn, before it is made a PDF: its blocks, and what stands on each side. */
export interface DrawnForm {
  readonly board: Board;
  readonly frame: Frame;
  readonly blocks: readonly DrawnBlock[];
  /** Sides with questions; a sheet of three has a fourth that says it is empty. */
  readonly sidesUsed: number;
  readonly sides: readonly (readonly Piece[])[];
}

/** A leaf has two sides, and more than two leaves are no longer one sheet. */
export const MOST_SIDES = 4;

/** Draws a questionnaire. Everything is placed here; nothing is moved later. */
export function drawForm(model: QuestionnaireModel, options: FormOptions): DrawnForm {
  const { marks } = skipMarks(paperQuestions(model));
  const board = boardFor(options.paper, options.bilingual, marks);
  const frame = frameOf(board, model);
  const blocks = drawBlocks(board, paperBlocks(model));
  const used = withClosing(board, frame, blocks);
  const sides = used.map((side, index) => placeSide(side, board.profile.content.x, frame.room(index + 1).top));
  // A printer takes whole leaves: one side, or both sides of one or two.
  const count = used.length > 2 && used.length % 2 === 1 ? used.length + 1 : used.length;
  const pages = Array.from({ length: count }, (_, index): readonly Piece[] => [
    ...registrationMarks(board.profile),
    ...(index === 0 ? frame.front : frame.later),
    ...(sides[index] ?? blankSide(board)),
    ...frame.foot(index + 1, count, used.length),
  ]);
  return { board, frame, blocks, sidesUsed: used.length, sides: pages };
}

/** What follows the last question depends on how many sides there are, and may itself need another. */
function withClosing(board: Board, frame: Frame, blocks: readonly DrawnBlock[]): readonly Side[] {
  const bare = paginate(blocks, board.profile, frame.room);
  const closing = frame.closing(bare.length);
  return closing === null ? bare : paginate([...blocks, closing], board.profile, frame.room);
}

function blankSide(board: Board): readonly Piece[] {
  const { x, w } = board.profile.content;
  const words = oneLine(wording('sheet.vi', {}).blankSide);
  return [centred(x + w / 2, board.profile.page.h / 2, words, board.italics)];
}
