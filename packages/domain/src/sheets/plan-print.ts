import { DomainError, type ErrorPlace } from '../errors/index.ts';
import { SHEET_STATE_WORDS, type SheetState } from './ledger.ts';
import { parseSheetNumber } from './number.ts';
import { unknownSheet } from './refusals.ts';

/** A sheet of a household that the meeting already has. */
export interface KnownSheet {
  readonly number: string;
  readonly householdId: string;
  readonly generation: number;
  readonly state: SheetState;
}

/** What printing a meeting's packet does to its sheets. */
export interface PrintPlan {
  /** Sheets to number and enter in the ledger, in print order. `replaces`: the old copy that becomes void. */
  readonly fresh: readonly { readonly householdId: string; readonly generation: number; readonly replaces?: string }[];
  /** Sheets that are printed as they are, with the numbers that they have. */
  readonly kept: readonly string[];
}

const WITH_THE_HOUSEHOLD: readonly SheetState[] = ['printed', 'issued'];

/**
 * Which sheets a packet holds. Every household without a sheet in force gets one; sheets that are still out are printed
 * as they are, so that a paper jam costs nothing. `again` is the reprint: what is out or lost gets a new number and the
 * old copy is void. What came back, and what the household refused, is left alone.
 */
export function planPrint(householdIds: readonly string[], sheets: readonly KnownSheet[], again: boolean): PrintPlan {
  const newest = newestSheets(sheets);
  const fresh: { householdId: string; generation: number; replaces?: string }[] = [];
  const kept: string[] = [];
  for (const householdId of householdIds) {
    const sheet = newest.get(householdId);
    if (sheet === undefined) fresh.push({ householdId, generation: 1 });
    else if (sheet.state === 'void') fresh.push({ householdId, generation: sheet.generation + 1 });
    else if (again && isReprintable(sheet)) {
      fresh.push({ householdId, generation: sheet.generation + 1, replaces: sheet.number });
    } else if (WITH_THE_HOUSEHOLD.includes(sheet.state)) kept.push(sheet.number);
  }
  return { fresh, kept };
}

/** Which sheets of a meeting are to be printed anew: some by their numbers, or all between two of them. */
export type SheetChoice = readonly string[] | { readonly from: string; readonly to: string };

/**
 * The reprint of some sheets: each gets a new number and its old copy is void. Of a range, those that are still out or
 * lost; of single numbers each must be, or the refusal names those that are not. Nothing else is printed.
 */
export function planReprint(sheets: readonly KnownSheet[], choice: SheetChoice): PrintPlan {
  const newest = newestSheets(sheets);
  const inForce = (sheet: KnownSheet) => newest.get(sheet.householdId) === sheet;
  const chosen = 'from' in choice ? inRange(sheets, choice) : byNumber(sheets, choice);
  const left = chosen.filter((sheet) => inForce(sheet) && isReprintable(sheet));
  if (!('from' in choice) && left.length < chosen.length) {
    throw notReprintable(chosen.filter((sheet) => !left.includes(sheet)));
  }
  return {
    fresh: left.map(({ householdId, generation, number }) => {
      return { householdId, generation: generation + 1, replaces: number };
    }),
    kept: [],
  };
}

/** Whether a plan still holds: nobody printed, returned or keyed one of its sheets since it was made. */
export function planHolds(fresh: PrintPlan['fresh'], sheets: readonly KnownSheet[]): boolean {
  const newest = newestSheets(sheets);
  return fresh.every(({ householdId, generation, replaces }) => {
    const sheet = newest.get(householdId);
    if (sheet === undefined) return generation === 1;
    if (sheet.generation !== generation - 1) return false;
    return replaces === undefined ? sheet.state === 'void' : sheet.number === replaces && isReprintable(sheet);
  });
}

/** Still out, or lost: its household can be given another copy. */
export function isReprintable({ state }: Pick<KnownSheet, 'state'>): boolean {
  return WITH_THE_HOUSEHOLD.includes(state) || state === 'lost';
}

function newestSheets(sheets: readonly KnownSheet[]): ReadonlyMap<string, KnownSheet> {
  const newest = new Map<string, KnownSheet>();
  for (const sheet of sheets) {
    const known = newest.get(sheet.householdId);
    if (known === undefined || known.generation < sheet.generation) newest.set(sheet.householdId, sheet);
  }
  return newest;
}

function inRange(sheets: readonly KnownSheet[], { from, to }: { from: string; to: string }): readonly KnownSheet[] {
  const [first, last] = [parseSheetNumber(from), parseSheetNumber(to)];
  return sheets.filter(({ number }) => {
    const { prefix, serial } = parseSheetNumber(number);
    return prefix === first.prefix && first.serial <= serial && serial <= last.serial;
  });
}

function byNumber(sheets: readonly KnownSheet[], numbers: readonly string[]): readonly KnownSheet[] {
  const known = new Map(sheets.map((sheet) => [sheet.number, sheet]));
  return [...new Set(numbers.map((number) => parseSheetNumber(number).text))].map((number) => {
    const sheet = known.get(number);
    if (sheet === undefined) throw unknownSheet(number);
    return sheet;
  });
}

function notReprintable(sheets: readonly KnownSheet[]): DomainError {
  const places: ErrorPlace[] = sheets.map(({ number, state }) => ({
    path: number,
    sentence: {
      vi: `Phiếu ${number} ${SHEET_STATE_WORDS[state].vi}.`,
      en: `Sheet ${number} is ${SHEET_STATE_WORDS[state].en}.`,
    },
  }));
  const [first] = places;
  const sentence = {
    vi: `Chỉ in lại phiếu còn ở hộ hoặc thất lạc. ${first?.sentence.vi ?? ''}`,
    en: `Only sheets that are still out or lost are printed again. ${first?.sentence.en ?? ''}`,
  };
  return new DomainError('conflict', 'sheet.not-reprintable', sentence, places);
}
