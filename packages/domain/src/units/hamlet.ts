/** Kinds of the parts of a commune: ấp, khu phố, thôn, tổ dân phố, khác. */
export const HAMLET_KINDS = ['ap', 'khu-pho', 'thon', 'to-dan-pho', 'khac'] as const;
export type HamletKind = (typeof HAMLET_KINDS)[number];

/** How often a group meets. */
export const MEETING_CYCLES = ['month', 'quarter'] as const;
export type MeetingCycle = (typeof MEETING_CYCLES)[number];
