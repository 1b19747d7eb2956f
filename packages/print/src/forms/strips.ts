import type { Label, PaperQuestion } from '@gandan/domain/questionnaires';
import { type Board, englishOf, type TextStyle } from './board.ts';
import type { Piece } from './pieces.ts';
import { lineHeight } from './profile.ts';
import { drawLines, linesHeight, lineWidth, type Run, setLines } from './text-lines.ts';

/** Pieces of a fixed height, relative to its top left corner. */
export interface Strip {
  readonly height: number;
  readonly pieces: readonly Piece[];
}

/** A drawn answer, the width that it takes, and its height. */
export interface Drawn {
  readonly pieces: readonly Piece[];
  readonly w: number;
  readonly h: number;
}

const TITLE_GAP = 0.6;
const HINT_GAP = 1.5;

/** The words of a question: its number and label, the English, and what is added in italics. */
export interface Title {
  readonly label: Label;
  /** `12.` or `c.`, printed before the label. */
  readonly number?: string;
  readonly hint?: Label | undefined;
  readonly bold?: boolean;
}

/** A title as runs for one line or several. */
export function titleRuns(board: Board, title: Title): readonly Run[] {
  const { label, number, hint } = title;
  const english = englishOf(board, label);
  return [
    {
      text: number === undefined ? label.vi : `${number} ${label.vi}`,
      style: title.bold === true ? board.bold : board.body,
    },
    ...(english === undefined ? [] : [{ text: `/ ${english}`, style: board.english }]),
    ...(hint === undefined ? [] : [hintRun(board, hint)]),
  ];
}

function hintRun(board: Board, hint: Label): Run {
  const english = englishOf(board, hint);
  const words = english === undefined ? hint.vi : `${hint.vi} / ${english}`;
  return { text: `(${words})`, style: board.italics, gap: HINT_GAP };
}

/** A question's words on lines of their own; what does not fit behind them (English, hint) stands below. */
export function titleStrip(board: Board, title: Title, width = board.profile.content.w): Strip {
  const runs = titleRuns(board, title);
  const lines = lineWidth(runs) <= width ? setLines(runs, width) : runs.flatMap((run) => setLines([bare(run)], width));
  return { height: linesHeight(lines) + TITLE_GAP, pieces: drawLines(lines, 0, 0) };
}

/** The same on one line at y, for questions whose answers stand beside it. */
export function titlePieces(runs: readonly Run[], y: number): readonly Piece[] {
  return drawLines(setLines(runs, Number.POSITIVE_INFINITY), 0, y);
}

/** English on a line of its own needs no stroke before it. */
export function bare(run: Run): Run {
  return { ...run, text: run.text.replace(/^\/ /, '') };
}

/** Words over the whole width, the English below in its own style. */
export function paragraph(board: Board, label: Label, style: TextStyle): Strip {
  const english = englishOf(board, label);
  const { w } = board.profile.content;
  const lines = [
    ...label.vi.split('\n').flatMap((words) => setLines([{ text: words, style }], w)),
    ...(english === undefined ? [] : setLines([{ text: english, style: board.english }], w)),
  ];
  return { height: linesHeight(lines), pieces: drawLines(lines, 0, 0) };
}

/** Where a line of body text starts so that it stands in the middle of a strip. */
export function middleY(board: Board, height: number): number {
  return (height - lineHeight(board.body.size)) / 2;
}

/** `c` of `14c`. */
export function letterOf(question: PaperQuestion): string {
  return question.number.replace(/^\d+/, '');
}
