import type { Label, PaperQuestion } from '@gandan/domain/questionnaires';
import { type Board, englishOf } from './board.ts';
import { choiceBox } from './options.ts';
import { centred, line, type Piece } from './pieces.ts';
import { lineHeight } from './profile.ts';
import { bare, letterOf, type Strip, titleRuns } from './strips.ts';
import { drawLines, linesHeight, longestWord, type Run, type SetLine, setLines } from './text-lines.ts';

/**
 * One statement a row, the answers' words once above; rules between the rows, no shading (it scans badly). On a narrow
 * paper, or with many answers, the columns become narrower and their words are wrapped.
 */
export function matrixStrips(
  board: Board,
  questions: readonly PaperQuestion[],
  number: string,
  label: Label,
): readonly Strip[] {
  const first = questions[0]?.item;
  const choices = first?.type === 'select_one' ? first.choices : [];
  const { content, box, ruleLine } = board.profile;
  const columnW = matrixColumnWidth(board, choices);
  const left = content.w - choices.length * columnW;
  const step = lineHeight(board.small.size);
  const heads = choices.map((choice) => headLines(board, choice.label, columnW - 1));
  const headsH = Math.max(...heads.map(linesHeight));
  const titleLines = setLines(titleRuns(board, { label, number, bold: true }), left - 4);
  const height = Math.max(headsH + step, linesHeight(titleLines)) + 1;
  const head: Piece[] = [...drawLines(titleLines, 0, 0)];
  choices.forEach((choice, column) => {
    const middle = left + (column + 0.5) * columnW;
    const lines = heads[column] ?? [];
    const codeY = height - 1 - step;
    head.push(...drawLines(lines, middle - columnW / 2, codeY - linesHeight(lines), columnW));
    head.push(centred(middle, codeY, choice.name, board.small));
  });
  const rows = questions.map((question, row): Strip => {
    const lines = statement(board, question, left - 2);
    const rowH = Math.max(board.profile.matrix.rowPitch, linesHeight(lines) + board.profile.matrix.rowAir);
    const boxY = (rowH - box.side) / 2;
    const boxX = (column: number) => left + (column + 0.5) * columnW - box.side / 2;
    return {
      height: rowH,
      pieces: [
        ...(row === 0 ? [line(0, 0, content.w, 0, ruleLine.weight)] : []),
        ...drawLines(lines, 0, (rowH - linesHeight(lines)) / 2),
        ...choices.map((choice, column) => choiceBox(board, question, choice, boxX(column), boxY)),
        line(0, rowH, content.w, rowH, ruleLine.weight),
      ],
    };
  });
  return [{ height, pieces: head }, ...rows];
}

/** The usual width where the statements keep enough; else what is left, down to the longest word of the heads. */
export function matrixColumnWidth(board: Board, choices: readonly { readonly label: Label }[]): number {
  const { columnW, leastColumnW, leastLabelW } = board.profile.matrix;
  const word = Math.max(0, ...choices.map((choice) => longestWord(headRuns(board, choice.label)))) + 1.2;
  const least = Math.max(leastColumnW, word);
  const room = (board.profile.content.w - leastLabelW) / choices.length;
  return Math.max(least, Math.min(columnW, room));
}

function headRuns(board: Board, label: Label): readonly Run[] {
  const english = englishOf(board, label);
  const runs: readonly Run[] = [{ text: label.vi, style: board.small }];
  return english === undefined ? runs : [...runs, { text: english, style: board.english }];
}

function headLines(board: Board, label: Label, width: number): readonly SetLine[] {
  return headRuns(board, label).flatMap((run) => setLines([run], width));
}

function statement(board: Board, question: PaperQuestion, width: number): readonly SetLine[] {
  const runs = titleRuns(board, { label: question.item.label, number: `${letterOf(question)}.` });
  const [label, ...others] = runs;
  if (label === undefined) return [];
  const together = setLines(runs, width);
  return together.length === 1 ? together : [...setLines([label], width), ...setLines(others.map(bare), width)];
}
