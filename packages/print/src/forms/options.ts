import { type Choice, otherLine, type PaperQuestion } from '@gandan/domain/questionnaires';
import { type Board, englishOf } from './board.ts';
import { fieldFrame, fieldPlace, line, type Piece, type RectPiece, shift, text, widthMm } from './pieces.ts';
import { ascent, lineHeight } from './profile.ts';
import { skipText } from './skip-text.ts';
import type { Drawn, Strip } from './strips.ts';
import { drawLines, linesHeight, type Run, setLines } from './text-lines.ts';

const CODE_TO_BOX = 0.9;
const SKIP_GAP = 1.4;
/** Air behind an option, part of its width. */
export const AFTER_OPTION = 2.4;
/** Least air between the words of one option and the code of the next. */
export const LEAST_AIR = 1.4;
const TO_LINE = 1.5;

interface OptionStyle {
  /** Width that its words may take; they are wrapped. */
  readonly width?: number;
  /** Short skip marks, for narrow places. */
  readonly short?: boolean;
}

/** Code, empty box, label, skip mark; the box stands in the middle of the first line's row. */
export function option(board: Board, question: PaperQuestion, choice: Choice, style: OptionStyle = {}): Drawn {
  const { side, rowPitch } = board.profile.box;
  const top = (rowPitch - side) / 2;
  const boxX = codeWidth(board, question) + CODE_TO_BOX;
  const labelX = boxX + side + board.profile.box.labelGap;
  const lines = setLines(optionRuns(board, question, choice, style.short), (style.width ?? Infinity) - labelX);
  const firstY = top + (side - lineHeight(board.body.size)) / 2;
  const codeY = firstY + ascent(board.body.size) - ascent(board.small.size);
  const more = linesHeight(lines) - linesHeight(lines.slice(0, 1));
  return {
    w: labelX + Math.max(0, ...lines.map((set) => set.w)) + AFTER_OPTION,
    h: rowPitch + more,
    pieces: [
      text(boxX - CODE_TO_BOX - widthMm(choice.name, board.small), codeY, choice.name, board.small),
      choiceBox(board, question, choice, boxX, top),
      ...drawLines(lines, labelX, firstY),
    ],
  };
}

function optionRuns(board: Board, question: PaperQuestion, choice: Choice, short = false): readonly Run[] {
  const english = englishOf(board, choice.label);
  const skip = skipText(board.marks, question, choice, short);
  return [
    { text: choice.label.vi, style: board.body },
    ...(english === undefined ? [] : [{ text: `/ ${english}`, style: board.english }]),
    ...(skip === undefined ? [] : [{ text: skip, style: board.small, gap: SKIP_GAP }]),
  ];
}

/** Codes of two digits need more room before all boxes of the question, so that those stand in line. */
function codeWidth(board: Board, question: PaperQuestion): number {
  const codes = 'choices' in question.item ? question.item.choices.map((choice) => choice.name) : [];
  const widest = Math.max(0, ...codes.filter((code) => code.length > 1).map((code) => widthMm(code, board.small)));
  return Math.max(board.profile.box.codeW, widest);
}

/** The box itself; nothing is printed inside it. */
export function choiceBox(board: Board, question: PaperQuestion, choice: Choice, x: number, y: number): RectPiece {
  const { side, line: weight } = board.profile.box;
  return fieldFrame(x, y, weight, {
    id: `${question.name}.${choice.name}`,
    question: question.name,
    kind: 'choice',
    choice: choice.name,
    ...(question.item.type === 'select_multiple' ? { multiple: true } : {}),
    w: side,
    h: side,
  });
}

/** A row with a line to write on has more air above it than one of boxes only. */
export const SPECIFY_LEAD = 1.2;

/** An option with the ruled line for "other: specify" behind it, up to `right`. */
export function specifyOption(board: Board, question: PaperQuestion, choice: Choice, right: number): Drawn {
  const { rowPitch, side } = board.profile.box;
  const { least, weight } = board.profile.ruleLine;
  const plain = option(board, question, choice, { width: right - least - TO_LINE });
  const start = plain.w - AFTER_OPTION + TO_LINE;
  const ruleY = plain.h - (rowPitch - side) / 2 - 0.1;
  const other = otherLine(question);
  const fieldY = ruleY - rowPitch + 0.9;
  return {
    w: right + AFTER_OPTION,
    h: plain.h,
    pieces: [
      ...plain.pieces,
      line(start, ruleY, right, ruleY, weight),
      ...(other === undefined
        ? []
        : [
            fieldPlace(start, fieldY, {
              id: other.name,
              question: other.name,
              kind: 'text',
              w: right - start,
              h: ruleY - fieldY,
            }),
          ]),
    ],
  };
}

/** Width of an option with a line that is still long enough to write on. */
export function specifyWidth(board: Board, question: PaperQuestion, choice: Choice): number {
  return option(board, question, choice).w - AFTER_OPTION + TO_LINE + board.profile.ruleLine.least;
}

/**
 * Options in equal columns, filled row by row; as few rows as the widest label allows, and those evenly filled. Labels
 * longer than the whole width are wrapped. An option with a line gets what is left of its row, or a row of its own.
 */
export function optionGrid(
  board: Board,
  question: PaperQuestion,
  choices: readonly Choice[],
  x: number,
  width: number,
  most = 5,
): readonly Strip[] {
  const widest = Math.max(...choices.map((choice) => option(board, question, choice).w));
  const fitting = Math.floor((width + LEAST_AIR) / (widest - AFTER_OPTION + LEAST_AIR));
  const perRow = Math.max(1, Math.min(choices.length, most, fitting));
  const rows = Math.ceil(choices.length / perRow);
  // Four columns are the form's own grid; rows are evened out only where that leaves no hole in it.
  const columns = perRow >= 4 ? perRow : Math.ceil(choices.length / rows);
  const step = width / columns;
  const strips: { height: number; lead: number; pieces: Piece[] }[] = [];
  let column = columns;
  const place = (drawn: Drawn, next: number) => {
    const strip = strips.at(-1);
    if (strip === undefined) return;
    strip.height = Math.max(strip.height, drawn.h);
    strip.pieces.push(...shift(drawn.pieces, x + column * step, 0));
    column = next;
  };
  const newRow = () => {
    strips.push({ height: 0, lead: 0, pieces: [] });
    column = 0;
  };
  for (const choice of choices) {
    if (column >= columns) newRow();
    if (choice.specify === true) {
      if (column > 0 && specifyWidth(board, question, choice) > width - column * step) newRow();
      place(specifyOption(board, question, choice, width - column * step), columns);
      const strip = strips.at(-1);
      if (strip !== undefined) strip.lead = SPECIFY_LEAD;
    } else {
      place(option(board, question, choice, { width: columns === 1 ? width : Infinity }), column + 1);
    }
  }
  return strips.map(({ height, lead, pieces }) => ({ height: height + lead, pieces: shift(pieces, 0, lead) }));
}
