import type { Content } from 'pdfmake/interfaces.js';
import { mm } from '../pdf/index.ts';
import type { DrawnBlock } from './blocks.ts';
import { band } from './pieces.ts';
import { SHEET } from './sheet-profile.ts';

/** Blocks of one side and the space between them, in millimetres. */
export interface Side {
  readonly blocks: readonly DrawnBlock[];
  readonly gap: number;
}

/**
 * Fills side after side, never splitting a block, then spreads what is left of a side between its blocks: a sheet with
 * air is easier to answer than one with a hole at the foot. `firstTop` is where the questions start on the front.
 */
export function paginate(blocks: readonly DrawnBlock[], firstTop: number): readonly Side[] {
  const { top, bottom } = SHEET.content;
  const sides: DrawnBlock[][] = [[]];
  let y = firstTop;
  for (const block of blocks) {
    const side = sides.at(-1) ?? [];
    if (y + block.height > bottom && side.length > 0) {
      sides.push([block]);
      y = top + block.height + SHEET.blockGap.least;
    } else {
      side.push(block);
      y += block.height + SHEET.blockGap.least;
    }
  }
  return sides.map((side, index) => {
    const room = bottom - (index === 0 ? firstTop : top) - side.reduce((sum, block) => sum + block.height, 0);
    const gap = side.length > 1 ? room / (side.length - 1) : room;
    return { blocks: side, gap: Math.max(SHEET.blockGap.least, Math.min(SHEET.blockGap.most, gap - 0.05)) };
  });
}

/** The sides as pdfmake content: each block unbreakable, each side started by a page break. */
export function sideContent(sides: readonly Side[], firstTop: number): readonly Content[] {
  return sides.flatMap((side, index) =>
    side.blocks.map((block, at): Content => {
      const start = index === 0 ? firstTop - SHEET.content.top : 0;
      return {
        stack: block.strips.map((strip) => band(strip.height, strip.pieces)),
        unbreakable: true,
        margin: [0, mm(at === 0 ? start : side.gap), 0, 0],
        ...(at === 0 && index > 0 ? { pageBreak: 'before' as const } : {}),
      };
    }),
  );
}
