import type { QuestionnaireModel } from '../model.ts';
import { codedChoices, SATISFACTION, TIMES, YES_NO } from '../scales.ts';

const rated = (name: string, vi: string, en: string, ...tags: readonly string[]) =>
  ({ type: 'select_one', name, label: { vi, en }, choices: SATISFACTION, tags }) as const;

/**
 * What the people of a group say of the cadre assigned to it: a slip of A5 that names the cadre and the period and never
 * a household. Nothing on it leads to who wrote it, and its hints ask not to write a name.
 */
export const FEEDBACK_SLIP: QuestionnaireModel = {
  code: 'feedback',
  subject: 'anonymous',
  paper: 'a5x2',
  title: {
    vi: 'PHIẾU GÓP Ý VỀ CÁN BỘ ĐƯỢC PHÂN CÔNG THEO DÕI, HỖ TRỢ',
    en: 'Feedback on the cadre assigned to the group',
  },
  instructions: {
    vi: 'Không ghi tên. Đánh dấu X vào ô đúng ý mình, gấp lại và bỏ vào hòm kín.',
    en: 'Write no name. Put an X in the box that fits, fold the slip and drop it into the sealed box.',
  },
  notice: {
    vi:
      'Phiếu kín: không ghi tên, địa chỉ hay mã hộ. Mã in trên phiếu chỉ để mỗi phiếu được tính một lần, không cho biết ai ' +
      'viết. Kết quả chỉ được tổng hợp khi có đủ số phiếu.',
    en:
      'A sealed slip: no name, address or household code. The code on it only lets each slip count once and does not tell ' +
      'who wrote it. Results are drawn up only when there are slips enough.',
  },
  items: [
    {
      type: 'select_one',
      name: 'knows_cadre',
      label: {
        vi: 'Ông/bà có biết cán bộ phụ trách tổ mình là ai không?',
        en: 'Do you know who the group’s cadre is?',
      },
      choices: YES_NO,
      tags: ['nam'],
    },
    {
      type: 'select_one',
      name: 'meetings_with_cadre',
      label: {
        vi: 'Sáu tháng qua, ông/bà gặp cán bộ tại họp tổ hoặc ở nhà mấy lần?',
        en: 'In the last six months, how often did you meet the cadre at group meetings or at home?',
      },
      choices: TIMES,
      tags: ['nam'],
    },
    {
      type: 'select_one',
      name: 'last_petition',
      label: { vi: 'Kiến nghị gần nhất của gia đình đến nay', en: 'Your household’s latest petition by now' },
      choices: codedChoices(
        ['Chưa kiến nghị', 'None raised'],
        ['Đã giải quyết xong', 'Settled'],
        ['Đang giải quyết', 'Under way'],
        ['Không được trả lời', 'No answer'],
      ),
      tags: ['kiem'],
    },
    {
      type: 'select_one',
      name: 'overall',
      label: { vi: 'Nhìn chung, ông/bà hài lòng về cán bộ ở mức nào?', en: 'All in all, how satisfied are you?' },
      choices: SATISFACTION,
      tags: ['kiem'],
    },
    {
      type: 'text',
      name: 'done_well',
      label: { vi: 'Việc cán bộ đã làm tốt', en: 'What the cadre did well' },
      lines: 2,
      tags: ['gop'],
    },
    {
      type: 'begin_group',
      name: 'cadre',
      label: { vi: 'Ông/bà hài lòng thế nào về cán bộ?', en: 'How satisfied are you with the cadre?' },
      appearance: 'table-list',
      items: [
        rated('attends', 'Dự họp tổ đầy đủ', 'Attends the group’s meetings', 'nam'),
        rated('listens', 'Lắng nghe, gần gũi', 'Listens, is close to people', 'nam'),
        rated('explains', 'Truyền đạt dễ hiểu', 'Explains policies clearly', 'gop'),
        rated('takes_petitions', 'Ghi nhận, phản hồi', 'Takes up petitions and reports back', 'nam', 'kiem'),
        rated('on_time', 'Giải quyết đúng hẹn', 'Settles matters on time', 'kiem'),
        rated('helps', 'Giúp đỡ thiết thực', 'Helps with work and social support', 'gop'),
        rated('example', 'Lối sống gương mẫu', 'Sets an example in conduct', 'kiem'),
        rated('manner', 'Không gây phiền hà', 'Is courteous, causes no trouble', 'kiem'),
      ],
    },
    {
      type: 'text',
      name: 'to_improve',
      label: { vi: 'Việc cán bộ cần sửa, cần làm thêm', en: 'What the cadre should do better' },
      hint: { vi: 'Không ghi tên mình.', en: 'Do not write your name.' },
      lines: 3,
      tags: ['gop'],
    },
  ],
};
