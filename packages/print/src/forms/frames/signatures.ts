import { type DrawnBlock, together } from '../blocks.ts';
import type { Board } from '../board.ts';
import type { Piece } from '../pieces.ts';
import type { Strip } from '../strips.ts';
import { drawLines, linesHeight, setLines } from '../text-lines.ts';

/** Somebody who signs: the capacity in capitals, and how to sign. */
export interface Signer {
  readonly capacity: string;
  readonly how: string;
}

const HAND = 19;

/** Signatures beside each other below the last question; four on a narrow paper stand two by two. */
export function signatureBlock(board: Board, signers: readonly Signer[]): DrawnBlock {
  const { w } = board.profile.content;
  const bold = { bold: true, size: Math.min(board.body.size, signers.length > 2 ? 11 : 12) };
  const perRow = w / signers.length < 38 ? Math.ceil(signers.length / 2) : signers.length;
  const strips: Strip[] = [];
  for (let from = 0; from < signers.length; from += perRow) {
    const row = signers.slice(from, from + perRow);
    const step = w / perRow;
    const capacities = row.map(({ capacity }) => setLines([{ text: capacity, style: bold }], step - 3));
    const capacityH = Math.max(...capacities.map(linesHeight));
    const hows = row.map(({ how }) => setLines([{ text: how, style: board.english }], step - 3));
    const pieces = row.flatMap((_, index): readonly Piece[] => [
      ...drawLines(capacities[index] ?? [], index * step, 0, step),
      ...drawLines(hows[index] ?? [], index * step, capacityH, step),
    ]);
    strips.push({ height: capacityH + Math.max(...hows.map(linesHeight)) + HAND, pieces });
  }
  return together([], strips);
}
