import { isWithin, type PlainDate, yearBounds } from '../calendar/index.ts';
import { isBack, type SheetState } from '../sheets/index.ts';

export interface AssignmentFact {
  readonly groupId: string;
  readonly groupName: string;
  readonly meetingCycle: 'month' | 'quarter';
  readonly from: PlainDate;
  /** Last day, included; null: still going on. */
  readonly to: PlainDate | null;
}
export interface MeetingFact {
  readonly id: string;
  readonly groupId: string;
  readonly heldOn: PlainDate;
  readonly state: 'planned' | 'held' | 'closed' | 'cancelled';
  /** The cadre named in the minutes; null: the one assigned. */
  readonly cadreId: string | null;
  readonly cadrePresent: boolean | null;
  readonly policiesTold: readonly string[];
}
export interface HouseholdFact {
  readonly id: string;
  readonly code: string;
  /** The group it belongs to now; `moves` tell the earlier ones, oldest first. */
  readonly groupId: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly moves: readonly { readonly onDate: PlainDate; readonly fromGroupId: string }[];
}
export interface SheetFact {
  readonly number: string;
  readonly meetingId: string;
  readonly householdId: string;
  readonly state: SheetState;
}
export interface PetitionFact {
  readonly id: string;
  readonly number: number;
  readonly kind: 'proposal' | 'complaint' | 'denunciation';
  readonly groupId: string;
  readonly ownerCadreId: string | null;
  readonly receivedOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly answeredOn: PlainDate | null;
  readonly sheetNumber: string | null;
}

/** What the records of one year say about the work of one cadre, up to and including `asOf`. */
export interface YearFacts {
  readonly year: number;
  readonly asOf: PlainDate;
  readonly cadreId: string;
  readonly assignments: readonly AssignmentFact[];
  readonly meetings: readonly MeetingFact[];
  readonly households: readonly HouseholdFact[];
  readonly sheets: readonly SheetFact[];
  readonly petitions: readonly PetitionFact[];
}

/** Last day that counts: the cut-off, or the end of the year when that is over. */
export function lastDay(facts: Pick<YearFacts, 'year' | 'asOf'>): PlainDate {
  const { to } = yearBounds(facts.year);
  if (facts.asOf > to) return to;
  return facts.asOf;
}

/** The assignment under which the cadre followed the group on that day of the year, if any. */
export function assignmentOn(facts: YearFacts, groupId: string, date: PlainDate): AssignmentFact | undefined {
  const { from } = yearBounds(facts.year);
  if (!isWithin(date, from, lastDay(facts))) return undefined;
  return facts.assignments.find((a) => a.groupId === groupId && isWithin(date, a.from, a.to));
}

/** Meetings that took place in his groups while he was assigned to them, oldest first. */
export function heldMeetings(facts: YearFacts): MeetingFact[] {
  return facts.meetings
    .filter((meeting) => meeting.state === 'held' || meeting.state === 'closed')
    .filter((meeting) => assignmentOn(facts, meeting.groupId, meeting.heldOn) !== undefined)
    .sort((a, b) => (a.heldOn === b.heldOn ? (a.id < b.id ? -1 : 1) : a.heldOn < b.heldOn ? -1 : 1));
}

/** Whether the minutes say that this cadre was there. */
export function attended(facts: YearFacts, meeting: MeetingFact): boolean {
  return meeting.cadrePresent === true && (meeting.cadreId === null || meeting.cadreId === facts.cadreId);
}

/** Sheets of those meetings that are in force: a void one was replaced by its reprint. */
export function sheetsInForce(facts: YearFacts): SheetFact[] {
  const meetings = new Set(heldMeetings(facts).map((meeting) => meeting.id));
  return facts.sheets
    .filter((sheet) => sheet.state !== 'void' && meetings.has(sheet.meetingId))
    .sort((a, b) => (a.number < b.number ? -1 : 1));
}

/** Whether the sheet came back from its household. */
export function cameBack(sheet: SheetFact): boolean {
  return isBack(sheet.state);
}
