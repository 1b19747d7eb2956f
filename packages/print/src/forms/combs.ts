import type { DateItem, DecimalItem, IntegerItem, LayoutField, PaperQuestion } from '@gandan/domain/questionnaires';
import { type Board, englishOf } from './board.ts';
import { fieldFrame, line, type Piece } from './pieces.ts';
import { type Drawn, middleY } from './strips.ts';
import { drawLines, lineWidth, type Run, setLines } from './text-lines.ts';

/** What is written digit by digit. */
export type CombItem = IntegerItem | DecimalItem | DateItem;

/** One run of cells and the words before it. */
interface CombPart {
  readonly id: string;
  readonly cells: number;
  readonly part?: NonNullable<LayoutField['part']>;
  readonly before?: readonly [vi: string, en: string];
}

function combParts(name: string, item: CombItem): readonly CombPart[] {
  switch (item.type) {
    case 'integer':
      return [{ id: name, cells: item.digits }];
    case 'decimal':
      return [
        { id: `${name}.whole`, cells: item.digits, part: 'whole' },
        { id: `${name}.fraction`, cells: item.decimals, part: 'fraction', before: [',', ''] },
      ];
    case 'date':
      return [
        { id: `${name}.day`, cells: 2, part: 'day', before: ['ngày', 'day'] },
        { id: `${name}.month`, cells: 2, part: 'month', before: ['tháng', 'month'] },
        { id: `${name}.year`, cells: 4, part: 'year', before: ['năm', 'year'] },
      ];
  }
}

/** Ids of the fields of an answer that is written digit by digit. */
export function combIds(name: string, item: CombItem): readonly string[] {
  return combParts(name, item).map((part) => part.id);
}

/** Whether cells are drawn for the item. */
export function isComb(item: { readonly type: string }): item is CombItem {
  return item.type === 'integer' || item.type === 'decimal' || item.type === 'date';
}

const AIR = 1.6;
const COMMA_AIR = 0.7;
const LABEL_AIR = 2;
const UNIT_AIR = 1.8;
const AFTER = 3;

/** Label, cells with the words between them, and unit on one line. `words: false` leaves the day's words out. */
export function comb(
  board: Board,
  question: PaperQuestion,
  item: CombItem,
  label: readonly Run[] = [],
  words = true,
): Drawn {
  const { cell, box, ruleLine } = board.profile;
  const top = (cell.rowPitch - cell.h) / 2;
  const textY = middleY(board, cell.rowPitch);
  const pieces: Piece[] = [];
  const write = (runs: readonly Run[], at: number) => {
    pieces.push(...drawLines(setLines(runs, Number.POSITIVE_INFINITY), at, textY));
    return at + lineWidth(runs);
  };
  let x = label.length === 0 ? 0 : write(label, 0) + LABEL_AIR;
  for (const [index, { id, cells, part, before }] of combParts(question.name, item).entries()) {
    if (part === 'fraction') x = write([{ text: ',', style: board.bold }], x + COMMA_AIR) + COMMA_AIR;
    else if (before !== undefined) {
      if (words) x = write(partWords(board, before), x + (index === 0 ? 0 : AIR)) + AIR;
      else if (index > 0) x = write([{ text: '/', style: board.body }], x + COMMA_AIR) + COMMA_AIR;
    }
    const w = cells * cell.w;
    const field = { id, question: question.name, kind: 'comb' as const, cells, w, h: cell.h };
    pieces.push(fieldFrame(x, top, box.line, part === undefined ? field : { ...field, part }));
    for (let cut = 1; cut < cells; cut += 1) {
      pieces.push(line(x + cut * cell.w, top, x + cut * cell.w, top + cell.h, ruleLine.weight));
    }
    x += w;
  }
  const unit = unitRuns(board, item);
  const end = unit.length === 0 ? x + UNIT_AIR : write(unit, x + UNIT_AIR);
  return { w: end + AFTER, h: cell.rowPitch, pieces };
}

function partWords(board: Board, [vi, en]: readonly [string, string]): readonly Run[] {
  const runs: readonly Run[] = [{ text: vi, style: board.body }];
  return board.bilingual ? [...runs, { text: `/ ${en}`, style: board.english }] : runs;
}

function unitRuns(board: Board, item: CombItem): readonly Run[] {
  if (item.type === 'date' || item.unit === undefined) return [];
  const english = englishOf(board, item.unit);
  const runs: readonly Run[] = [{ text: item.unit.vi, style: board.body }];
  return english === undefined ? runs : [...runs, { text: `/ ${english}`, style: board.english }];
}
