import { choicesWithOther, codedChoices, FREQUENCY, SATISFACTION, YES_NO, YES_NO_UNKNOWN } from '../scales.ts';
import { type BankArea, many, one, people, written } from './item.ts';

/** What the household needs to do well; nothing about how its members live with each other. */
export const FAMILY: BankArea = {
  key: 'family',
  label: { vi: 'Gia đình hạnh phúc, tiến bộ', en: 'Happy, progressive families' },
  items: [
    one(
      'family_registered',
      ['Gia đình đã đăng ký danh hiệu “Gia đình văn hóa” năm nay', 'Registered as a “cultural family” this year'],
      YES_NO,
      'nam',
    ),
    people(
      'family_school_children',
      ['Số trẻ trong tuổi đi học đang đi học', 'Children of school age who are at school'],
      15,
      'nam',
    ),
    many(
      'family_school_help',
      ['Gia đình cần giúp gì cho việc học của con em', 'Help needed for the children’s schooling'],
      choicesWithOther(
        ['Học phí', 'Fees'],
        ['Sách vở, đồng phục', 'Books, uniforms'],
        ['Đưa đón', 'Way to school'],
        ['Máy tính, mạng', 'Computer, internet'],
        ['Không cần', 'None'],
        ['Việc khác', 'Other'],
      ),
      'gop',
    ),
    one(
      'family_activities',
      ['Gia đình tham gia sinh hoạt văn hóa, thể thao của ấp, khu phố', 'Takes part in the hamlet’s culture and sport'],
      FREQUENCY,
      'nam',
    ),
    one(
      'family_helpline',
      [
        'Gia đình biết nơi báo tin khi có bạo lực gia đình hoặc xâm hại trẻ em',
        'Knows where to report domestic violence or child abuse',
      ],
      YES_NO,
      'gop',
    ),
    one(
      'family_health_station',
      ['Gia đình hài lòng thế nào về trạm y tế xã?', 'How satisfied with the commune’s health station?'],
      SATISFACTION,
      'nam',
    ),
    one(
      'family_elder_check',
      [
        'Người từ 60 tuổi trong nhà đã được mời khám sức khỏe năm nay',
        'Those of 60 and over were invited to a check-up this year',
      ],
      codedChoices(['Đã được mời', 'Invited'], ['Chưa', 'Not yet'], ['Nhà không có', 'Nobody of that age']),
      'kiem',
    ),
    one(
      'family_playground',
      ['Gần nhà có chỗ vui chơi an toàn cho trẻ', 'There is a safe place for children to play nearby'],
      YES_NO_UNKNOWN,
      'nam',
    ),
    written(
      'family_wish',
      ['Việc gia đình mong xã, ấp giúp trong năm nay', 'What the household hopes for this year'],
      2,
      'nam',
    ),
  ],
};
