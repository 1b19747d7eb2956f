import type { DrawnBlock } from '../blocks.ts';
import type { Piece } from '../pieces.ts';

/** A text around the questions that has not enough room. */
export type FrameText = 'title' | 'subtitle' | 'instructions' | 'notice';

/** What stands around the questions, by whom the sheet speaks of. Pieces have places of the page. */
export interface Frame {
  /** Where the questions start and end on a side, from the page's top. */
  readonly room: (side: number) => { readonly top: number; readonly bottom: number };
  readonly front: readonly Piece[];
  /** The later sides repeat whose sheet it is: a lone back page must still find its front. */
  readonly later: readonly Piece[];
  /** Below the questions of a side. `lastAsking` is the last side with questions. */
  readonly foot: (side: number, sides: number, lastAsking: number) => readonly Piece[];
  /** What follows the last question, such as signatures; `null` when the foot has them. */
  readonly closing: (sides: number) => DrawnBlock | null;
  readonly tooLong: readonly FrameText[];
}
