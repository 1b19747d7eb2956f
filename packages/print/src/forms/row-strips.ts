import type { PaperQuestion } from '@gandan/domain/questionnaires';
import { comb, type Drawn, option, ruledLines, skipText } from './answers.ts';
import { type Piece, shift, text, widthMm } from './pieces.ts';
import { lineHeight, SHEET, TYPE } from './sheet-profile.ts';
import type { SkipMarks } from './skip-marks.ts';
import { BOLD, type Strip, titleStrip, WIDTH } from './strips.ts';

/** Short questions beside each other: options, combs and short lines, wrapped to further rows where they must. */
export function rowStrips(
  questions: readonly PaperQuestion[],
  title: string,
  groupLabel: string,
  marks: SkipMarks,
): readonly Strip[] {
  if (questions.every((question) => question.item.type === 'integer')) return combGrid(questions, title);
  const pitch = Math.max(
    ...questions.map(({ item }) =>
      'choices' in item || item.type === 'text' ? SHEET.ruleLine.pitch : SHEET.cell.rowPitch,
    ),
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

/** One question of a row: its label, then its answer, on one line; a text gets the room that is left. */
export function rowPart(
  question: PaperQuestion,
  groupLabel: string,
  marks: SkipMarks,
  pitch: number,
  room: number,
): Drawn {
  const { item } = question;
  const label = item.label.vi === groupLabel ? '' : item.label.vi;
  const textY = (pitch - lineHeight(TYPE.body)) / 2;
  switch (item.type) {
    case 'integer':
    case 'decimal':
    case 'date':
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

/** Numbers alone stand in columns. */
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
