import { LEVEL_NAMES, LEVELS } from '../../evaluations/levels.ts';
import { FRAMEWORK, frameworkRows } from '../framework.ts';
import type { Item, Label, QuestionnaireModel, RepeatItem, TextItem } from '../model.ts';

const written = (name: string, vi: string, en: string, lines: number, hint?: Label): TextItem => ({
  type: 'text',
  name,
  label: { vi, en },
  lines,
  ...(hint === undefined ? {} : { hint }),
});

/** One table of the framework: what was done, what shows it, and the cadre's own mark, a row an item. */
function frameworkTable({ code, count, label, item }: (typeof FRAMEWORK)[number]): RepeatItem {
  const tags = [`${code}-#`];
  return {
    type: 'begin_repeat',
    name: code,
    label: { vi: `Kết quả thực hiện “${label.vi}”`, en: `Results of “${label.en}”` },
    count,
    appearance: 'table',
    rows: frameworkRows(count, item),
    items: [
      { ...written('done', 'Việc đã làm', 'What was done', 1), tags },
      { ...written('evidence', 'Minh chứng', 'Evidence', 1), tags },
      {
        type: 'integer',
        name: 'mark',
        label: { vi: 'Tự chấm (0–10)', en: 'Own mark (0–10)' },
        digits: 2,
        constraint: { min: 0, max: 10 },
        tags,
      },
    ],
  };
}

const items: readonly Item[] = [
  ...FRAMEWORK.map(frameworkTable),
  written('highlights', 'Kết quả nổi bật trong năm', 'Highlights of the year', 2),
  written('shortcomings', 'Hạn chế, khuyết điểm', 'Shortcomings and faults', 2),
  written('causes', 'Nguyên nhân khách quan, chủ quan', 'Causes, outside and own', 2),
  written('remedied', 'Việc đã khắc phục từ kỳ đánh giá trước', 'Remedied since the last assessment', 2),
  written('plans', 'Phương hướng, việc sẽ làm năm tới', 'Direction and plans for the coming year', 2),
  {
    type: 'select_one',
    name: 'level',
    label: { vi: 'Tự nhận mức xếp loại chất lượng', en: 'Own proposal of the level' },
    choices: LEVELS.map((level, index) => ({ name: String(index + 1), label: LEVEL_NAMES[level] })),
  },
  written('hamlet_comment', 'Nhận xét của chi bộ, ấp (khu phố)', 'Comment of the party cell and the hamlet', 2),
  written('leader_comment', 'Nhận xét của lãnh đạo trực tiếp', 'Comment of the direct leader', 2),
];

/**
 * A cadre's own account of the year with his groups; it feeds the forms of the yearly review. What the product knows
 * (groups, meetings, visits, petitions, feedback) is printed at its head. The rows of "4 nắm, 4 góp, 3 kiểm" have numbers
 * only: the province words them, and the office puts those words in.
 */
export const SELF_ASSESSMENT: QuestionnaireModel = {
  code: 'self-assessment',
  subject: 'cadre',
  paper: 'a4',
  title: {
    vi: 'PHIẾU TỰ ĐÁNH GIÁ KẾT QUẢ THEO DÕI, HỖ TRỢ TỔ NHÂN DÂN TỰ QUẢN',
    en: 'Self-assessment of a cadre assigned to self-management groups',
  },
  instructions: {
    vi: 'Ghi ngắn gọn việc đã làm và minh chứng (số văn bản, biên bản, mã kiến nghị); tự chấm từ 0 đến 10.',
    en: 'Note briefly what was done and what shows it (papers, minutes, petition codes); mark yourself from 0 to 10.',
  },
  items,
};
