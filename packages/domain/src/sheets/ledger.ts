import { DomainError, type Sentence } from '../errors/index.ts';

/** What can have happened to a sheet last; the last event is its state. Order of the journey, then the ways out. */
export const SHEET_STATES = [
  'printed',
  'issued',
  'returned',
  'entered',
  'verified',
  'void',
  'refused',
  'lost',
] as const;
export type SheetState = (typeof SHEET_STATES)[number];

/** How the office names each state, as it stands on the ledger. */
export const SHEET_STATE_WORDS: Readonly<Record<SheetState, Sentence>> = {
  printed: { vi: 'đã in', en: 'printed' },
  issued: { vi: 'đã phát', en: 'issued' },
  returned: { vi: 'đã thu', en: 'returned' },
  entered: { vi: 'đã nhập', en: 'entered' },
  verified: { vi: 'đã kiểm', en: 'verified' },
  void: { vi: 'đã hủy', en: 'void' },
  refused: { vi: 'hộ từ chối', en: 'refused' },
  lost: { vi: 'thất lạc', en: 'lost' },
};

/**
 * The legal moves. `void` and `verified` are ends. A refusal may be taken back and a lost sheet found again: it
 * comes back, or is issued once more. A sheet ticked as returned by mistake goes back to `issued`. An entered sheet is
 * never voided: its answers are corrected.
 */
const MOVES: Readonly<Record<SheetState, readonly SheetState[]>> = {
  printed: ['issued', 'returned', 'void', 'refused', 'lost'],
  issued: ['returned', 'void', 'refused', 'lost'],
  returned: ['entered', 'issued', 'void', 'refused', 'lost'],
  entered: ['verified'],
  verified: [],
  void: [],
  refused: ['returned', 'issued', 'void'],
  lost: ['returned', 'issued', 'void'],
};

const LONGEST_REASON = 500;

/** States that a person may choose for a sheet in that state, without the steps that only keying makes. */
export function nextStates(from: SheetState): readonly SheetState[] {
  return MOVES[from];
}

/** Whether a move says why: every way out, and taking a return back. */
export function needsReason(from: SheetState, to: SheetState): boolean {
  return to === 'void' || to === 'refused' || to === 'lost' || (from === 'returned' && to === 'issued');
}

/**
 * The events to append for a wanted move, oldest first. Handing a sheet to its household and getting it back leave no
 * trace of their own when the clerk goes straight to keying, so entering a sheet implies that it was returned.
 * An illegal move or a missing reason is a `DomainError` that names the sheet.
 */
export function moveSheet(
  number: string,
  from: SheetState,
  to: SheetState,
  reason?: string | null,
): readonly { readonly kind: SheetState; readonly reason: string | null }[] {
  const path = pathTo(from, to);
  if (path === null) throw illegalMove(number, from, to);
  const why = reason?.trim() ?? '';
  if (needsReason(from, to) && why === '') throw reasonMissing(number, to);
  if (why.length > LONGEST_REASON) throw reasonTooLong(number);
  return path.map((kind) => ({ kind, reason: kind === to && why !== '' ? why : null }));
}

function pathTo(from: SheetState, to: SheetState): readonly SheetState[] | null {
  if (MOVES[from].includes(to)) return [to];
  if (to === 'entered' && MOVES[from].includes('returned')) return ['returned', 'entered'];
  return null;
}

function illegalMove(number: string, from: SheetState, to: SheetState): DomainError {
  return new DomainError('conflict', 'sheet.illegal-move', {
    vi: `Phiếu ${number} ${SHEET_STATE_WORDS[from].vi}, không thể chuyển thành “${SHEET_STATE_WORDS[to].vi}”.`,
    en: `Sheet ${number} is ${SHEET_STATE_WORDS[from].en} and cannot become “${SHEET_STATE_WORDS[to].en}”.`,
  });
}

function reasonMissing(number: string, to: SheetState): DomainError {
  const sentence = {
    vi: `Hãy ghi lý do vì sao phiếu ${number} chuyển thành “${SHEET_STATE_WORDS[to].vi}”.`,
    en: `Write why sheet ${number} becomes “${SHEET_STATE_WORDS[to].en}”.`,
  };
  return new DomainError('invalid', 'sheet.reason-missing', sentence, [{ path: 'reason', sentence }]);
}

function reasonTooLong(number: string): DomainError {
  const sentence = {
    vi: `Lý do của phiếu ${number} dài quá ${LONGEST_REASON} ký tự. Hãy viết ngắn lại.`,
    en: `The reason for sheet ${number} is longer than ${LONGEST_REASON} characters. Make it shorter.`,
  };
  return new DomainError('invalid', 'sheet.reason-too-long', sentence, [{ path: 'reason', sentence }]);
}
