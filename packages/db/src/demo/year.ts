import { addDays, addWorkingDays, daysBetween, type PlainDate, yearOf } from '@gandan/domain/calendar';
import type { Answers } from '@gandan/domain/entry';
import { dueOn, petitionsFromAnswers } from '@gandan/domain/petitions';
import type { PaperQuestion } from '@gandan/domain/questionnaires';
import { sheetNumber } from '@gandan/domain/sheets';
import { householdAnswers } from './household-answers.ts';

/** What the year is made of: the rows of units, people and paper that are stored already. */
export interface YearInput {
  readonly today: PlainDate;
  readonly sheetPrefix: string;
  readonly questions: readonly PaperQuestion[];
  readonly groups: readonly { readonly id: string; readonly cadreId: string | null }[];
  readonly households: readonly {
    readonly id: string;
    readonly groupId: string;
    readonly headName: string;
    readonly address: string;
  }[];
  readonly random: () => number;
  newId(): string;
}

export interface PlannedMeeting {
  readonly id: string;
  readonly year: number;
  readonly groupId: string;
  readonly heldOn: PlainDate;
  /** What was written in the minutes; null: it is still to come. */
  readonly minutes: {
    readonly cadreId: string | null;
    readonly cadrePresent: boolean;
    readonly householdsPresent: number;
    readonly policiesTold: readonly string[];
  } | null;
  readonly closed: boolean;
  readonly sheets: readonly PlannedSheet[];
}

export interface PlannedSheet {
  readonly number: string;
  readonly householdId: string;
  readonly headName: string;
  readonly address: string;
  readonly states: readonly ('printed' | 'returned' | 'entered' | 'refused' | 'lost')[];
  readonly responseId: string;
  readonly answers: Answers | null;
  readonly petitions: readonly PlannedPetition[];
}

export interface PlannedPetition {
  readonly id: string;
  readonly number: number;
  readonly question: string;
  readonly content: string;
  readonly field: string;
  readonly replyBy: string | null;
  readonly receivedOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly events: readonly {
    readonly kind: 'received' | 'assigned' | 'answered';
    readonly onDate: PlainDate;
    readonly ownerCadreId?: string;
    readonly text?: string;
  }[];
}

const POLICIES = [
  'Mức hỗ trợ tiền điện cho hộ nghèo, hộ cận nghèo',
  'Quy hoạch tuyến đường liên ấp',
  'Thu, chi quỹ phòng chống thiên tai',
  'Hướng dẫn cài đặt định danh điện tử mức 2',
  'Chính sách vay vốn giải quyết việc làm',
];
const ANSWER = 'Đã xem thực tế và trả lời hộ tại kỳ họp tổ.';

/**
 * A commune's year up to today: one meeting a group in every quarter, all closed but those of the last days. The
 * newest round is what the office works on now, with a few meetings to come, so that every stop of the journey has
 * something to do.
 */
export function planYear(input: YearInput): readonly PlannedMeeting[] {
  const serials = counter();
  const petitions = counter();
  const rounds = roundDays(input.today);
  return rounds.flatMap((day, round) =>
    input.groups.map((group, index) => {
      const newest = round === rounds.length - 1;
      const heldOn = newest
        ? newestRoundDay(day, input.today, index, input.groups.length)
        : withinYear(addDays(day, index % 12), day);
      return planMeeting(input, group, heldOn, serials, petitions);
    }),
  );
}

function planMeeting(
  input: YearInput,
  group: YearInput['groups'][number],
  heldOn: PlainDate,
  serials: () => number,
  petitions: () => number,
): PlannedMeeting {
  const { today, random } = input;
  const ago = daysBetween(heldOn, today);
  const households = input.households.filter((household) => household.groupId === group.id);
  const meeting = { id: input.newId(), year: yearOf(heldOn), groupId: group.id, heldOn };
  // Tomorrow's packets are not printed yet: that is one of the things to do.
  if (ago < 0) return { ...meeting, minutes: null, closed: false, sheets: [] };
  const cadrePresent = group.cadreId !== null && random() < 0.92;
  const minutes = {
    cadreId: group.cadreId,
    cadrePresent,
    householdsPresent: Math.round(households.length * (0.7 + random() * 0.25)),
    policiesTold: POLICIES.filter(() => random() < 0.35),
  };
  const closed = ago > 9;
  const enteredShare = closed ? 1 : ago > 6 ? 0.68 : ago > 3 ? 0.3 : 0;
  const sheets = households.map((household, index) => {
    const keyed = index < Math.floor(households.length * enteredShare);
    return planSheet(input, group, household, { heldOn, closed, keyed, serial: serials(), petitions });
  });
  return { ...meeting, minutes, closed, sheets };
}

