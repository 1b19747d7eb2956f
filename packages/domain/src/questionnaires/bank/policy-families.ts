import { choicesWithOther, codedChoices, EASE, NEED, SATISFACTION, YES_NO } from '../scales.ts';
import { type BankArea, many, one, people, written } from './item.ts';

/** Asked about what is given and needed; which category a household belongs to is sensitive and not asked here. */
export const POLICY_FAMILIES: BankArea = {
  key: 'policy-families',
  label: { vi: 'Gia đình chính sách, người nghèo', en: 'Families of merit, poor households' },
  items: [
    one(
      'policy_told',
      ['Gia đình đã được hướng dẫn về các chế độ được hưởng', 'Was told which benefits it may claim'],
      YES_NO,
      'gop',
    ),
    one(
      'policy_paid',
      ['Trợ cấp (nếu có) được nhận', 'Allowances, if any, are paid'],
      codedChoices(
        ['Đúng hạn, đủ', 'On time, in full'],
        ['Chậm', 'Late'],
        ['Thiếu', 'Short'],
        ['Không nhận trợ cấp', 'None received'],
      ),
      'kiem',
    ),
    many(
      'policy_need',
      ['Gia đình cần giúp về', 'Help needed with'],
      choicesWithOther(
        ['Nhà ở', 'Housing'],
        ['Vốn làm ăn', 'Capital'],
        ['Việc làm', 'Work'],
        ['Thẻ bảo hiểm y tế', 'Health insurance'],
        ['Học phí', 'School fees'],
        ['Xe lăn, dụng cụ', 'Wheelchair, aids'],
        ['Không cần', 'None'],
        ['Việc khác', 'Other'],
      ),
      'nam',
    ),
    one('policy_house', ['Gia đình cần sửa hoặc xây lại nhà', 'The house needs mending or rebuilding'], NEED, 'nam'),
    people(
      'policy_carers',
      ['Số người trong nhà cần người chăm sóc hằng ngày', 'People who need care every day'],
      10,
      'nam',
    ),
    one('policy_forms', ['Làm hồ sơ hưởng chế độ', 'Applying for benefits is'], EASE, 'kiem'),
    one(
      'policy_satisfied',
      [
        'Gia đình hài lòng thế nào về việc xét, công khai danh sách hỗ trợ?',
        'How satisfied with how lists are drawn up and made public?',
      ],
      SATISFACTION,
      'kiem',
    ),
    written(
      'policy_missed',
      ['Hoàn cảnh khó khăn trong tổ chưa được giúp', 'Hardship in the group that has had no help'],
      2,
      'nam',
    ),
  ],
};
