import type { PaperQuestion } from '@gandan/domain/questionnaires';
import type { Board } from './board.ts';
import { comb, isComb } from './combs.ts';
import { optionGrid } from './options.ts';
import { fieldPlace, line, type Piece, shift } from './pieces.ts';
import { type Strip, titleStrip } from './strips.ts';
import { CELL_PAD, cellRuns, headRuns, type TableBlock, tableColumns } from './table-columns.ts';
import { drawLines, linesHeight, setLines } from './text-lines.ts';

const LEAST_ROW = 8;
const ROW_AIR = 1.2;

/** The same questions once a row: a cell to write in, digits, or boxes; ruled on all sides like an office's tables. */
export function tableStrips(board: Board, block: TableBlock): readonly Strip[] {
  const { headW, widths } = tableColumns(board, block);
  const starts = widths.map((_, index) => headW + widths.slice(0, index).reduce((sum, w) => sum + w, 0));
  const title = titleStrip(board, { label: block.group.label, number: `${block.number}.`, bold: true });
  const edges = [0, ...starts, headW + widths.reduce((sum, w) => sum + w, 0)];
  const head = heads(board, block, starts, widths);
  const rows = block.rows.map((row, index) => {
    const label =
      row.label === undefined ? [{ text: String(index + 1), style: board.body }] : cellRuns(board, row.label);
    const cells: Cell[] = [
      wordsCell(
        label.flatMap((run) => setLines([run], headW - 2 * CELL_PAD)),
        0,
      ),
    ];
    row.questions.forEach((question, column) => {
      cells.push(questionCell(board, question, starts[column] ?? 0, widths[column] ?? 0));
    });
    const height = Math.max(LEAST_ROW, board.profile.box.rowPitch + ROW_AIR, ...cells.map((cell) => cell.height));
    return { height, pieces: [...cells.flatMap((cell) => cell.draw(height)), ...rules(board, edges, height)] };
  });
  const [first, ...others] = [head, ...rows];
  if (first === undefined) return [title];
  const top = line(0, 0, edges.at(-1) ?? 0, 0, board.profile.ruleLine.weight);
  return [title, { ...first, pieces: [top, ...first.pieces] }, ...others];
}

/** What stands in a cell, drawn when the height of its row is known. */
interface Cell {
  readonly height: number;
  readonly draw: (rowH: number) => readonly Piece[];
}

function wordsCell(lines: ReturnType<typeof setLines>, x: number): Cell {
  const h = linesHeight(lines);
  return { height: h + 2 * ROW_AIR, draw: (rowH) => drawLines(lines, x + CELL_PAD, (rowH - h) / 2) };
}

function heads(board: Board, block: TableBlock, starts: readonly number[], widths: readonly number[]): Strip {
  const columns = block.rows[0]?.questions ?? [];
  const cells = columns.map(({ item }, index) => {
    const inner = (widths[index] ?? 0) - 2 * CELL_PAD;
    const lines = headRuns(board, item.label).flatMap((run) => setLines([run], inner));
    const hint = item.hint === undefined ? [] : setLines([{ text: `(${item.hint.vi})`, style: board.english }], inner);
    return { lines: [...lines, ...hint], x: (starts[index] ?? 0) + CELL_PAD, inner };
  });
  const height = Math.max(...cells.map(({ lines }) => linesHeight(lines))) + 2 * ROW_AIR;
  const pieces = cells.flatMap(({ lines, x, inner }) => drawLines(lines, x, (height - linesHeight(lines)) / 2, inner));
  const edges = [0, ...starts, (starts.at(-1) ?? 0) + (widths.at(-1) ?? 0)];
  return { height, pieces: [...pieces, ...rules(board, edges, height)] };
}

/** The rules of a row: at each column's edge and below. */
function rules(board: Board, edges: readonly number[], height: number): readonly Piece[] {
  const { weight } = board.profile.ruleLine;
  const across = line(0, height, edges.at(-1) ?? 0, height, weight);
  return [...edges.map((x) => line(x, 0, x, height, weight)), across];
}

function questionCell(board: Board, question: PaperQuestion, x: number, w: number): Cell {
  const { item } = question;
  if (isComb(item)) {
    const drawn = comb(board, question, item, [], false);
    const left = x + (w - (drawn.w - 4.8)) / 2;
    return { height: drawn.h + ROW_AIR, draw: (rowH) => shift(drawn.pieces, left, (rowH - drawn.h) / 2) };
  }
  if (item.type === 'text') return writingCell(board, question, item.lines, x, w);
  const grid = optionGrid(board, question, item.choices, 0, w - 2 * CELL_PAD);
  const height = grid.reduce((sum, strip) => sum + strip.height, 0);
  return {
    height: height + ROW_AIR,
    draw: (rowH) => {
      let y = (rowH - height) / 2;
      return grid.flatMap((strip) => {
        const pieces = shift(strip.pieces, x + CELL_PAD, y);
        y += strip.height;
        return pieces;
      });
    },
  };
}

/** The whole cell is the field; its own rules frame it. */
function writingCell(board: Board, question: PaperQuestion, lines: number, x: number, w: number): Cell {
  const { pitch, weight } = board.profile.ruleLine;
  return {
    height: lines * pitch,
    draw: (rowH) => {
      const inner = Array.from({ length: lines - 1 }, (_, index) => {
        const y = ((index + 1) * rowH) / lines;
        return line(x + CELL_PAD, y, x + w - CELL_PAD, y, weight * 0.7);
      });
      const field = { id: question.name, question: question.name, kind: 'text' as const, w, h: rowH };
      return [fieldPlace(x, 0, field), ...inner];
    },
  };
}