interface SheetFate {
  readonly heldOn: PlainDate;
  readonly closed: boolean;
  readonly keyed: boolean;
  readonly serial: number;
  petitions(): number;
}

function planSheet(
  input: YearInput,
  group: YearInput['groups'][number],
  household: YearInput['households'][number],
  fate: SheetFate,
): PlannedSheet {
  const { random } = input;
  const chance = random();
  const lastState =
    !fate.closed && !fate.keyed
      ? chance < 0.94
        ? 'returned'
        : 'printed'
      : chance < 0.95
        ? 'entered'
        : chance < 0.985
          ? 'refused'
          : 'lost';
  const states: PlannedSheet['states'] =
    lastState === 'printed'
      ? ['printed']
      : lastState === 'entered'
        ? ['printed', 'returned', 'entered']
        : ['printed', lastState];
  const answers = lastState === 'entered' ? householdAnswers(input.questions, random) : null;
  const petitions = answers === null ? [] : petitionsFromAnswers(input.questions, answers);
  return {
    number: sheetNumber(input.sheetPrefix, fate.serial).text,
    householdId: household.id,
    headName: household.headName,
    address: household.address,
    states,
    responseId: input.newId(),
    answers,
    petitions: petitions.map((petition) => ({
      ...petition,
      id: input.newId(),
      number: fate.petitions(),
      ...planFollowUp(input, group.cadreId, fate.heldOn),
    })),
  };
}

function planFollowUp(
  input: YearInput,
  cadreId: string | null,
  receivedOn: PlainDate,
): Pick<PlannedPetition, 'receivedOn' | 'dueOn' | 'events'> {
  const { today, random } = input;
  const due = dueOn('proposal', receivedOn);
  const events: PlannedPetition['events'][number][] = [{ kind: 'received', onDate: receivedOn }];
  const isOld = daysBetween(receivedOn, today) > 60;
  const assignedOn = addDays(receivedOn, 1);
  if (cadreId !== null && assignedOn <= today && (isOld || random() < 0.93)) {
    events.push({ kind: 'assigned', onDate: assignedOn, ownerCadreId: cadreId });
    const answeredOn = addWorkingDays(receivedOn, 2 + Math.floor(random() ** 1.5 * 13));
    if (answeredOn <= today && (isOld || random() < 0.97))
      events.push({ kind: 'answered', onDate: answeredOn, text: ANSWER });
  }
  return { receivedOn, dueOn: due, events };
}

/** The first day of each quarter's round, the newest chosen so that it is under way today. */
function roundDays(today: PlainDate): readonly PlainDate[] {
  const year = yearOf(today);
  const newest = addDays(today, -18);
  const earlier = [`${year}-02-20`, `${year}-05-15`, `${year}-08-20`].filter((day) => addDays(day, 30) < newest);
  return [...earlier, newest];
}

/** From two and a half weeks ago up to next week, most of them over. */
function newestRoundDay(first: PlainDate, today: PlainDate, index: number, count: number): PlainDate {
  const day = addDays(first, Math.floor((index / count) * 20));
  // The office's evaluation year must not spill over: on the first days of January the round starts with the year.
  const start = `${yearOf(today)}-01-01`;
  return day < start ? start : day;
}

function withinYear(day: PlainDate, first: PlainDate): PlainDate {
  return yearOf(day) === yearOf(first) ? day : first;
}

function counter(): () => number {
  let last = 0;
  return () => {
    last += 1;
    return last;
  };
}
