import { addDays, type PlainDate } from '../calendar/index.ts';
import type { MeetingState } from '../meetings/index.ts';
import { daysLeft, overdueDays, type PetitionState } from '../petitions/index.ts';
import { type Action, type Actor, mayEver } from '../policy/index.ts';
import { addsUp, type MeetingSum } from '../sheets/index.ts';

/** The stops of the year, in the order in which a sheet of paper passes them. */
export const STOPS = ['assign', 'form', 'print', 'meet', 'enter', 'petitions', 'assess', 'rank', 'report'] as const;
export type StopKey = (typeof STOPS)[number];

/** A count on the journey; `label` is a key that the page puts into words. */
export interface Figure {
  readonly label: string;
  readonly n: number;
  readonly of?: number;
}

export interface Stop {
  readonly key: StopKey;
  /** `now`: something is due there; `later`: its turn has not come. */
  readonly state: 'done' | 'now' | 'later';
  readonly figures: readonly Figure[];
}

/** One thing to do, as the data of a sentence: `entry.batch` with `{ left: 8, group: 'Tổ 12', heldOn: … }`. */
export interface Todo {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly href: string;
  readonly action: Action;
  readonly due?: PlainDate;
}

export interface OpenMeeting {
  readonly year: number;
  readonly id: string;
  readonly groupName: string;
  readonly hamletName: string;
  readonly heldOn: PlainDate;
  readonly state: MeetingState;
  readonly sum: MeetingSum;
}

export interface OpenPetition {
  readonly year: number;
  readonly id: string;
  readonly number: number;
  readonly state: PetitionState;
  readonly dueOn: PlainDate;
  readonly ownerCadreId: string | null;
}

/** What the records of a year say, counted over what the actor may see. */
export interface JourneyFacts {
  readonly year: number;
  readonly groups: number;
  readonly groupsFollowed: number;
  readonly households: number;
  readonly published: number;
  readonly meetings: { readonly all: number; readonly printed: number; readonly held: number; readonly closed: number };
  /** Groups that have had (or have planned) a meeting in the running month or quarter, by their own cycle. */
  readonly groupsMeeting: number;
  readonly sheets: MeetingSum;
  readonly told: { readonly households: number; readonly invited: number };
  readonly petitions: {
    readonly all: number;
    readonly answered: number;
    readonly onTime: number;
    readonly overdue: number;
  };
  readonly cadres: number;
  readonly evaluations: {
    readonly self: number;
    readonly proposed: number;
    readonly decided: number;
    readonly notified: number;
  };
  /** Whether the actor himself is rated this year and has not assessed himself yet. */
  readonly ownAssessmentOpen: boolean;
  readonly openMeetings: readonly OpenMeeting[];
  readonly openPetitions: readonly OpenPetition[];
}

export interface Journey {
  readonly year: number;
  readonly stops: readonly Stop[];
  readonly todo: readonly Todo[];
  readonly figures: readonly Figure[];
}

/** A person reads a handful of sentences in the morning, not a list. */
const MOST_TODOS = 12;
const SOON_DAYS = 7;
const SOON_WORKING_DAYS = 3;

/** The home page of one person on one day: the journey, what is due for him, and the three figures of the year. */
export function journey(facts: JourneyFacts, actor: Actor, today: PlainDate): Journey {
  const todo = [
    ...setup(facts),
    ...meetings(facts, today),
    ...petitions(facts, actor, today),
    ...evaluations(facts, today),
  ].filter((each) => mayEver(actor, each.action));
  const told = gather(todo).sort(byDue);
  return { year: facts.year, stops: stops(facts, today), todo: told.slice(0, MOST_TODOS), figures: figures(facts) };
}

