import type { SheetState } from './ledger.ts';

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
  const newest = new Map<string, KnownSheet>();
  for (const sheet of sheets) {
    const known = newest.get(sheet.householdId);
    if (known === undefined || known.generation < sheet.generation) newest.set(sheet.householdId, sheet);
  }
  const fresh: { householdId: string; generation: number; replaces?: string }[] = [];
  const kept: string[] = [];
  for (const householdId of householdIds) {
    const sheet = newest.get(householdId);
    if (sheet === undefined) fresh.push({ householdId, generation: 1 });
    else if (sheet.state === 'void') fresh.push({ householdId, generation: sheet.generation + 1 });
    else if (again && (WITH_THE_HOUSEHOLD.includes(sheet.state) || sheet.state === 'lost')) {
      fresh.push({ householdId, generation: sheet.generation + 1, replaces: sheet.number });
    } else if (WITH_THE_HOUSEHOLD.includes(sheet.state)) kept.push(sheet.number);
  }
  return { fresh, kept };
}
