import { describe, expect, it } from 'vitest';
import { type MeetingFacts, requireHeld, requireMeetingDay, requireMinutes, requireOpenMeeting } from './index.ts';

const meeting: MeetingFacts = { groupName: 'Tổ 12', heldOn: '2026-11-12', state: 'held' };
const minutes = { cadrePresent: true, cadreId: 'c1', householdsPresent: 17, policiesTold: [], note: null };

describe('a meeting', () => {
  it('is planned for this year, the last or the next', () => {
    requireMeetingDay('2027-01-05', '2026-11-12');
    expect(() => requireMeetingDay('2062-11-12', '2026-11-12')).toThrow(/meeting.day-out-of-range/);
  });

  it('that is closed or cancelled says so by name', () => {
    requireOpenMeeting(meeting);
    expect(() => requireOpenMeeting({ ...meeting, state: 'closed' })).toThrow(
      /meeting of Tổ 12 on 12\/11\/2026 is closed/,
    );
    expect(() => requireOpenMeeting({ ...meeting, state: 'cancelled' })).toThrow(/meeting.cancelled/);
  });

  it('has minutes once it took place, with no more households than the group has', () => {
    requireMinutes(meeting, minutes, 25, '2026-11-12');
    expect(() => requireMinutes(meeting, minutes, 16, '2026-11-12')).toThrow(/meeting.too-many-present/);
    expect(() => requireMinutes(meeting, minutes, 25, '2026-11-11')).toThrow(/meeting.not-held-yet/);
    expect(() => requireMinutes(meeting, { ...minutes, cadreId: null }, 25, '2026-11-12')).toThrow(
      /meeting.cadre-missing/,
    );
  });

  it('closes only with minutes', () => {
    requireHeld(meeting);
    expect(() => requireHeld({ ...meeting, state: 'planned' })).toThrow(/meeting.no-minutes/);
  });
});
