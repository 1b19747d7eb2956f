import type { Label, PaperBlock, PaperQuestion } from '@gandan/domain/questionnaires';
import { type Board, englishOf } from './board.ts';
import { AFTER_OPTION, optionGrid } from './options.ts';
import { type Piece, shift } from './pieces.ts';
import { questionStrips } from './question-strips.ts';
import { labelRuns, rowPart } from './row-strips.ts';
import { besideLineY, ruledLines } from './ruled-lines.ts';
import { letterOf, middleY, type Strip, titlePieces, titleRuns, titleStrip } from './strips.ts';
import { drawLines, lineWidth, setLines } from './text-lines.ts';

const ORDINALS = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];

/** One of several equal blocks (petition 1, 2, 3), as close together as the pen allows. */
export function repetitionStrips(board: Board, block: Extract<PaperBlock, { kind: 'repetition' }>): readonly Strip[] {
  const title = { label: numbered(board, block.group.label, block.repetition), number: `${block.number}.`, bold: true };
  const [first, ...others] = block.questions;
  const together = first === undefined ? null : firstText(board, first, lineWidth(titleRuns(board, title)) + 3);
  if (together === null) return [titleStrip(board, title), ...lettered(board, block.questions)];
  // The heading and a first text question share a line, to leave the household the paper.
  const heading = titlePieces(titleRuns(board, title), besideLineY(board));
  return [{ height: together.height, pieces: [...heading, ...together.pieces] }, ...lettered(board, others)];
}

function numbered(board: Board, label: Label, repetition: number): Label {
  const ordinal = ORDINALS[repetition - 1] ?? String(repetition);
  const english = englishOf(board, label);
  const vi = `${label.vi} thứ ${ordinal}`;
  return english === undefined ? { vi } : { vi, en: `${english} ${repetition}` };
}

function firstText(board: Board, question: PaperQuestion, x: number): Strip | null {
  const { item } = question;
  if (item.type !== 'text' || item.hint !== undefined) return null;
  const { w } = board.profile.content;
  const { pitch, least } = board.profile.ruleLine;
  const runs = labelRuns(board, lettering(question));
  const start = x + lineWidth(runs) + 2;
  if (start + least > w) return null;
  const label = drawLines(setLines(runs, Infinity), x, besideLineY(board));
  return { height: item.lines * pitch, pieces: [...label, ...ruledLines(board, question, item.lines, start, w)] };
}

/** `c. Nội dung` */
function lettering(question: PaperQuestion): Label {
  const { vi, en } = question.item.label;
  return { vi: `${letterOf(question)}. ${vi}`, ...(en === undefined ? {} : { en }) };
}

/** The further questions of a repetition: labelled options; those that fit share a row. */
function lettered(board: Board, questions: readonly PaperQuestion[]): readonly Strip[] {
  const { w } = board.profile.content;
  const { rowPitch } = board.profile.box;
  const strips: { height: number; pieces: Piece[]; end: number }[] = [];
  const add = (added: readonly Strip[]) => {
    for (const { height, pieces } of added) strips.push({ height, pieces: [...pieces], end: w });
  };
  for (const question of questions) {
    const label = lettering(question);
    const choices = 'choices' in question.item ? question.item.choices : null;
    const plain = choices?.every((choice) => choice.specify !== true) ?? false;
    const part = plain ? rowPart(board, question, label, rowPitch, w) : null;
    const last = strips.at(-1);
    if (part !== null && last !== undefined && last.end + part.w <= w + AFTER_OPTION) {
      last.pieces.push(...shift(part.pieces, w + AFTER_OPTION - part.w, 0));
      last.end = w;
    } else if (part !== null) {
      strips.push({ height: rowPitch, pieces: [...part.pieces], end: part.w });
    } else if (choices !== null && lineWidth(labelRuns(board, label)) < w / 3) {
      add(labelledGrid(board, question, label));
    } else {
      add(questionStrips(board, question, { label: question.item.label, number: `${letterOf(question)}.` }));
    }
  }
  return strips;
}

/** Options in a grid whose first cell is the label. */
function labelledGrid(board: Board, question: PaperQuestion, label: Label): readonly Strip[] {
  const runs = labelRuns(board, label);
  const labelW = lineWidth(runs) + AFTER_OPTION;
  const choices = 'choices' in question.item ? question.item.choices : [];
  const grid = optionGrid(board, question, choices, labelW, board.profile.content.w - labelW);
  const [first, ...others] = grid;
  if (first === undefined) return [];
  const y = middleY(board, board.profile.box.rowPitch);
  return [{ height: first.height, pieces: [...drawLines(setLines(runs, Infinity), 0, y), ...first.pieces] }, ...others];
}
