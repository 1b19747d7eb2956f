import type { DrawnBlock } from './blocks.ts';
import type { Frame } from './frames/index.ts';
import { type Piece, shift } from './pieces.ts';
import type { Profile } from './profile.ts';

/** Blocks of one side and the space between them, in millimetres. */
export interface Side {
  readonly blocks: readonly DrawnBlock[];
  readonly gap: number;
}

/**
 * Fills side after side, never splitting a block, then spreads what is left of a side between its blocks: a sheet with
 * air is easier to answer than one with a hole at the foot. A block higher than a side stands alone on one.
 */
export function paginate(blocks: readonly DrawnBlock[], profile: Profile, room: Frame['room']): readonly Side[] {
  const { least, most } = profile.blockGap;
  const sides: DrawnBlock[][] = [[]];
  let y = room(1).top;
  for (const block of blocks) {
    let side = sides.at(-1) ?? [];
    const { bottom } = room(sides.length);
    // An empty front is left alone only when the next side, without the head, has more room.
    const noRoom = y + block.height > bottom && (side.length > 0 || sides.length === 1);
    if (noRoom) {
      side = [];
      sides.push(side);
      y = room(sides.length).top;
    }
    side.push(block);
    y += block.height + least;
  }
  return sides.map((side, index) => {
    const { top, bottom } = room(index + 1);
    const left = bottom - top - side.reduce((sum, block) => sum + block.height, 0);
    const gap = side.length > 1 ? left / (side.length - 1) : left;
    return { blocks: side, gap: Math.max(least, Math.min(most, gap - 0.05)) };
  });
}

/** The pieces of a side's blocks at their places of the page. */
export function placeSide({ blocks, gap }: Side, x: number, top: number): readonly Piece[] {
  let y = top;
  return blocks.flatMap((block, index) => {
    if (index > 0) y += gap;
    return block.strips.flatMap((strip) => {
      const pieces = shift(strip.pieces, x, y);
      y += strip.height;
      return pieces;
    });
  });
}