/** Three or more of a kind are one sentence with their number, so that no kind hides the others. */
const MANY = 3;
const GATHERED: Readonly<Record<string, { readonly key: string; readonly href: string }>> = {
  'meeting.print': { key: 'meeting.printMany', href: '/meetings' },
  'meeting.record': { key: 'meeting.recordMany', href: '/meetings' },
  'meeting.close': { key: 'meeting.closeMany', href: '/meetings' },
  'entry.batch': { key: 'entry.batches', href: '/entry' },
  'petition.overdue': { key: 'petition.overdueMany', href: '/petitions' },
  'petition.assign': { key: 'petition.assignMany', href: '/petitions' },
  'petition.due': { key: 'petition.dueMany', href: '/petitions' },
};

function gather(todo: readonly Todo[]): Todo[] {
  return [...Map.groupBy(todo, ({ key }) => key)].flatMap(([key, alike]) => {
    const many = GATHERED[key];
    const first = alike.toSorted(byDue)[0];
    if (many === undefined || first === undefined || alike.length < MANY) return alike;
    const { action, due } = first;
    return [{ ...many, params: { n: alike.length }, action, ...(due === undefined ? {} : { due }) }];
  });
}

const byDue = (left: Todo, right: Todo) => (left.due ?? '9999').localeCompare(right.due ?? '9999');

function stops(facts: JourneyFacts, today: PlainDate): readonly Stop[] {
  const { groups, cadres, sheets, evaluations: steps } = facts;
  const reviewing = today >= reviewStart(facts.year);
  const open = facts.openMeetings;
  const waiting = sheets.returned - sheets.entered;
  const toPrint = open.filter((meeting) => meeting.sum.printed === 0).length;
  const toHold = open.filter((meeting) => meeting.state === 'planned').length;
  const unanswered = facts.petitions.all - facts.petitions.answered;
  const stop = (key: StopKey, started: boolean, left: number, ...shown: readonly Figure[]): Stop => ({
    key,
    state: left > 0 ? 'now' : started ? 'done' : 'later',
    figures: shown,
  });
  const of = (label: string, n: number, whole: number): Figure => ({ label, n, of: whole });
  const review = (key: StopKey, label: string, n: number, ready: number) =>
    stop(key, cadres > 0 && n >= cadres, reviewing ? Math.max(0, ready - n) : 0, of(label, n, cadres));
  return [
    stop(
      'assign',
      groups > 0,
      groups === 0 ? 1 : groups - facts.groupsFollowed,
      of('groups-followed', facts.groupsFollowed, groups),
    ),
    stop('form', facts.published > 0, facts.published > 0 ? 0 : 1, { label: 'forms-published', n: facts.published }),
    stop(
      'print',
      facts.meetings.printed > 0,
      toPrint,
      of('meetings-printed', facts.meetings.printed, facts.meetings.all),
    ),
    stop(
      'meet',
      facts.meetings.held > 0,
      toHold + (groups - facts.groupsMeeting),
      of('meetings-held', facts.meetings.held, facts.meetings.all),
    ),
    stop('enter', sheets.entered > 0, waiting + sheets.missing, of('sheets-entered', sheets.entered, sheets.printed)),
    stop(
      'petitions',
      facts.petitions.all > 0,
      unanswered,
      of('petitions-answered', facts.petitions.answered, facts.petitions.all),
      { label: 'petitions-overdue', n: facts.petitions.overdue },
    ),
    review('assess', 'cadres-assessed', steps.self, cadres),
    review('rank', 'cadres-ranked', steps.decided, steps.self),
    review('report', 'cadres-notified', steps.notified, steps.decided),
  ];
}

function setup(facts: JourneyFacts): readonly Todo[] {
  if (facts.groups === 0) return [{ key: 'groups.none', params: {}, href: '/groups', action: 'units.write' }];
  const todo: Todo[] = [];
  if (facts.households === 0) {
    todo.push({ key: 'households.none', params: {}, href: '/households/import', action: 'households.import' });
  }
  const unfollowed = facts.groups - facts.groupsFollowed;
  if (unfollowed > 0) {
    todo.push({
      key: 'groups.unfollowed',
      params: { n: unfollowed },
      href: '/assignments',
      action: 'assignments.write',
    });
  }
  const idle = facts.groups - facts.groupsMeeting;
  if (facts.households > 0 && idle > 0) {
    todo.push({ key: 'groups.no-meeting', params: { n: idle }, href: '/meetings', action: 'meetings.write' });
  }
  return todo;
}

