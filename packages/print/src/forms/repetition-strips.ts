import type { Choice, PaperBlock, PaperQuestion } from '@gandan/domain/questionnaires';
import { AFTER_OPTION, ruledLines } from './answers.ts';
import { type Piece, shift, text, widthMm } from './pieces.ts';
import { gridStrips, questionStrips } from './question-strips.ts';
import { rowPart } from './row-strips.ts';
import { lineHeight, SHEET, TYPE } from './sheet-profile.ts';
import type { SkipMarks } from './skip-marks.ts';
import { BOLD, letterOf, type Strip, titleStrip, WIDTH } from './strips.ts';

const ORDINALS = ['thứ nhất', 'thứ hai', 'thứ ba', 'thứ tư', 'thứ năm', 'thứ sáu', 'thứ bảy', 'thứ tám', 'thứ chín'];

/** One of several equal blocks (petition 1, 2, 3), as close together as the pen allows. */
export function repetitionStrips(
  block: Extract<PaperBlock, { kind: 'repetition' }>,
  marks: SkipMarks,
): readonly Strip[] {
  const ordinal = ORDINALS[block.repetition - 1] ?? `thứ ${block.repetition}`;
  const title = `${block.number}. ${block.group.label.vi} ${ordinal}`;
  const [first, ...others] = block.questions;
  const strips: Strip[] = [];
  // The heading and a first text question share a line, to leave the household the paper.
  if (first?.item.type === 'text') {
    const { pitch } = SHEET.ruleLine;
    const y = pitch - 1.6 - lineHeight(TYPE.body) + 0.9;
    const label = `${letterOf(first)}. ${first.item.label.vi}`;
    const labelX = widthMm(title, BOLD) + 3;
    strips.push({
      height: first.item.lines * pitch,
      pieces: [
        text(0, y, title, BOLD),
        text(labelX, y, label),
        ...ruledLines(first, first.item.lines, labelX + widthMm(label) + 2, WIDTH),
      ],
    });
  } else {
    strips.push(titleStrip(title, undefined, BOLD));
  }
  const rest = first?.item.type === 'text' ? others : block.questions;
  return [...strips, ...lettered(rest, marks)];
}

/** The further questions of a repetition: labelled options; those that fit share a row. */
function lettered(questions: readonly PaperQuestion[], marks: SkipMarks): readonly Strip[] {
  const strips: { height: number; pieces: Piece[]; end: number }[] = [];
  for (const question of questions) {
    const label = `${letterOf(question)}. ${question.item.label.vi}`;
    const part = rowPart(
      { ...question, item: { ...question.item, label: { vi: label } } },
      '',
      marks,
      SHEET.box.rowPitch,
      WIDTH,
    );
    const last = strips.at(-1);
    if (last !== undefined && part.w <= WIDTH + 3 && last.end + part.w <= WIDTH + AFTER_OPTION) {
      last.pieces.push(...shift(part.pieces, WIDTH + AFTER_OPTION - part.w, 0));
      last.end = WIDTH;
    } else if (part.w <= WIDTH + 3) {
      strips.push({ height: SHEET.box.rowPitch, pieces: [...part.pieces], end: part.w });
    } else if (question.item.type === 'select_one' || question.item.type === 'select_multiple') {
      for (const strip of labelledGrid(question, label, question.item.choices, marks)) {
        strips.push({ height: strip.height, pieces: [...strip.pieces], end: WIDTH });
      }
    } else {
      for (const strip of questionStrips(question, label, false, marks)) {
        strips.push({ height: strip.height, pieces: [...strip.pieces], end: WIDTH });
      }
    }
  }
  return strips;
}

/** Options in a grid whose first cell is the label. */
function labelledGrid(
  question: PaperQuestion,
  label: string,
  choices: readonly Choice[],
  marks: SkipMarks,
): readonly Strip[] {
  const labelW = widthMm(label) + 2.4;
  const [first, ...others] = gridStrips(question, choices, marks, WIDTH - labelW, labelW);
  if (first === undefined) return [];
  const y = (SHEET.box.rowPitch - lineHeight(TYPE.body)) / 2;
  return [{ height: first.height, pieces: [text(0, y, label), ...first.pieces] }, ...others];
}
