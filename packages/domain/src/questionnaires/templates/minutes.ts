import type { IntegerItem, QuestionnaireModel, TextItem } from '../model.ts';
import { choicesWithOther, codedChoices, YES_NO } from '../scales.ts';

const column = (name: string, vi: string, en: string, lines = 1): TextItem => ({
  type: 'text',
  name,
  label: { vi, en },
  lines,
});

/** A column of a table that gets that many shares of its width. */
const wide = (width: number, name: string, vi: string, en: string): TextItem => ({ ...column(name, vi, en), width });

const count = (name: string, vi: string, en: string): IntegerItem => ({
  type: 'integer',
  name,
  label: { vi, en },
  digits: 2,
});

const clock = (when: 'start' | 'end', vi: string, en: string) =>
  ({
    type: 'begin_group',
    name: when,
    label: { vi, en },
    appearance: 'row',
    items: [
      {
        type: 'integer',
        name: `${when}_hour`,
        label: { vi, en },
        digits: 2,
        unit: { vi: 'giờ', en: 'h' },
        constraint: { min: 0, max: 23 },
      },
      {
        type: 'integer',
        name: `${when}_minute`,
        label: { vi, en },
        digits: 2,
        unit: { vi: 'phút', en: 'min' },
        constraint: { min: 0, max: 59 },
      },
    ],
  }) as const;

/** Minutes of a group's meeting, written by its secretary while it sits; one leaf, two sides. */
export const MEETING_MINUTES: QuestionnaireModel = {
  code: 'minutes',
  subject: 'group',
  paper: 'a4',
  title: { vi: 'BIÊN BẢN HỌP TỔ NHÂN DÂN TỰ QUẢN', en: 'Minutes of a self-management group’s meeting' },
  instructions: {
    vi: 'Thư ký ghi trong lúc họp, đọc lại cho mọi người cùng nghe trước khi ký.',
    en: 'The secretary writes while the meeting sits and reads it out before it is signed.',
  },
  items: [
    clock('start', 'Bắt đầu lúc', 'Began at'),
    {
      type: 'select_one',
      name: 'chair',
      label: { vi: 'Chủ trì cuộc họp', en: 'In the chair' },
      choices: choicesWithOther(
        ['Tổ trưởng', 'Head of the group'],
        ['Tổ phó', 'Deputy head'],
        ['Người khác', 'Somebody else'],
      ),
    },
    column('secretary', 'Thư ký (họ và tên)', 'Secretary (name)'),
    {
      type: 'select_one',
      name: 'cadre_present',
      label: { vi: 'Cán bộ phụ trách có dự họp', en: 'The cadre in charge was present' },
      choices: YES_NO,
      tags: ['nam'],
    },
    {
      type: 'begin_group',
      name: 'attendance',
      label: { vi: 'Số hộ (danh sách kèm theo)', en: 'Households (list attached)' },
      appearance: 'row',
      items: [
        count('present', 'Có mặt', 'Present'),
        count('absent_excused', 'Vắng có lý do', 'Absent with a reason'),
        count('absent', 'Vắng không lý do', 'Absent without'),
      ],
    },
    { ...column('told', 'Nội dung thông báo, triển khai', 'What was told and set going', 3), tags: ['gop'] },
    {
      type: 'begin_repeat',
      name: 'previous',
      label: { vi: 'Kết quả thực hiện kết luận kỳ họp trước', en: 'What became of the last meeting’s conclusions' },
      count: 3,
      appearance: 'table',
      items: [
        { ...wide(4, 'task', 'Việc', 'Task'), tags: ['kiem'] },
        wide(2, 'owner', 'Người phụ trách', 'In charge'),
        column('due', 'Hạn', 'Due'),
        wide(2, 'result', 'Kết quả', 'Result'),
      ],
    },
    {
      type: 'begin_repeat',
      name: 'opinion',
      label: { vi: 'Ý kiến, kiến nghị của các hộ', en: 'Opinions and petitions of the households' },
      count: 5,
      appearance: 'table',
      items: [
        wide(2, 'household', 'Hộ', 'Household'),
        { ...wide(4, 'content', 'Nội dung', 'What it is about'), tags: ['nam'] },
        column('field', 'Lĩnh vực', 'Field'),
        wide(2, 'answer', 'Trả lời tại chỗ', 'Answered there'),
        column('passed_to', 'Chuyển ai', 'Passed to'),
        column('due', 'Hạn', 'Due'),
      ],
    },
    {
      type: 'begin_repeat',
      name: 'vote',
      label: { vi: 'Biểu quyết', en: 'Votes' },
      count: 3,
      appearance: 'table',
      items: [
        column('subject', 'Nội dung', 'Subject'),
        count('agree', 'Tán thành', 'For'),
        count('disagree', 'Không', 'Against'),
        count('other', 'Ý kiến khác', 'Other opinion'),
      ],
    },
    { ...column('conclusion', 'Kết luận của chủ trì', 'Conclusions of the chair', 3), tags: ['gop'] },
    {
      type: 'begin_repeat',
      name: 'task',
      label: { vi: 'Phân công thực hiện', en: 'Who does what' },
      count: 3,
      appearance: 'table',
      items: [
        { ...wide(4, 'content', 'Việc', 'Task'), tags: ['kiem'] },
        wide(2, 'owner', 'Người phụ trách', 'In charge'),
        column('due', 'Hạn', 'Due'),
      ],
    },
    clock('end', 'Kết thúc lúc', 'Ended at'),
    {
      type: 'select_one',
      name: 'agreed',
      label: { vi: 'Biên bản đã đọc lại cho mọi người cùng nghe', en: 'The minutes were read out' },
      choices: codedChoices(['Nhất trí', 'All agreed'], ['Còn ý kiến khác', 'Some did not']),
    },
  ],
};
