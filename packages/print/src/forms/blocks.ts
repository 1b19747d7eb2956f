import type { PaperBlock } from '@gandan/domain/questionnaires';
import type { Board } from './board.ts';
import { matrixStrips } from './matrix-strips.ts';
import { questionStrips } from './question-strips.ts';
import { repetitionStrips } from './repetition-strips.ts';
import { rowStrips } from './row-strips.ts';
import { paragraph, type Strip } from './strips.ts';
import { tableStrips } from './table-strips.ts';

/** What is laid out together and never split over a page, with its height in millimetres. */
export interface DrawnBlock {
  /** Names of the items in it, for finding their places in the model. */
  readonly names: readonly string[];
  readonly height: number;
  readonly strips: readonly Strip[];
}

/** The blocks drawn; a heading is one with the question below it, so that it is never left alone at the foot of a page. */
export function drawBlocks(board: Board, blocks: readonly PaperBlock[]): readonly DrawnBlock[] {
  const drawn: DrawnBlock[] = [];
  let waiting: { readonly names: readonly string[]; readonly strips: readonly Strip[] } = { names: [], strips: [] };
  for (const block of blocks) {
    const strips = [...waiting.strips, ...blockStrips(board, block)];
    const names = [nameOf(block), ...waiting.names];
    waiting = block.kind === 'heading' ? { names, strips } : { names: [], strips: [] };
    if (block.kind !== 'heading') drawn.push(together(names, strips));
  }
  return waiting.strips.length > 0 ? [...drawn, together(waiting.names, waiting.strips)] : drawn;
}

/** Strips as one block. */
export function together(names: readonly string[], strips: readonly Strip[]): DrawnBlock {
  return { names, strips, height: strips.reduce((sum, strip) => sum + strip.height, 0) };
}

function nameOf(block: PaperBlock): string {
  switch (block.kind) {
    case 'note':
      return block.item.name;
    case 'question':
      return block.question.item.name;
    default:
      return block.group.name;
  }
}

function blockStrips(board: Board, block: PaperBlock): readonly Strip[] {
  switch (block.kind) {
    case 'note':
      return [paragraph(board, block.item.label, board.body)];
    case 'heading':
      return [paragraph(board, block.group.label, { bold: true, size: board.profile.type.heading })];
    case 'question': {
      const { number, item } = block.question;
      return questionStrips(board, block.question, { label: item.label, number: `${number}.`, bold: true });
    }
    case 'group':
      return block.group.appearance === 'table-list'
        ? matrixStrips(board, block.questions, `${block.number}.`, block.group.label)
        : rowStrips(board, block.questions, `${block.number}.`, block.group.label);
    case 'repetition':
      return repetitionStrips(board, block);
    case 'table':
      return tableStrips(board, block);
  }
}
