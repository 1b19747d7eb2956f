import type { Sentence } from '../errors/index.ts';

/** Kinds of the parts of a commune (domain.md: ấp, khu phố, thôn, tổ dân phố). */
export const HAMLET_KINDS = ['ap', 'khu-pho', 'thon', 'to-dan-pho', 'khac'] as const;
export type HamletKind = (typeof HAMLET_KINDS)[number];

export const HAMLET_KIND_LABELS: Readonly<Record<HamletKind, Sentence>> = {
  ap: { vi: 'Ấp', en: 'Hamlet' },
  'khu-pho': { vi: 'Khu phố', en: 'Quarter' },
  thon: { vi: 'Thôn', en: 'Village' },
  'to-dan-pho': { vi: 'Tổ dân phố', en: 'Residential cluster' },
  khac: { vi: 'Khác', en: 'Other' },
};

/** How often a group meets. */
export const MEETING_CYCLES = ['month', 'quarter'] as const;
export type MeetingCycle = (typeof MEETING_CYCLES)[number];

export const MEETING_CYCLE_LABELS: Readonly<Record<MeetingCycle, Sentence>> = {
  month: { vi: 'Hằng tháng', en: 'Monthly' },
  quarter: { vi: 'Hằng quý', en: 'Quarterly' },
};

/** Meetings that a group owes in a whole year. */
export function meetingsPerYear(cycle: MeetingCycle): number {
  return cycle === 'month' ? 12 : 4;
}
