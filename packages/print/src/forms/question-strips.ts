import type { Choice, Label, PaperQuestion } from '@gandan/domain/questionnaires';
import type { Board } from './board.ts';
import { comb, isComb } from './combs.ts';
import { AFTER_OPTION, LEAST_AIR, option, optionGrid } from './options.ts';
import { shift } from './pieces.ts';
import { besideLineY, ruledLines } from './ruled-lines.ts';
import { middleY, type Strip, type Title, titlePieces, titleRuns, titleStrip } from './strips.ts';
import { lineWidth } from './text-lines.ts';

const BESIDE = 4;

/** A question under its own title, or beside it where both fit. */
export function questionStrips(board: Board, question: PaperQuestion, title: Title): readonly Strip[] {
  const { item } = question;
  const full = { ...title, hint: hintOf(question) };
  if (item.type === 'text') return textStrips(board, question, full, item.lines);
  if (!isComb(item)) return choiceStrips(board, question, full, item.choices);
  const runs = titleRuns(board, full);
  const titleW = lineWidth(runs);
  const cells = comb(board, question, item);
  if (titleW + BESIDE + cells.w > board.profile.content.w) {
    return [titleStrip(board, full), { height: cells.h, pieces: shift(cells.pieces, BESIDE, 0) }];
  }
  const beside = shift(cells.pieces, titleW + BESIDE, 0);
  return [{ height: cells.h, pieces: [...titlePieces(runs, middleY(board, cells.h)), ...beside] }];
}

const SEVERAL: Label = { vi: 'có thể chọn nhiều ô', en: 'several may be marked' };

/** What is printed in italics behind a question: its own hint, or that several boxes may be marked. */
export function hintOf({ item }: PaperQuestion): Label | undefined {
  if (item.type !== 'select_multiple') return item.hint;
  if (item.hint === undefined) return SEVERAL;
  const { vi, en } = item.hint;
  return { vi: `${vi}; ${SEVERAL.vi}`, ...(en === undefined ? {} : { en: `${en}; ${SEVERAL.en}` }) };
}

function choiceStrips(
  board: Board,
  question: PaperQuestion,
  title: Title,
  choices: readonly Choice[],
): readonly Strip[] {
  const { content, box } = board.profile;
  const runs = titleRuns(board, title);
  const drawn = choices.map((choice) => option(board, question, choice));
  const widest = Math.max(...drawn.map((part) => part.w));
  const inline = choices.every((choice) => choice.specify !== true);
  // On the title's own line when all fit, in equal steps against the right edge.
  const step = inline ? inlineStep(board, widest, choices.length, content.w - lineWidth(runs) - BESIDE) : null;
  if (step === null) return [titleStrip(board, title), ...optionGrid(board, question, choices, 0, content.w)];
  const start = content.w - (choices.length - 1) * step - (widest - AFTER_OPTION);
  return [
    {
      height: box.rowPitch,
      pieces: [
        ...titlePieces(runs, middleY(board, box.rowPitch)),
        ...drawn.flatMap((part, index) => shift(part.pieces, start + index * step, 0)),
      ],
    },
  ];
}

/** Steps are multiples of a 22nd of the width where there is room, so that neighbouring questions' options stand in line. */
function inlineStep(board: Board, widest: number, count: number, room: number): number | null {
  const grid = board.profile.content.w / 22;
  const snapped = Math.ceil(widest / grid) * grid;
  if ((count - 1) * snapped + widest - AFTER_OPTION <= room) return snapped;
  const tight = widest - AFTER_OPTION + LEAST_AIR;
  return (count - 1) * tight + widest - AFTER_OPTION <= room ? tight : null;
}

function textStrips(board: Board, question: PaperQuestion, title: Title, lines: number): readonly Strip[] {
  const { w } = board.profile.content;
  const runs = titleRuns(board, title);
  const titleW = lineWidth(runs);
  const height = lines * board.profile.ruleLine.pitch;
  // The first line starts beside the question when a good half of it is left to write on.
  if (titleW + 2 > w * 0.55) {
    return [titleStrip(board, title), { height, pieces: ruledLines(board, question, lines, 0, w) }];
  }
  const beside = ruledLines(board, question, lines, titleW + 2, w);
  return [{ height, pieces: [...titlePieces(runs, besideLineY(board)), ...beside] }];
}
