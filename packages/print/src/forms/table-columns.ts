import type { Label, PaperBlock, PaperQuestion } from '@gandan/domain/questionnaires';
import { type Board, englishOf } from './board.ts';
import { comb, isComb } from './combs.ts';
import { AFTER_OPTION, option } from './options.ts';
import { lineWidth, longestWord, type Run } from './text-lines.ts';

export type TableBlock = Extract<PaperBlock, { kind: 'table' }>;

/** Air between a table's rule and what stands in the cell. */
export const CELL_PAD = 1.6;

/** Widths of the head column (0: none) and of the questions' columns, together the width of the paper, or more than it. */
export interface TableColumns {
  readonly headW: number;
  readonly widths: readonly number[];
}

/** What a column needs, what it would like, and its share of the rest. */
interface Need {
  readonly least: number;
  readonly liked: number;
  readonly weight: number;
}

/** Each column gets what it needs, then what it would like, then its share: handwriting gets most. */
export function tableColumns(board: Board, block: TableBlock): TableColumns {
  const columns = block.rows[0]?.questions ?? [];
  const needs = [headNeed(board, block), ...columns.map((question) => columnNeed(board, question))];
  let room = board.profile.content.w - needs.reduce((sum, { least }) => sum + least, 0);
  const widths = needs.map(({ least, liked }) => {
    const more = Math.max(0, Math.min(liked - least, room));
    room -= more;
    return least + more;
  });
  const weights = needs.reduce((sum, { weight }) => sum + weight, 0);
  const shared = widths.map(
    (w, index) => w + (Math.max(0, room) * (needs[index]?.weight ?? 0)) / Math.max(1e-9, weights),
  );
  return { headW: shared[0] ?? 0, widths: shared.slice(1) };
}

function headNeed(board: Board, { rows }: TableBlock): Need {
  const labels = rows.flatMap(({ label }) => (label === undefined ? [] : [cellRuns(board, label)]));
  if (labels.length === 0) return { least: 7, liked: 7, weight: 0 };
  const word = Math.max(...labels.map(longestWord)) + 2 * CELL_PAD;
  const widest = Math.max(...labels.map(lineWidth)) + 2 * CELL_PAD;
  return { least: Math.max(word, 18), liked: Math.min(widest, board.profile.content.w * 0.32), weight: 0.3 };
}

function columnNeed(board: Board, question: PaperQuestion): Need {
  const { item } = question;
  const word = longestWord(headRuns(board, item.label)) + 2 * CELL_PAD;
  if (isComb(item)) {
    const least = Math.max(word, comb(board, question, item, [], false).w - 4.8 + 2 * CELL_PAD);
    return { least, liked: least, weight: 0.2 };
  }
  if (item.type === 'text') {
    const least = Math.max(word, board.profile.ruleLine.least * 0.55);
    return { least, liked: least, weight: 2 * (item.width ?? 1) };
  }
  const options = item.choices.map((choice) => option(board, question, choice, { short: true }).w);
  const least = Math.max(word, Math.max(...options) - AFTER_OPTION + 2 * CELL_PAD);
  const beside = options.reduce((sum, w) => sum + w, 0) + 2 * CELL_PAD;
  return { least, liked: Math.max(least, item.choices.length <= 3 ? beside : least), weight: 0.2 };
}

/** The words of a row's head, in the size of the questions. */
export function cellRuns(board: Board, label: Label): readonly Run[] {
  const english = englishOf(board, label);
  const runs: readonly Run[] = [{ text: label.vi, style: board.body }];
  return english === undefined ? runs : [...runs, { text: english, style: board.english }];
}

/** The words of a column's head, small as a matrix's. */
export function headRuns(board: Board, label: Label): readonly Run[] {
  const english = englishOf(board, label);
  const runs: readonly Run[] = [{ text: label.vi, style: board.small }];
  return english === undefined ? runs : [...runs, { text: english, style: board.english }];
}
