import type { PaperQuestion } from '@gandan/domain/questionnaires';
import { choiceBox } from './answers.ts';
import { centred, line, linesHeight, type Piece, text, wrap } from './pieces.ts';
import { lineHeight, SHEET, TYPE } from './sheet-profile.ts';
import { BOLD, letterOf, type Strip, WIDTH } from './strips.ts';

/** One statement a row, the answers' words once above; rules between the rows, no shading (it scans badly). */
export function matrixStrips(questions: readonly PaperQuestion[], title: string): readonly Strip[] {
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
