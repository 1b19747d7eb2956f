import type { Choice, PaperBlock, PaperQuestion } from '@gandan/domain/questionnaires';
import { AFTER_OPTION, choiceBox, comb, type Drawn, option, optionWidth, ruledLines, skipText } from './answers.ts';
import { centred, line, linesHeight, type Piece, shift, text, widthMm, wrap } from './pieces.ts';
import { lineHeight, SHEET, TYPE } from './sheet-profile.ts';
import type { SkipMarks } from './skip-marks.ts';

const WIDTH = SHEET.content.w;
const BOLD = { bold: true } as const;
const TITLE_GAP = 0.6;

/** Pieces of a fixed height, relative to its top left corner. */
export interface Strip {
  readonly height: number;
  readonly pieces: readonly Piece[];
}

/** What is laid out together and never split over a page, with its height in millimetres. */
export interface DrawnBlock {
  readonly height: number;
  readonly strips: readonly Strip[];
}

/** The blocks drawn; a heading is one with the question below it, so that it is never left alone at the foot of a page. */
export function drawBlocks(blocks: readonly PaperBlock[], marks: SkipMarks): readonly DrawnBlock[] {
  const drawn: DrawnBlock[] = [];
  let waiting: readonly Strip[] = [];
  for (const block of blocks) {
    const strips = [...waiting, ...blockStrips(block, marks)];
    waiting = block.kind === 'heading' ? strips : [];
    if (block.kind !== 'heading') drawn.push(together(strips));
  }
  return waiting.length > 0 ? [...drawn, together(waiting)] : drawn;
}

function together(strips: readonly Strip[]): DrawnBlock {
  return { strips, height: strips.reduce((sum, strip) => sum + strip.height, 0) };
}

function blockStrips(block: PaperBlock, marks: SkipMarks): readonly Strip[] {
  switch (block.kind) {
    case 'note':
      return [paragraph(block.item.label.vi, {})];
    case 'heading':
      return [paragraph(block.group.label.vi, { bold: true, size: 12 })];
    case 'question':
      return questionStrips(block.question, `${block.question.number}. ${block.question.item.label.vi}`, true, marks);
    case 'group':
      return block.group.appearance === 'table-list'
        ? matrixStrips(block.questions, `${block.number}. ${block.group.label.vi}`)
        : rowStrips(block.questions, `${block.number}. ${block.group.label.vi}`, block.group.label.vi, marks);
    case 'repetition':
      return repetitionStrips(block, marks);
  }
}

function paragraph(value: string, style: { readonly bold?: boolean; readonly size?: number }): Strip {
  const lines = wrap(value, WIDTH, style);
  const step = lineHeight(style.size ?? TYPE.body);
  return { height: lines.length * step, pieces: lines.map((words, index) => text(0, index * step, words, style)) };
}

