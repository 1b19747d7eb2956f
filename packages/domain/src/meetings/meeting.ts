import { formatDate, type PlainDate, yearOf } from '../calendar/index.ts';
import { conflict, invalidField } from '../errors/index.ts';

/** planned → held (minutes written) → closed; or cancelled. */
export const MEETING_STATES = ['planned', 'held', 'closed', 'cancelled'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

/** A meeting as its rules and refusals see it. */
export interface MeetingFacts {
  readonly groupName: string;
  readonly heldOn: PlainDate;
  readonly state: MeetingState;
}

/** What the cadre and the clerk write down after a meeting; the newest minutes count. */
export interface Minutes {
  readonly cadrePresent: boolean;
  readonly cadreId: string | null;
  readonly householdsPresent: number;
  readonly policiesTold: readonly string[];
  readonly note: string | null;
}

/** Furthest day ahead for which a meeting is planned: paper that waits longer is printed for households that moved. */
const FURTHEST_YEARS = 1;

/** Refuses a meeting day that no office plans: more than a year back or after the next year's end. */
export function requireMeetingDay(heldOn: PlainDate, today: PlainDate): void {
  const years = yearOf(heldOn) - yearOf(today);
  if (Math.abs(years) <= FURTHEST_YEARS) return;
  throw invalidField('heldOn', 'meeting.day-out-of-range', {
    vi: `Ngày họp ${formatDate(heldOn)} phải thuộc năm nay, năm trước hoặc năm sau.`,
    en: `The meeting day ${formatDate(heldOn)} must lie in this year, the last or the next.`,
  });
}

/** Refuses to print, move, key or minute a meeting that is closed or cancelled. */
export function requireOpenMeeting(meeting: MeetingFacts): void {
  if (meeting.state === 'planned' || meeting.state === 'held') return;
  const name = meetingName(meeting);
  throw meeting.state === 'closed'
    ? conflict('meeting.closed', {
        vi: `${name.vi} đã khóa sổ, không in, nhập hay sửa phiếu được nữa.`,
        en: `${name.en} is closed: its sheets are no longer printed, keyed or changed.`,
      })
    : conflict('meeting.cancelled', {
        vi: `${name.vi} đã hủy. Hãy lập kỳ họp khác.`,
        en: `${name.en} was cancelled. Create another meeting.`,
      });
}

/** Refuses minutes of a meeting that has not taken place, or with more households present than the group has. */
export function requireMinutes(meeting: MeetingFacts, minutes: Minutes, households: number, today: PlainDate): void {
  if (meeting.heldOn > today) {
    throw conflict('meeting.not-held-yet', {
      vi: `${meetingName(meeting).vi} chưa diễn ra nên chưa ghi biên bản được.`,
      en: `${meetingName(meeting).en} has not taken place yet, so there are no minutes to write.`,
    });
  }
  if (minutes.householdsPresent > households) {
    throw invalidField('householdsPresent', 'meeting.too-many-present', {
      vi: `Tổ có ${households} hộ, không thể có ${minutes.householdsPresent} hộ dự họp.`,
      en: `The group has ${households} households; ${minutes.householdsPresent} cannot have been present.`,
    });
  }
  if (minutes.cadrePresent && minutes.cadreId === null) {
    throw invalidField('cadreId', 'meeting.cadre-missing', {
      vi: 'Hãy chọn cán bộ đã dự họp.',
      en: 'Choose the cadre who attended.',
    });
  }
}

/** Refuses to close before the meeting: its sheets cannot be back. */
export function requireHeld(meeting: MeetingFacts): void {
  if (meeting.state === 'held') return;
  throw conflict('meeting.no-minutes', {
    vi: `${meetingName(meeting).vi} chưa có biên bản. Hãy ghi số hộ dự và chính sách đã phổ biến trước khi khóa sổ.`,
    en: `${meetingName(meeting).en} has no minutes. Record who was present and which policies were told before closing.`,
  });
}

/** "Kỳ họp Tổ 12 ngày 12/11/2026". */
export function meetingName(meeting: Pick<MeetingFacts, 'groupName' | 'heldOn'>) {
  const day = formatDate(meeting.heldOn);
  return { vi: `Kỳ họp ${meeting.groupName} ngày ${day}`, en: `The meeting of ${meeting.groupName} on ${day}` };
}
