import { findCurrentResponse } from '@gandan/db/entry';
import { findMeeting } from '@gandan/db/meetings';
import { petitionsOfSheet } from '@gandan/db/petitions';
import { appendEvents, eventsOfSheet, findNewestNumber, lockMeeting, sheetsOfMeeting } from '@gandan/db/sheets';
import type { Work } from '@gandan/db/work';
import { type Answers, awaitsSecond } from '@gandan/domain/entry';
import { DomainError, type ErrorPlace, found } from '@gandan/domain/errors';
import { requireOpenMeeting } from '@gandan/domain/meetings';
import { mayKnowPetitioner } from '@gandan/domain/petitions';
import { can, communeOf, require } from '@gandan/domain/policy';
import {
  isBack,
  moveSheet,
  parseSheetNumber,
  SHEET_STATE_WORDS,
  type SheetState,
  sumSheets,
} from '@gandan/domain/sheets';
import { isAwaitingSecond, isBlind, keyingsOfSheet } from '../entry/keyings.ts';
import { requirePaper, requireUsable, sheetOf } from './find.ts';

/** The states that a person sets by hand; printing and keying set the others. */
export const MOVES_BY_HAND = ['issued', 'returned', 'verified', 'void', 'refused', 'lost'] as const;

const MEETING = { vi: 'kỳ họp này', en: 'such meeting' };

/** Everything that the ledger knows of a sheet; its answers only for those who may read entries. */
export async function sheet(work: Work, text: string) {
  require(work.actor, 'sheets.read');
  const communeId = communeOf(work);
  const row = await sheetOf(work, text);
  require(work.actor, 'sheets.read', { communeId, groupId: row.groupId });
  const { year, number, meetingId, householdId } = row;
  const mayRead = can(work.actor, 'entry.read', { communeId, groupId: row.groupId });
  const petitions = await petitionsOfSheet(work.trx, communeId, year, number);
  const replacedBy =
    row.generation < row.newestGeneration
      ? await findNewestNumber(work.trx, communeId, year, meetingId, householdId)
      : undefined;
  const may = petitions.filter((petition) => mayKnowPetitioner(petition.kind, work.actor.role));
  const blind = isBlind(work, row, await keyingsOfSheet(work, row));
  const response = mayRead && !blind ? await findCurrentResponse(work.trx, communeId, year, number) : undefined;
  const locked = petitions.filter((petition) => !may.includes(petition));
  return {
    ...row,
    replacedBy: replacedBy ?? null,
    events: await eventsOfSheet(work.trx, communeId, year, number),
    response: response === undefined ? null : { ...response, answers: without(response.answers, locked) },
    /** Keyed once and to be keyed again: until then what is on it stays out of sight of whoever may have to key it. */
    awaitsSecond: blind,
    petitions: (blind ? [] : may).map(({ id, number: of, kind, content, state, dueOn }) => {
      return { year, id, number: of, kind, content, state, dueOn };
    }),
  };
}

/** A sheet names its household: what it says of a denunciation is left out for whoever may not know the denouncer. */
function without(answers: Answers, locked: readonly { readonly question: string | null }[]): Answers {
  const hidden = locked.map((petition) => `${petition.question}_`);
  return Object.fromEntries(
    Object.entries(answers).filter(([name]) => !hidden.some((start) => name.startsWith(start))),
  );
}

/** One move on the ledger, by hand. */
export async function move(work: Work, text: string, kind: (typeof MOVES_BY_HAND)[number], reason?: string | null) {
  require(work.actor, 'sheets.move');
  const before = await sheetOf(work, text);
  await requirePaper(work, 'sheets.move', before);
  await lockMeeting(work.trx, before.meetingId);
  const row = await sheetOf(work, text);
  await requireUsable(work, row);
  // Comparing the two keyings verifies it; a hand must not be quicker.
  if (kind === 'verified' && isAwaitingSecond(row, await keyingsOfSheet(work, row))) throw awaitsSecond(row.number);
  const events = moveSheet(row.number, row.state, kind, reason);
  await append(
    work,
    row.year,
    events.map((event) => ({ number: row.number, ...event })),
  );
  await work.audit('sheets.move', row.number, { from: row.state, to: kind });
  return sheet(work, row.number);
}

/** Ticks a whole bundle as returned: all of it, or none with a place for each number that does not fit. */
export async function markReturned(work: Work, year: number, meetingId: string, numbers: readonly string[]) {
  require(work.actor, 'sheets.move');
  const communeId = communeOf(work);
  await lockMeeting(work.trx, meetingId);
  const meeting = found(await findMeeting(work.trx, communeId, year, meetingId), MEETING);
  await requirePaper(work, 'sheets.move', meeting);
  requireOpenMeeting(meeting);
  const sheets = await sheetsOfMeeting(work.trx, communeId, year, meetingId);
  const states = new Map(sheets.map((row) => [row.number, row.state]));
  const places: ErrorPlace[] = [];
  const moving = new Set<string>();
  let already = 0;
  numbers.forEach((text, index) => {
    const verdict = judgeReturn(text, states);
    if (typeof verdict === 'object') places.push({ path: `numbers.${index}`, sentence: verdict.sentence });
    else if (verdict === 'already') already += 1;
    else moving.add(verdict);
  });
  if (places.length > 0) throw bundleRefused(places);
  await append(
    work,
    year,
    [...moving].map((number) => ({ number, kind: 'returned' as const, reason: null })),
  );
  if (moving.size > 0) await work.audit('sheets.returned', meetingId, { sheets: moving.size });
  const after = sheets.map((row) => (moving.has(row.number) ? 'returned' : row.state));
  return { returned: moving.size, already, ledger: sumSheets(after) };
}

/** The number to mark, 'already' when it is back, or what is wrong with it. */
function judgeReturn(text: string, states: ReadonlyMap<string, SheetState>): string | DomainError {
  try {
    const { text: number } = parseSheetNumber(text);
    const state = states.get(number);
    if (state === undefined) return notOfThisMeeting(number);
    if (isBack(state)) return 'already';
    moveSheet(number, state, 'returned');
    return number;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

function append(work: Work, year: number, events: Parameters<typeof appendEvents>[2]): Promise<void> {
  const stamp = { communeId: communeOf(work), year, byAccount: work.actor.userId, at: work.now };
  return appendEvents(work.trx, stamp, events);
}

function notOfThisMeeting(number: string): DomainError {
  return new DomainError('invalid', 'sheet.other-meeting', {
    vi: `Phiếu ${number} không thuộc kỳ họp này. Hãy để riêng và thu ở đúng kỳ họp của nó.`,
    en: `Sheet ${number} is not of this meeting. Put it aside and return it at its own.`,
  });
}

function bundleRefused(places: readonly ErrorPlace[]): DomainError {
  const [first] = places;
  return new DomainError(
    'invalid',
    'sheet.bundle-refused',
    {
      vi: `Có ${places.length} số phiếu không thu được, nên chưa phiếu nào được ghi “${SHEET_STATE_WORDS.returned.vi}”. ${first?.sentence.vi ?? ''}`,
      en: `${places.length} number(s) cannot be returned, so none was marked “${SHEET_STATE_WORDS.returned.en}”. ${first?.sentence.en ?? ''}`,
    },
    places,
  );
}
