import type { SheetState } from '@gandan/domain/sheets';
import type { Tone } from '@gandan/ui';

/** How a sheet's state looks; the word carries it. */
export const SHEET_TONES: Readonly<Record<SheetState, Tone>> = {
  printed: 'plain',
  issued: 'plain',
  returned: 'doubt',
  entered: 'ok',
  verified: 'ok',
  void: 'plain',
  refused: 'due',
  lost: 'due',
};
