import fc from 'fast-check';
import { addDays } from '../calendar/index.ts';
import type { MeetingFact, PetitionFact, SheetFact, YearFacts } from './facts.ts';
import { pointLines } from './scheme.ts';
import { ND335_2025 } from './schemes/nd335-2025.ts';

export const ME = 'cadre-1';
export const GROUP = 'group-1';

/** A year in which one cadre follows one group of quarterly meetings from January on, and nothing else happened. */
export function factsOf(changes: Partial<YearFacts> = {}): YearFacts {
  return {
    year: 2026,
    asOf: '2026-12-31',
    cadreId: ME,
    assignments: [{ groupId: GROUP, groupName: 'Tổ số 1', meetingCycle: 'quarter', from: '2026-01-01', to: null }],
    meetings: [],
    households: [],
    sheets: [],
    petitions: [],
    ...changes,
  };
}

export function meetingOn(heldOn: string, changes: Partial<MeetingFact> = {}): MeetingFact {
  return {
    id: `meeting-${heldOn}`,
    groupId: GROUP,
    heldOn,
    state: 'closed',
    cadreId: ME,
    cadrePresent: true,
    policiesTold: ['Chính sách Thử'],
    ...changes,
  };
}

export function petition(number: number, changes: Partial<PetitionFact> = {}): PetitionFact {
  return {
    id: `petition-${number}`,
    number,
    kind: 'proposal',
    groupId: GROUP,
    ownerCadreId: ME,
    receivedOn: '2026-03-02',
    dueOn: '2026-03-16',
    answeredOn: null,
    sheetNumber: null,
    ...changes,
  };
}

/** The same share of the maximum on every line, in half points. */
export function evenPoints(share = 1): Record<string, number> {
  return Object.fromEntries(pointLines(ND335_2025).map((line) => [line.code, Math.floor(line.max * share * 2) / 2]));
}

const dayOfYear = fc.integer({ min: 0, max: 364 }).map((offset) => addDays('2026-01-01', offset));
const groupId = fc.constantFrom(GROUP, 'group-2', 'group-3');

const assignments = fc
  .uniqueArray(fc.record({ groupId, cycle: fc.constantFrom('month', 'quarter'), from: dayOfYear, days: fc.nat(400) }), {
    selector: (a) => a.groupId,
    maxLength: 3,
  })
  .map((rows) =>
    rows.map(({ groupId, cycle, from, days }) => ({
      groupId,
      groupName: `Tổ ${groupId}`,
      meetingCycle: cycle as 'month' | 'quarter',
      from,
      to: days > 350 ? null : addDays(from, days),
    })),
  );

const meetings = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    groupId,
    heldOn: dayOfYear,
    state: fc.constantFrom('planned', 'held', 'closed', 'cancelled'),
    cadreId: fc.constantFrom(null, ME, 'cadre-2'),
    cadrePresent: fc.constantFrom(null, true, false),
    policiesTold: fc.constantFrom([], ['Vay vốn'], ['Vay vốn', 'Bảo hiểm y tế']),
  }) as fc.Arbitrary<MeetingFact>,
  { selector: (m) => `${m.groupId}/${m.heldOn}`, maxLength: 20 },
);

const petitions = fc.uniqueArray(
  fc
    .record({
      number: fc.integer({ min: 1, max: 99 }),
      groupId,
      ownerCadreId: fc.constantFrom(null, ME, 'cadre-2'),
      receivedOn: dayOfYear,
      term: fc.nat(60),
      answeredAfter: fc.option(fc.nat(120)),
    })
    .map(({ number, term, answeredAfter, ...rest }) =>
      petition(number, {
        ...rest,
        dueOn: addDays(rest.receivedOn, term),
        answeredOn: answeredAfter === null ? null : addDays(rest.receivedOn, answeredAfter),
      }),
    ),
  { selector: (p) => p.number, maxLength: 20 },
);

const households = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    code: fc.stringMatching(/^H-\d{3}$/),
    groupId,
    validFrom: fc.constantFrom('2020-01-01', '2026-05-01'),
    validTo: fc.constantFrom(null, '2026-08-31'),
    moves: fc.constantFrom([], [{ onDate: '2026-06-01', fromGroupId: 'group-2' }]),
  }),
  { selector: (h) => h.code, maxLength: 12 },
);

/** Any year of any cadre: assignments, meetings, households, sheets and petitions that need not fit together. */
export const anyFacts: fc.Arbitrary<YearFacts> = fc
  .record({ asOf: dayOfYear, assignments, meetings, petitions, households })
  .chain((year) =>
    fc
      .uniqueArray(
        fc.record({
          number: fc.stringMatching(/^PL-\d{6}-AA$/),
          meetingId: fc.constantFrom('none', ...year.meetings.map((m) => m.id)),
          householdId: fc.constantFrom('none', ...year.households.map((h) => h.id)),
          state: fc.constantFrom('printed', 'issued', 'returned', 'entered', 'verified', 'void', 'refused', 'lost'),
        }) as fc.Arbitrary<SheetFact>,
        { selector: (s) => s.number, maxLength: 30 },
      )
      .map((sheets) => factsOf({ ...year, sheets })),
  );
