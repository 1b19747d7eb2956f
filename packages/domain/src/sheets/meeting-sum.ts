import { DomainError, type Sentence } from '../errors/index.ts';
import type { SheetState } from './ledger.ts';

/**
 * The sheets of one meeting, added up. A void sheet is out of the sum (its reprint counts in its place), so
 * `printed = returned + refused + lost + missing`, and `returned` includes what is already entered or verified.
 */
export interface MeetingSum {
  readonly printed: number;
  readonly returned: number;
  readonly entered: number;
  readonly void: number;
  readonly refused: number;
  readonly lost: number;
  /** Handed out (or still lying in the office) and not back. */
  readonly missing: number;
}

/** Adds up the states of a meeting's sheets: a list of them, or how many there are of each. */
export function sumSheets(states: Iterable<SheetState> | Partial<Readonly<Record<SheetState, number>>>): MeetingSum {
  const counts = Symbol.iterator in states ? countStates(states) : states;
  const of = (...kinds: readonly SheetState[]) => kinds.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0);
  return {
    printed: of('printed', 'issued', 'returned', 'entered', 'verified', 'refused', 'lost'),
    returned: of('returned', 'entered', 'verified'),
    entered: of('entered', 'verified'),
    void: of('void'),
    refused: of('refused'),
    lost: of('lost'),
    missing: of('printed', 'issued'),
  };
}

function countStates(states: Iterable<SheetState>): Partial<Record<SheetState, number>> {
  const counts: Partial<Record<SheetState, number>> = {};
  for (const state of states) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

/** Whether the sheet came back from its household; a void one no longer counts. */
export function isBack(state: SheetState): boolean {
  return state === 'returned' || state === 'entered' || state === 'verified';
}

/** Whether a closing meeting still waits for the sheet: it is out, or lies in the office and is not keyed. */
export function isOpen(state: SheetState): boolean {
  return state === 'printed' || state === 'issued' || state === 'returned';
}

/** Whether nothing is open: every sheet in force was entered, refused or lost. */
export function addsUp(sum: MeetingSum): boolean {
  return sum.missing === 0 && sum.returned === sum.entered;
}

/** "Đã nhập 17/25 phiếu; còn 3 phiếu đã thu chưa nhập; còn thiếu 5 phiếu chưa thu về." */
export function sumSentence(sum: MeetingSum): Sentence {
  const vi = [`Đã nhập ${sum.entered}/${sum.printed} phiếu`];
  const en = [`Entered ${sum.entered}/${sum.printed} sheets`];
  const part = (n: number, viText: string, enText: string) => {
    if (n === 0) return;
    vi.push(viText);
    en.push(enText);
  };
  const waiting = sum.returned - sum.entered;
  part(waiting, `còn ${waiting} phiếu đã thu chưa nhập`, `${waiting} returned and not yet entered`);
  part(sum.missing, `còn thiếu ${sum.missing} phiếu chưa thu về`, `${sum.missing} still missing`);
  part(sum.refused, `${sum.refused} hộ từ chối`, `${sum.refused} refused`);
  part(sum.lost, `${sum.lost} phiếu thất lạc`, `${sum.lost} lost`);
  part(sum.void, `${sum.void} phiếu đã hủy`, `${sum.void} void`);
  return { vi: `${vi.join('; ')}.`, en: `${en.join('; ')}.` };
}

/** Refuses to close a meeting whose sheets do not add up, naming the first open ones. */
export function requireAddedUp(sum: MeetingSum, open: readonly string[]): void {
  if (addsUp(sum)) return;
  const shown = open.slice(0, 5).join(', ') + (open.length > 5 ? ', …' : '');
  const sentence = sumSentence(sum);
  throw new DomainError('conflict', 'meeting.does-not-add-up', {
    vi: `Chưa khóa được kỳ họp. ${sentence.vi} Hãy nhập, hoặc ghi từ chối, thất lạc, hủy cho từng phiếu còn lại: ${shown}.`,
    en: `The meeting cannot be closed yet. ${sentence.en} Enter each sheet left, or mark it refused, lost or void: ${shown}.`,
  });
}