function questionStrips(question: PaperQuestion, title: string, bold: boolean, marks: SkipMarks): readonly Strip[] {
  const style = bold ? BOLD : {};
  const { item } = question;
  switch (item.type) {
    case 'text':
      return textStrips(question, title, item.lines, style);
    case 'integer': {
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
function gridStrips(
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

function titleStrip(title: string, hint: string | undefined, style: { readonly bold?: boolean }): Strip {
  const hintW = hint === undefined ? 0 : 1.5 + widthMm(`(${hint})`, { italics: true });
  if (widthMm(title, style) + hintW <= WIDTH) {
    return { height: lineHeight(TYPE.body) + TITLE_GAP, pieces: titlePieces(title, hint, style, 0) };
  }
  const lines = wrap(title, WIDTH, style);
  const hints = hint === undefined ? [] : wrap(`(${hint})`, WIDTH, { italics: true });
  const step = lineHeight(TYPE.body);
  return {
    height: (lines.length + hints.length) * step + TITLE_GAP,
    pieces: [
      ...lines.map((words, index) => text(0, index * step, words, style)),
      ...hints.map((words, index) => text(0, (lines.length + index) * step, words, { italics: true })),
    ],
  };
}

function titlePieces(
  title: string,
  hint: string | undefined,
  style: { readonly bold?: boolean },
  y: number,
): readonly Piece[] {
  const head = text(0, y, title, style);
  return hint === undefined ? [head] : [head, text(widthMm(title, style) + 1.5, y, `(${hint})`, { italics: true })];
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

/** Short questions beside each other: options, combs and short lines, wrapped to further rows where they must. */
function rowStrips(
  questions: readonly PaperQuestion[],
  title: string,
  groupLabel: string,
  marks: SkipMarks,
): readonly Strip[] {
  if (questions.every((question) => question.item.type === 'integer')) return combGrid(questions, title);
  const pitch = Math.max(
    ...questions.map(({ item }) => (item.type === 'integer' ? SHEET.cell.rowPitch : SHEET.ruleLine.pitch)),
  );
  const strips: { height: number; pieces: Piece[] }[] = [];
  let x = widthMm(title, BOLD) + 3;
  strips.push({ height: pitch, pieces: [text(0, (pitch - lineHeight(TYPE.body)) / 2, title, BOLD)] });
  for (const question of questions) {
    const part = rowPart(question, groupLabel, marks, pitch, WIDTH - x);
    if (x + part.w > WIDTH + 3) {
      strips.push({ height: pitch, pieces: [] });
      x = 4;
    }
    const fitted = rowPart(question, groupLabel, marks, pitch, WIDTH - x);
    strips.at(-1)?.pieces.push(...shift(fitted.pieces, x, 0));
    x += fitted.w;
  }
  return strips;
}

const LEAST_LINE = 40;

function rowPart(question: PaperQuestion, groupLabel: string, marks: SkipMarks, pitch: number, room: number): Drawn {
  const { item } = question;
  const label = item.label.vi === groupLabel ? '' : item.label.vi;
  const textY = (pitch - lineHeight(TYPE.body)) / 2;
  switch (item.type) {
    case 'integer':
      return {
        ...comb(question, item, label),
        pieces: shift(comb(question, item, label).pieces, 0, (pitch - SHEET.cell.rowPitch) / 2),
      };
    case 'text': {
      const start = label === '' ? 0 : widthMm(label) + 2;
      const right = Math.max(start + LEAST_LINE, room);
      const pieces = shift(ruledLines(question, 1, start, right), 0, pitch - SHEET.ruleLine.pitch);
      return { w: right, pieces: [...(label === '' ? [] : [text(0, textY, label)]), ...pieces] };
    }
    default: {
      let x = label === '' ? 0 : widthMm(label) + 2;
      const pieces: Piece[] = label === '' ? [] : [text(0, textY, label)];
      for (const choice of item.choices) {
        const part = option(question, choice, skipText(marks, question, choice, true));
        pieces.push(...shift(part.pieces, x, (pitch - SHEET.box.rowPitch) / 2));
        x += part.w;
      }
      return { w: x, pieces };
    }
  }
}

function combGrid(questions: readonly PaperQuestion[], title: string): readonly Strip[] {
  const parts = questions.map((question) =>
    question.item.type === 'integer' ? comb(question, question.item, '') : { w: 0, pieces: [] },
  );
  const labels = questions.map((question) => question.item.label.vi);
  const fullW = parts.map((part, index) => widthMm(labels[index] ?? '') + 2 + part.w);
  const perRow = Math.max(1, Math.min(questions.length, Math.floor(WIDTH / Math.max(...fullW))));
  const rows = Math.ceil(questions.length / perRow);
  const columns = Math.ceil(questions.length / rows);
  const step = WIDTH / columns;
  const textY = (SHEET.cell.rowPitch - lineHeight(TYPE.body)) / 2;
  const grid = Array.from({ length: rows }, (_, row) => {
    const pieces: Piece[] = [];
    for (let column = 0; column < columns; column += 1) {
      const index = row * columns + column;
      const part = parts[index];
      const label = labels[index];
      if (part === undefined || label === undefined) continue;
      // All cells of a column start at the same place, so that the labels form a ragged left edge and the cells a straight one.
      const labelW = Math.max(...labels.filter((_, at) => at % columns === column).map((words) => widthMm(words)));
      pieces.push(text(column * step, textY, label), ...shift(part.pieces, column * step + labelW + 2.5, 0));
    }
    return { height: SHEET.cell.rowPitch, pieces };
  });
  return [titleStrip(title, undefined, BOLD), ...grid];
}

/** One statement a row, the answers' words once above; rules between the rows, no shading (it scans badly). */
function matrixStrips(questions: readonly PaperQuestion[], title: string): readonly Strip[] {
  const first = questions[0]?.item;
  const choices = first?.type === 'select_one' ? first.choices : [];
  const { columnW, rowPitch } = SHEET.matrix;
  const left = WIDTH - choices.length * columnW;
  const small = { size: TYPE.small };
  const step = lineHeight(TYPE.small);
  const heads = choices.map((choice) => wrap(choice.label.vi, columnW - 1, small));
  const headLines = Math.max(...heads.map((lines) => lines.length));
  const titleLines = wrap(title, left - 4, BOLD);
  const height = Math.max((headLines + 1) * step, linesHeight(titleLines.length)) + 1;
  const head: Piece[] = titleLines.map((words, index) => text(0, index * lineHeight(TYPE.body), words, BOLD));
  choices.forEach((choice, column) => {
    const x = left + (column + 0.5) * columnW;
    const lines = heads[column] ?? [];
    lines.forEach((words, index) => {
      head.push(centred(x, height - 1 - (lines.length + 1 - index) * step, words, small));
    });
    head.push(centred(x, height - 1 - step, choice.name, small));
  });
  const rows = questions.map((question, row): Strip => {
    const label = `${letterOf(question)}. ${question.item.label.vi}`;
    const pieces: Piece[] = [
      ...(row === 0 ? [line(0, 0, WIDTH, 0)] : []),
      ...wrap(label, left - 2).map((words, index, all) =>
        text(
          0,
          (rowHeight(all.length) - all.length * lineHeight(TYPE.body)) / 2 + index * lineHeight(TYPE.body),
          words,
        ),
      ),
    ];
    const rowH = rowHeight(wrap(label, left - 2).length);
    const boxY = (rowH - SHEET.box.side) / 2;
    choices.forEach((choice, column) => {
      pieces.push(choiceBox(question, choice, left + (column + 0.5) * columnW - SHEET.box.side / 2, boxY));
    });
    return { height: rowH, pieces: [...pieces, line(0, rowH, WIDTH, rowH)] };
  });
  return [{ height, pieces: head }, ...rows];

  function rowHeight(lines: number): number {
    return Math.max(rowPitch, lines * lineHeight(TYPE.body) + 2);
  }
}

const ORDINALS = ['thứ nhất', 'thứ hai', 'thứ ba', 'thứ tư', 'thứ năm', 'thứ sáu', 'thứ bảy', 'thứ tám', 'thứ chín'];

function repetitionStrips(block: Extract<PaperBlock, { kind: 'repetition' }>, marks: SkipMarks): readonly Strip[] {
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

function letterOf(question: PaperQuestion): string {
  return question.number.replace(/^\d+/, '');
}