function meetings(facts: JourneyFacts, today: PlainDate): readonly Todo[] {
  return facts.openMeetings.flatMap((meeting): readonly Todo[] => {
    const params = { group: meeting.groupName, hamlet: meeting.hamletName, heldOn: meeting.heldOn };
    const href = `/meetings/${meeting.year}/${meeting.id}`;
    const due = meeting.heldOn;
    if (meeting.sum.printed === 0 && meeting.heldOn <= addDays(today, SOON_DAYS)) {
      return [{ key: 'meeting.print', params, href, action: 'sheets.print', due }];
    }
    if (meeting.heldOn > today) return [];
    const left = meeting.sum.printed - meeting.sum.entered - meeting.sum.refused - meeting.sum.lost;
    const record: Todo[] =
      meeting.state === 'planned' ? [{ key: 'meeting.record', params, href, action: 'meetings.record', due }] : [];
    if (left > 0) {
      const batch = {
        key: 'entry.batch',
        params: { ...params, left },
        href: `/entry/keying?meeting=${meeting.id}`,
        due,
      };
      return [...record, { ...batch, action: 'entry.write' }];
    }
    if (record.length > 0 || !addsUp(meeting.sum)) return record;
    return [{ key: 'meeting.close', params, href, action: 'meetings.close', due }];
  });
}

function petitions(facts: JourneyFacts, actor: Actor, today: PlainDate): readonly Todo[] {
  const mine =
    actor.role === 'cadre'
      ? facts.openPetitions.filter((each) => each.ownerCadreId === actor.cadreId)
      : facts.openPetitions;
  return mine.flatMap((petition): readonly Todo[] => {
    const href = `/petitions/${petition.year}/${petition.id}`;
    const params = { number: petition.number };
    const rest = { href, action: 'petitions.write', due: petition.dueOn } as const;
    const late = overdueDays(petition.dueOn, today);
    if (late > 0) return [{ key: 'petition.overdue', params: { ...params, days: late }, ...rest }];
    if (petition.ownerCadreId === null) return [{ key: 'petition.assign', params, ...rest }];
    const days = daysLeft(petition.dueOn, today);
    return days <= SOON_WORKING_DAYS ? [{ key: 'petition.due', params: { ...params, days }, ...rest }] : [];
  });
}

function evaluations(facts: JourneyFacts, today: PlainDate): readonly Todo[] {
  if (today < reviewStart(facts.year)) return [];
  const { self, proposed, decided, notified } = facts.evaluations;
  const rest = { href: `/evaluations?year=${facts.year}`, due: reviewEnd(facts.year) };
  const todo: Todo[] = [];
  const add = (key: string, n: number, action: Action) => {
    if (n > 0) todo.push({ key, params: { n, year: facts.year }, action, ...rest });
  };
  if (facts.ownAssessmentOpen) add('evaluation.self', 1, 'evaluations.assess');
  add('evaluation.propose', self - proposed, 'evaluations.propose');
  add('evaluation.decide', proposed - decided, 'evaluations.decide');
  add('evaluation.notify', decided - notified, 'evaluations.propose');
  return todo;
}

function figures(facts: JourneyFacts): readonly Figure[] {
  return [
    { label: 'sheets-returned', n: facts.sheets.returned, of: facts.sheets.printed },
    { label: 'petitions-on-time', n: facts.petitions.onTime, of: facts.petitions.answered + facts.petitions.overdue },
    { label: 'households-told', n: facts.told.households, of: facts.told.invited },
  ];
}

/** The review starts in November, so that results are there before 15 December (NĐ 335/2025). */
const reviewStart = (year: number): PlainDate => `${year}-11-01`;
const reviewEnd = (year: number): PlainDate => `${year}-12-14`;
