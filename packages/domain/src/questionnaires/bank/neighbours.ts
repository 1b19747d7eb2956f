import { choicesWithOther, codedChoices, FREQUENCY, SATISFACTION, YES_NO } from '../scales.ts';
import { type BankArea, many, one, written } from './item.ts';

export const NEIGHBOURS: BankArea = {
  key: 'neighbours',
  label: { vi: 'Tình nghĩa xóm làng', en: 'Neighbourliness' },
  items: [
    one(
      'neighbours_satisfied',
      ['Gia đình hài lòng thế nào về tình làng nghĩa xóm?', 'How satisfied with neighbourliness?'],
      SATISFACTION,
      'nam',
    ),
    one(
      'neighbours_help',
      ['Bà con trong tổ giúp nhau khi có việc', 'People of the group help each other'],
      FREQUENCY,
      'nam',
    ),
    one('neighbours_meetings', ['Gia đình dự họp tổ', 'The household attends group meetings'], FREQUENCY, 'nam'),
    one(
      'neighbours_mediation',
      ['Khi có bất đồng, tổ hòa giải làm việc', 'When people disagree, the mediators'],
      codedChoices(
        ['Kịp thời', 'Come in time'],
        ['Chậm', 'Come late'],
        ['Không có', 'Do not come'],
        ['Không biết', 'Does not know'],
      ),
      'kiem',
    ),
    many(
      'neighbours_time',
      ['Giờ họp tổ tiện cho gia đình', 'When a group meeting suits'],
      choicesWithOther(
        ['Sáng', 'Morning'],
        ['Chiều', 'Afternoon'],
        ['Tối ngày thường', 'Weekday evening'],
        ['Thứ bảy', 'Saturday'],
        ['Chủ nhật', 'Sunday'],
        ['Lúc khác', 'Another time'],
      ),
      'gop',
    ),
    one(
      'neighbours_join',
      ['Gia đình muốn tham gia việc chung của tổ', 'Would take part in the group’s common work'],
      YES_NO,
      'gop',
    ),
    written(
      'neighbours_good',
      ['Người tốt, việc tốt trong tổ nên biểu dương', 'Good deeds in the group that deserve praise'],
      2,
      'gop',
    ),
  ],
};
