import type { Choice, PaperQuestion } from '@gandan/domain/questionnaires';
import { AFTER_OPTION, comb, option, optionWidth, ruledLines, skipText } from './answers.ts';
import { shift, text, widthMm } from './pieces.ts';
import { lineHeight, SHEET, TYPE } from './sheet-profile.ts';
import type { SkipMarks } from './skip-marks.ts';
import { BOLD, type Strip, titlePieces, titleStrip, WIDTH } from './strips.ts';

/** A question under its own title. */
export function questionStrips(
  question: PaperQuestion,
  title: string,
  bold: boolean,
  marks: SkipMarks,
): readonly Strip[] {
  const style = bold ? BOLD : {};
  const { item } = question;
  switch (item.type) {
    case 'text':
      return textStrips(question, title, item.lines, style);
    case 'integer':
    case 'decimal':
    case 'date': {
      const titleW = widthMm(title, style);
      const cells = comb(question, item, '');
      if (titleW + 4 + cells.w > WIDTH) {
        return [
          titleStrip(title, item.hint?.vi, style),
          { height: SHEET.cell.rowPitch, pieces: shift(cells.pieces, 4, 0) },
        ];
      }
      return [
        {
          height: SHEET.cell.rowPitch,
          pieces: [
            text(0, (SHEET.cell.rowPitch - lineHeight(TYPE.body)) / 2, title, style),
            ...shift(cells.pieces, titleW + 4, 0),
          ],
        },
      ];
    }
    default:
      return choiceStrips(question, title, choiceHint(question), item.choices, style, marks);
  }
}

/** What is printed in italics behind a question: its own hint, or that several boxes may be marked. */
function choiceHint(question: PaperQuestion): string | undefined {
  const own = question.item.hint?.vi;
  if (question.item.type !== 'select_multiple') return own;
  return own === undefined ? 'có thể chọn nhiều ô' : `${own}; có thể chọn nhiều ô`;
}

function choiceStrips(
  question: PaperQuestion,
  title: string,
  hint: string | undefined,
  choices: readonly Choice[],
  style: { readonly bold?: boolean },
  marks: SkipMarks,
): readonly Strip[] {
  const titleW = widthMm(title, style) + (hint === undefined ? 0 : 1.5 + widthMm(`(${hint})`, { italics: true }));
  const skip = (choice: Choice) => skipText(marks, question, choice);
  const widest = Math.max(...choices.map((choice) => optionWidth(choice, skip(choice))));
  // On the title's own line when all fit, in equal steps against the right edge.
  const step = inlineStep(widest, choices.length, WIDTH - titleW - 4);
  if (step !== null) {
    const start = WIDTH - (choices.length - 1) * step - (widest - AFTER_OPTION);
    return [
      {
        height: SHEET.box.rowPitch,
        pieces: [
          ...titlePieces(title, hint, style, (SHEET.box.rowPitch - lineHeight(TYPE.body)) / 2),
          ...choices.flatMap((choice, index) =>
            shift(option(question, choice, skip(choice)).pieces, start + index * step, 0),
          ),
        ],
      },
    ];
  }
  return [titleStrip(title, hint, style), ...gridStrips(question, choices, marks, WIDTH, 0)];
}

/** Steps are multiples of this where there is room, so that the options of neighbouring questions stand in line. */
const STEP = SHEET.content.w / 22;

function inlineStep(widest: number, count: number, room: number): number | null {
  const snapped = Math.ceil(widest / STEP) * STEP;
  if ((count - 1) * snapped + widest - AFTER_OPTION <= room) return snapped;
  const tight = widest - AFTER_OPTION + LEAST_AIR;
  return (count - 1) * tight + widest - AFTER_OPTION <= room ? tight : null;
}

/** Least air between the words of one option and the code of the next. */
const LEAST_AIR = 1.4;

/** Options in equal columns, filled row by row; as few rows as the widest label allows, and those evenly filled. */
export function gridStrips(
  question: PaperQuestion,
  choices: readonly Choice[],
  marks: SkipMarks,
  width: number,
  x: number,
): readonly Strip[] {
  const drawn = choices.map((choice) => option(question, choice, skipText(marks, question, choice)));
  const widest = Math.max(...drawn.map((part) => part.w));
  const perRow = Math.max(
    1,
    Math.min(choices.length, 5, Math.floor((width + LEAST_AIR) / (widest - AFTER_OPTION + LEAST_AIR))),
  );
  const rows = Math.ceil(choices.length / perRow);
  // Four columns are the form's own grid; rows are evened out only where that leaves no hole in it.
  const columns = perRow >= 4 ? perRow : Math.ceil(choices.length / rows);
  const step = width / columns;
  return Array.from({ length: Math.ceil(choices.length / columns) }, (_, row) => ({
    height: SHEET.box.rowPitch,
    pieces: drawn
      .slice(row * columns, (row + 1) * columns)
      .flatMap((part, index) => shift(part.pieces, x + index * step, 0)),
  }));
}

function textStrips(
  question: PaperQuestion,
  title: string,
  lines: number,
  style: { readonly bold?: boolean },
): readonly Strip[] {
  const { pitch } = SHEET.ruleLine;
  const titleW = widthMm(title, style);
  // The first line starts beside the question when a good half of it is left to write on.
  if (titleW + 2 > WIDTH * 0.55) {
    return [
      titleStrip(title, question.item.hint?.vi, style),
      { height: lines * pitch, pieces: ruledLines(question, lines, 0, WIDTH) },
    ];
  }
  const baseline = pitch - 1.6 - lineHeight(TYPE.body) + 0.9;
  return [
    {
      height: lines * pitch,
      pieces: [text(0, baseline, title, style), ...ruledLines(question, lines, titleW + 2, WIDTH)],
    },
  ];
}
