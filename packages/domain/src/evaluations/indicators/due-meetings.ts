import { addDays, daysBetween, type PlainDate, yearBounds } from '../../calendar/index.ts';
import { type AssignmentFact, attended, heldMeetings, lastDay, type MeetingFact, type YearFacts } from '../facts.ts';

/** One month or quarter in which a group of the cadre had to meet. */
export interface DueMeeting {
  readonly groupId: string;
  readonly groupName: string;
  /** '2026-03' or '2026-Q1'. */
  readonly period: string;
  /** 'tháng 3/2026', 'quý I/2026'. */
  readonly periodName: string;
  /** The meeting that answers it: one he attended if there is one, else the first held; null: none was held. */
  readonly meeting: MeetingFact | null;
  readonly attended: boolean;
}

/**
 * The meetings that were due by each group's cycle. A period is the cadre's when he was assigned to the group for at least
 * half of its days (so a change in mid-period makes it due for one person, not for two or for nobody). A period that has
 * not ended by the cut-off is due only if its meeting has been held already. A meeting of a period that is not his is not
 * looked at.
 */
export function dueMeetings(facts: YearFacts): DueMeeting[] {
  const held = heldMeetings(facts);
  return groupsOf(facts).flatMap(([group, assignments]) =>
    periodsOf(facts.year, group.meetingCycle)
      .filter((period) => daysAssigned(assignments, period) * 2 >= daysBetween(period.from, period.to) + 1)
      .map((period) => {
        const meetings = held.filter(
          (m) => m.groupId === group.groupId && m.heldOn >= period.from && m.heldOn <= period.to,
        );
        const meeting = meetings.find((m) => attended(facts, m)) ?? meetings[0] ?? null;
        return { period, meeting };
      })
      .filter(({ period, meeting }) => meeting !== null || period.to <= lastDay(facts))
      .map(({ period, meeting }) => ({
        groupId: group.groupId,
        groupName: group.groupName,
        period: period.key,
        periodName: period.name,
        meeting,
        attended: meeting !== null && attended(facts, meeting),
      })),
  );
}

interface Period {
  readonly key: string;
  readonly name: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

function periodsOf(year: number, cycle: 'month' | 'quarter'): Period[] {
  const months = cycle === 'month' ? 1 : 3;
  return Array.from({ length: 12 / months }, (_, index) => {
    const first = index * months + 1;
    const from = dayOf(year, first);
    const next = first + months;
    const to = next > 12 ? yearBounds(year).to : addDays(dayOf(year, next), -1);
    return months === 1
      ? { key: from.slice(0, 7), name: `tháng ${first}/${year}`, from, to }
      : { key: `${year}-Q${index + 1}`, name: `quý ${['I', 'II', 'III', 'IV'][index]}/${year}`, from, to };
  });
}

const dayOf = (year: number, month: number): PlainDate => `${year}-${String(month).padStart(2, '0')}-01`;

function groupsOf(facts: YearFacts): [AssignmentFact, AssignmentFact[]][] {
  const groups = new Map<string, AssignmentFact[]>();
  for (const assignment of facts.assignments) {
    groups.set(assignment.groupId, [...(groups.get(assignment.groupId) ?? []), assignment]);
  }
  return [...groups.values()]
    .flatMap((assignments): [AssignmentFact, AssignmentFact[]][] =>
      assignments[0] === undefined ? [] : [[assignments[0], assignments]],
    )
    .sort(([a], [b]) => a.groupName.localeCompare(b.groupName, 'vi', { numeric: true }));
}

/** Days of the period on which one of the assignments runs; assignments of a pair never overlap (EXCLUDE constraint). */
function daysAssigned(assignments: readonly AssignmentFact[], period: Period): number {
  return assignments.reduce((sum, { from, to }) => {
    const start = later(from, period.from);
    const end = to !== null && to < period.to ? to : period.to;
    return start <= end ? sum + daysBetween(start, end) + 1 : sum;
  }, 0);
}

function later(a: PlainDate, b: PlainDate): PlainDate {
  if (a > b) return a;
  return b;
}
