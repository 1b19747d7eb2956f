import type { QuestionnaireModel } from '../model.ts';
import { codedChoices as choices, SATISFACTION } from '../scales.ts';

const people = { type: 'integer', digits: 2 } as const;

/**
 * The sheet that each household gets at its group's meeting: one leaf, two sides. It asks about services, needs and
 * petitions; nothing about belief, opinion or private matters. The question on policy categories is sensitive, so it is
 * off until the office turns it on.
 */
export const HOUSEHOLD_QUESTIONNAIRE: QuestionnaireModel = {
  code: 'household',
  title: {
    vi: 'PHIẾU NẮM TÌNH HÌNH VÀ KIẾN NGHỊ CỦA HỘ GIA ĐÌNH',
    en: 'Household situation and petition sheet',
  },
  instructions: {
    vi: 'Đánh dấu X vào ô đúng với gia đình. Muốn đổi: tô kín ô đã đánh, rồi đánh dấu X vào ô khác.',
    en: 'Put an X in the box that fits. To change: fill the marked box, then put an X in another.',
  },
  notice: {
    vi:
      'Xã thu thập thông tin trên phiếu này để nắm tình hình và giải quyết kiến nghị của gia đình; chỉ người có trách nhiệm ' +
      'được xem. Gia đình có quyền không trả lời, xem lại, yêu cầu sửa, xóa hoặc rút lại thông tin đã cho (Luật Bảo vệ dữ ' +
      'liệu cá nhân số 91/2025/QH15). Cần hỏi hoặc yêu cầu: gặp cán bộ phụ trách tổ hoặc văn phòng xã.',
    en:
      'The commune collects this to know how the household fares and to answer its petitions; only those in charge see it. ' +
      'The household may decline to answer, see, correct, delete or withdraw what it gave (Law 91/2025/QH15 on personal data). ' +
      'Ask the cadre in charge of the group or the commune office.',
  },
  items: [
    {
      type: 'select_one',
      name: 'respondent',
      label: { vi: 'Người trả lời phiếu này', en: 'Who answers this sheet' },
      choices: choices(
        ['Chủ hộ', 'Head of household'],
        ['Vợ, chồng', 'Wife or husband'],
        ['Con', 'Child'],
        ['Người khác', 'Somebody else'],
      ),
    },
    {
      type: 'begin_group',
      name: 'people',
      label: { vi: 'Số người của gia đình', en: 'People of the household' },
      appearance: 'row',
      items: [
        {
          ...people,
          name: 'people_all',
          label: { vi: 'Đang ở nhà', en: 'Living here' },
          constraint: { min: 1, max: 30 },
        },
        {
          ...people,
          name: 'people_working_age',
          label: { vi: 'Tuổi lao động', en: 'Of working age' },
          constraint: { min: 0, max: 30 },
        },
        {
          ...people,
          name: 'people_working',
          label: { vi: 'Có việc làm', en: 'In work' },
          constraint: { min: 0, max: 30, atMost: 'people_all' },
        },
        {
          ...people,
          name: 'people_away',
          label: { vi: 'Đi làm ăn xa', en: 'Working away' },
          constraint: { min: 0, max: 30 },
        },
        {
          ...people,
          name: 'people_under_16',
          label: { vi: 'Dưới 16 tuổi', en: 'Under 16' },
          constraint: { min: 0, max: 20, atMost: 'people_all' },
        },
        {
          ...people,
          name: 'people_from_60',
          label: { vi: 'Từ 60 tuổi', en: '60 and over' },
          constraint: { min: 0, max: 15, atMost: 'people_all' },
        },
      ],
    },
    {
      type: 'select_one',
      name: 'income',
      tags: ['nam'],
      label: { vi: 'Nguồn thu nhập chính của gia đình', en: 'Main source of income' },
      choices: choices(
        ['Nông nghiệp', 'Farming'],
        ['Thủy sản', 'Fishery'],
        ['Buôn bán, dịch vụ', 'Trade, services'],
        ['Làm thuê', 'Day labour'],
        ['Lương', 'Salary'],
        ['Trợ cấp', 'Allowance'],
        ['Nguồn khác', 'Other'],
      ),
    },
    {
      type: 'select_one',
      name: 'living',
      tags: ['nam'],
      label: { vi: 'Đời sống so với năm trước', en: 'Living compared with last year' },
      choices: choices(['Khá hơn', 'Better'], ['Như cũ', 'The same'], ['Khó hơn', 'Harder']),
    },
    {
      type: 'select_multiple',
      name: 'difficulties',
      tags: ['nam'],
      label: { vi: 'Khó khăn lớn nhất hiện nay', en: 'Greatest difficulties now' },
      choices: choices(
        ['Vốn làm ăn', 'Capital'],
        ['Việc làm', 'Work'],
        ['Đất sản xuất', 'Land to farm'],
        ['Bệnh tật', 'Illness'],
        ['Nước sạch', 'Clean water'],
        ['Nhà ở', 'Housing'],
        ['Học phí', 'School fees'],
        ['Thiên tai, mặn', 'Disaster, salt intrusion'],
        ['Khác', 'Other'],
      ),
    },
    {
      type: 'begin_group',
      name: 'health_insurance',
      label: { vi: 'Thẻ bảo hiểm y tế', en: 'Health insurance cards' },
      appearance: 'row',
      items: [
        {
          type: 'select_one',
          name: 'insured',
          tags: ['nam'],
          label: { vi: 'Thẻ bảo hiểm y tế', en: 'Does everybody have a health insurance card' },
          choices: choices(['Đủ cả nhà', 'Everybody'], ['Còn thiếu', 'Somebody has none']),
        },
        {
          ...people,
          name: 'uninsured',
          tags: ['nam'],
          label: { vi: 'Thiếu', en: 'How many have none' },
          unit: { vi: 'người', en: 'people' },
          relevant: { question: 'insured', choices: ['2'] },
          constraint: { min: 1, max: 30, atMost: 'people_all' },
        },
      ],
    },
    {
      type: 'select_one',
      name: 'water',
      tags: ['nam'],
      label: { vi: 'Nước sinh hoạt', en: 'Household water' },
      choices: choices(['Nước máy', 'Piped'], ['Nước mưa', 'Rain'], ['Nước giếng', 'Well'], ['Mua nước', 'Bought']),
    },
    {
      type: 'select_one',
      name: 'rubbish',
      tags: ['nam'],
      label: { vi: 'Rác của gia đình', en: 'Household rubbish' },
      choices: choices(
        ['Xe thu gom', 'Collected'],
        ['Đốt', 'Burnt'],
        ['Chôn, ủ', 'Buried, composted'],
        ['Cách khác', 'Another way'],
      ),
    },
    {
      type: 'begin_group',
      name: 'school',
      label: { vi: 'Trẻ trong tuổi đi học nghỉ học', en: 'Children of school age out of school' },
      appearance: 'row',
      items: [
        {
          type: 'select_one',
          name: 'out_of_school',
          tags: ['nam'],
          label: { vi: 'Trẻ trong tuổi đi học nghỉ học', en: 'Is a child of school age out of school' },
          choices: choices(['Không', 'No'], ['Có', 'Yes']),
        },
        {
          type: 'text',
          name: 'out_of_school_reason',
          label: { vi: 'Lý do', en: 'Why' },
          lines: 1,
          relevant: { question: 'out_of_school', choices: ['2'] },
        },
      ],
    },
    {
      type: 'select_multiple',
      name: 'policy_category',
      tags: ['nam'],
      label: { vi: 'Gia đình thuộc diện chính sách', en: 'Policy categories of the household' },
      sensitive: true,
      choices: choices(
        ['Hộ nghèo', 'Poor household'],
        ['Hộ cận nghèo', 'Near-poor household'],
        ['Người có công', 'Merit to the nation'],
        ['Khuyết tật', 'Disability'],
        ['Đơn thân nuôi con', 'Single parent'],
        ['Không thuộc diện nào', 'None'],
      ),
    },
    {
      type: 'select_multiple',
      name: 'told',
      tags: ['gop'],
      label: {
        vi: 'Từ kỳ họp trước, gia đình đã được thông báo về',
        en: 'Since the last meeting the household was told about',
      },
      choices: choices(
        ['Thu, chi các quỹ', 'Funds collected and spent'],
        ['Quy hoạch, đất đai', 'Planning, land'],
        ['Nông thôn mới', 'New countryside'],
        ['Chính sách hỗ trợ', 'Support policies'],
        ['Phòng chống thiên tai', 'Disaster prevention'],
        ['Chưa được thông báo', 'Not told anything'],
      ),
    },
    {
      type: 'select_multiple',
      name: 'channels',
      tags: ['gop'],
      label: { vi: 'Gia đình biết tin của xã, ấp qua', en: 'News of the commune and hamlet comes through' },
      choices: choices(
        ['Họp tổ', 'Group meeting'],
        ['Loa, đài', 'Loudspeaker'],
        ['Zalo, mạng', 'Zalo, internet'],
        ['Cán bộ', 'A cadre at the door'],
        ['Hàng xóm', 'Neighbours'],
      ),
    },
    {
      type: 'begin_group',
      name: 'neighbourhood',
      label: {
        vi: 'Gia đình hài lòng thế nào về nơi mình ở?',
        en: 'How satisfied is the household with where it lives?',
      },
      appearance: 'table-list',
      items: [
        {
          type: 'select_one',
          name: 'security',
          tags: ['nam'],
          label: { vi: 'An ninh, trật tự trong tổ', en: 'Security and order' },
          choices: SATISFACTION,
        },
        {
          type: 'select_one',
          name: 'roads',
          tags: ['nam'],
          label: { vi: 'Đường đi, điện chiếu sáng', en: 'Roads, street lights' },
          choices: SATISFACTION,
        },
        {
          type: 'select_one',
          name: 'environment',
          tags: ['nam'],
          label: { vi: 'Vệ sinh, môi trường', en: 'Cleanliness, environment' },
          choices: SATISFACTION,
        },
        {
          type: 'select_one',
          name: 'neighbours',
          tags: ['nam'],
          label: { vi: 'Tình làng nghĩa xóm, hòa giải', en: 'Neighbourliness, mediation' },
          choices: SATISFACTION,
        },
      ],
    },
    {
      type: 'begin_repeat',
      name: 'petition',
      label: { vi: 'Kiến nghị', en: 'Petition' },
      count: 3,
      role: 'petition',
      items: [
        {
          type: 'text',
          name: 'content',
          label: { vi: 'Nội dung', en: 'What it is about' },
          lines: 2,
          tags: ['nam'],
        },
        {
          type: 'select_one',
          name: 'field',
          label: { vi: 'Lĩnh vực', en: 'Field' },
          choices: choices(
            ['Đất đai', 'Land'],
            ['Điện, đường', 'Power, roads'],
            ['Môi trường', 'Environment'],
            ['An sinh', 'Social support'],
            ['Y tế', 'Health'],
            ['Giáo dục', 'Education'],
            ['An ninh', 'Security and order'],
            ['Thủ tục', 'Procedures, officials'],
            ['Khác', 'Other'],
          ),
        },
        {
          type: 'select_one',
          name: 'asked_before',
          tags: ['kiem'],
          label: { vi: 'Từng nêu', en: 'Raised before' },
          choices: choices(['Chưa', 'No'], ['Rồi', 'Yes']),
        },
        {
          type: 'select_one',
          name: 'reply_by',
          label: { vi: 'Trả lời qua', en: 'Reply by' },
          choices: choices(
            ['Họp tổ', 'Group meeting'],
            ['Văn bản', 'Letter'],
            ['Gọi điện', 'Telephone'],
            ['Zalo', 'Zalo'],
          ),
        },
      ],
    },
    {
      type: 'text',
      name: 'idea',
      tags: ['gop'],
      label: { vi: 'Ý tưởng, việc gia đình muốn góp cho tổ, ấp', en: 'Ideas and help for the group and the hamlet' },
      lines: 2,
    },
    {
      type: 'select_one',
      name: 'consent',
      label: {
        vi: 'Gia đình đồng ý cho xã lưu, xử lý thông tin trên phiếu',
        en: 'The household agrees that the commune keeps and processes this',
      },
      choices: choices(['Đồng ý', 'Agrees'], ['Không', 'Does not agree']),
    },
  ],
};
