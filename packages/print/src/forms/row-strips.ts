import type { Label, PaperQuestion } from '@gandan/domain/questionnaires';
import { type Board, englishOf } from './board.ts';
import { comb, isComb } from './combs.ts';
import { AFTER_OPTION, option, specifyOption, specifyWidth } from './options.ts';
import { type Piece, shift } from './pieces.ts';
import { questionStrips } from './question-strips.ts';
import { ruledLines } from './ruled-lines.ts';
import { type Drawn, middleY, type Strip, titlePieces, titleRuns, titleStrip } from './strips.ts';
import { drawLines, lineWidth, type Run, setLines } from './text-lines.ts';

const INDENT = 4;
const AFTER_TITLE = 3;
const LABEL_AIR = 2;

/** Short questions beside each other: options, combs and short lines, wrapped to further rows where they must. */
export function rowStrips(
  board: Board,
  questions: readonly PaperQuestion[],
  number: string,
  group: Label,
): readonly Strip[] {
  const title = { label: group, number, bold: true };
  const named = questions.every(({ item }) => item.label.vi !== group.vi);
  if (named && questions.every(({ item }) => item.type === 'integer'))
    return combGrid(board, questions, titleStrip(board, title));
  const { w } = board.profile.content;
  const pitch = rowPitch(board, questions);
  const runs = titleRuns(board, title);
  const rows: { height: number; pieces: Piece[] }[] = [];
  let x = lineWidth(runs) + AFTER_TITLE;
  if (x > w * 0.7) {
    const { height, pieces } = titleStrip(board, title);
    rows.push({ height, pieces: [...pieces] });
    x = Infinity;
  } else {
    rows.push({ height: pitch, pieces: [...titlePieces(runs, middleY(board, pitch))] });
  }
  for (const question of questions) {
    const label = question.item.label.vi === group.vi ? undefined : question.item.label;
    let part = x === Infinity ? null : rowPart(board, question, label, pitch, w - x);
    if (part === null) {
      x = INDENT;
      part = rowPart(board, question, label, pitch, w - x);
      if (part !== null) rows.push({ height: pitch, pieces: [] });
    }
    if (part === null) {
      // Too much for one row, so it gets rows of its own; the next question starts below.
      rows.push(...questionStrips(board, question, { label: question.item.label }).map(copied));
      x = Infinity;
    } else {
      rows.at(-1)?.pieces.push(...shift(part.pieces, x, 0));
      x += part.w;
    }
  }
  return rows;
}

function copied({ height, pieces }: Strip): { height: number; pieces: Piece[] } {
  return { height, pieces: [...pieces] };
}

function rowPitch(board: Board, questions: readonly PaperQuestion[]): number {
  const { cell, ruleLine } = board.profile;
  return Math.max(...questions.map(({ item }) => (isComb(item) ? cell.rowPitch : ruleLine.pitch)));
}

/** A label as runs on one line. */
export function labelRuns(board: Board, label: Label | undefined): readonly Run[] {
  if (label === undefined) return [];
  const english = englishOf(board, label);
  const runs: readonly Run[] = [{ text: label.vi, style: board.body }];
  return english === undefined ? runs : [...runs, { text: `/ ${english}`, style: board.english }];
}

/** One question of a row: its label, then its answer, on one line; a text gets the room left. Null when it does not fit. */
export function rowPart(
  board: Board,
  question: PaperQuestion,
  label: Label | undefined,
  pitch: number,
  room: number,
): Drawn | null {
  const { item } = question;
  const { box, cell, ruleLine } = board.profile;
  const runs = labelRuns(board, label);
  if (isComb(item)) {
    const drawn = comb(board, question, item, runs);
    const pieces = shift(drawn.pieces, 0, (pitch - cell.rowPitch) / 2);
    return drawn.w <= room + 3 ? { ...drawn, h: pitch, pieces } : null;
  }
  let x = label === undefined ? 0 : lineWidth(runs) + LABEL_AIR;
  const pieces: Piece[] = [...drawLines(setLines(runs, Infinity), 0, middleY(board, pitch))];
  if (item.type === 'text') {
    if (item.lines > 1 && room < board.profile.content.w * 0.6) return null;
    if (x + ruleLine.least > room) return null;
    const lines = ruledLines(board, question, 1, x, room);
    return { w: room, h: pitch, pieces: [...pieces, ...shift(lines, 0, pitch - ruleLine.pitch)] };
  }
  const dy = (pitch - box.rowPitch) / 2;
  for (const [index, choice] of item.choices.entries()) {
    if (choice.specify === true) {
      if (index < item.choices.length - 1 || x + specifyWidth(board, question, choice) > room) return null;
      pieces.push(...shift(specifyOption(board, question, choice, room - x).pieces, x, dy));
      return { w: room + AFTER_OPTION, h: pitch, pieces };
    }
    const part = option(board, question, choice, { short: true });
    pieces.push(...shift(part.pieces, x, dy));
    x += part.w;
  }
  return x <= room + AFTER_OPTION ? { w: x, h: pitch, pieces } : null;
}

/** Numbers alone stand in columns. */
function combGrid(board: Board, questions: readonly PaperQuestion[], title: Strip): readonly Strip[] {
  const { w } = board.profile.content;
  const parts = questions.flatMap(({ item }, index) => {
    const question = questions[index];
    if (question === undefined || !isComb(item)) return [];
    return [{ cells: comb(board, question, item), label: labelRuns(board, item.label) }];
  });
  const fullW = parts.map(({ cells, label }) => lineWidth(label) + LABEL_AIR + cells.w);
  const perRow = Math.max(1, Math.min(parts.length, Math.floor(w / Math.max(...fullW))));
  // A label longer than the width beside its cells stands above them.
  if (Math.max(...fullW) > w) return [title, ...questions.flatMap((question) => stacked(board, question))];
  const rows = Math.ceil(parts.length / perRow);
  const columns = Math.ceil(parts.length / rows);
  const step = w / columns;
  const textY = middleY(board, board.profile.cell.rowPitch);
  const grid = Array.from({ length: rows }, (_, row) => {
    const pieces = parts.slice(row * columns, (row + 1) * columns).flatMap(({ cells, label }, column) => {
      // All cells of a column start at the same place: a ragged left edge of labels, a straight one of cells.
      const labelW = Math.max(...parts.filter((_, at) => at % columns === column).map((part) => lineWidth(part.label)));
      return [
        ...drawLines(setLines(label, Infinity), column * step, textY),
        ...shift(cells.pieces, column * step + labelW + LABEL_AIR + 0.5, 0),
      ];
    });
    return { height: board.profile.cell.rowPitch, pieces };
  });
  return [title, ...grid];
}

function stacked(board: Board, question: PaperQuestion): readonly Strip[] {
  return questionStrips(board, question, { label: question.item.label });
}
