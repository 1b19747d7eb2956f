import { formatDate } from '../../calendar/index.ts';
import { attended, heldMeetings, type YearFacts } from '../facts.ts';
import { type Indicator, shareOf } from '../indicator.ts';

/** Meetings of his groups at which he told at least one policy. */
export function policiesTold(facts: YearFacts): Indicator {
  const names = new Map(facts.assignments.map((assignment) => [assignment.groupId, assignment.groupName]));
  const meetings = heldMeetings(facts);
  const told = new Set(
    meetings.flatMap((m) => (attended(facts, m) ? m.policiesTold.map((text) => text.toLowerCase()) : [])),
  );
  return shareOf({
    code: 'policies-told',
    title: { vi: 'Truyền đạt chủ trương, chính sách', en: 'Policies told' },
    formula: {
      vi: 'Số kỳ họp cán bộ có truyền đạt chính sách (theo biên bản) ÷ số kỳ họp đã tổ chức của các tổ được phân công',
      en: 'Meetings at which the cadre told a policy (by the minutes) ÷ meetings held by the groups assigned',
    },
    empty: { vi: 'Chưa có kỳ họp nào được tổ chức.', en: 'No meeting has been held yet.' },
    parts: [{ label: { vi: 'chủ trương, chính sách đã truyền đạt', en: 'policies told' }, n: told.size }],
    evidence: meetings.map((meeting) => {
      const counted = attended(facts, meeting) && meeting.policiesTold.length > 0;
      const label = `${names.get(meeting.groupId) ?? ''}, ${formatDate(meeting.heldOn)}`;
      return { kind: 'meeting' as const, recordId: meeting.id, label, counted };
    }),
  });
}
