import type { PaperBlock } from '@gandan/domain/questionnaires';
import { matrixStrips } from './matrix-strips.ts';
import { questionStrips } from './question-strips.ts';
import { repetitionStrips } from './repetition-strips.ts';
import { rowStrips } from './row-strips.ts';
import type { SkipMarks } from './skip-marks.ts';
import { paragraph, type Strip } from './strips.ts';

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
