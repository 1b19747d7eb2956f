import { formatDate } from '../../calendar/index.ts';
import type { YearFacts } from '../facts.ts';
import { type Indicator, shareOf } from '../indicator.ts';
import { type DueMeeting, dueMeetings } from './due-meetings.ts';

/** Meetings due by the groups' cycles that the cadre attended. */
export function meetingsAttended(facts: YearFacts): Indicator {
  const due = dueMeetings(facts);
  return shareOf({
    code: 'meetings-attended',
    title: { vi: 'Dự sinh hoạt tổ nhân dân tự quản', en: 'Group meetings attended' },
    formula: {
      vi: 'Số kỳ họp đã dự ÷ số kỳ họp phải dự (theo chu kỳ họp của tổ, trong các tháng, quý được phân công từ một nửa số ngày trở lên)',
      en: 'Meetings attended ÷ meetings due (by the group’s cycle, in the months or quarters assigned for half of their days or more)',
    },
    empty: { vi: 'Chưa có kỳ họp nào phải dự.', en: 'No meeting has been due yet.' },
    parts: [
      { label: { vi: 'tổ có họp, cán bộ vắng', en: 'held without the cadre' }, n: due.filter(wasAbsent).length },
      { label: { vi: 'không có kỳ họp trong kỳ', en: 'no meeting in the period' }, n: due.filter(notHeld).length },
    ],
    evidence: due.map((meeting) => ({
      kind: 'meeting' as const,
      recordId: meeting.meeting?.id ?? `due/${meeting.groupId}/${meeting.period}`,
      label: labelOf(meeting),
      counted: meeting.attended,
    })),
  });
}

const wasAbsent = (due: DueMeeting) => due.meeting !== null && !due.attended;
const notHeld = (due: DueMeeting) => due.meeting === null;

function labelOf(due: DueMeeting): string {
  if (due.meeting === null) return `${due.groupName}, ${due.periodName}: không họp`;
  return `${due.groupName}, ${formatDate(due.meeting.heldOn)}${due.attended ? '' : ': vắng'}`;
}
