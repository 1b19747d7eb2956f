import { choicesWithOther, codedChoices, QUALITY, SATISFACTION, YES_NO } from '../scales.ts';
import { type BankArea, many, matrix, one, written } from './item.ts';

export const NEW_COUNTRYSIDE: BankArea = {
  key: 'new-countryside',
  label: { vi: 'Nông thôn mới', en: 'New countryside' },
  items: [
    one(
      'countryside_told',
      ['Gia đình đã được nghe về kế hoạch nông thôn mới của ấp', 'Has heard of the hamlet’s new-countryside plan'],
      YES_NO,
      'gop',
    ),
    matrix(
      'countryside_works',
      ['Gia đình đánh giá thế nào về các công trình?', 'How does the household find the works?'],
      QUALITY,
      'nam',
      [
        ['countryside_road', 'Đường liên ấp, liên tổ', 'Roads between hamlets and groups'],
        ['countryside_bridge', 'Cầu, cống', 'Bridges, culverts'],
        ['countryside_canal', 'Kênh, thủy lợi', 'Canals, irrigation'],
        ['countryside_power', 'Điện sinh hoạt', 'Electricity'],
        ['countryside_hall', 'Nhà văn hóa ấp', 'Hamlet hall'],
      ],
    ),
    many(
      'countryside_first',
      ['Việc ấp cần làm trước', 'What the hamlet should do first'],
      choicesWithOther(
        ['Đường', 'Roads'],
        ['Cầu', 'Bridges'],
        ['Điện', 'Electricity'],
        ['Nước sạch', 'Clean water'],
        ['Thu gom rác', 'Rubbish collection'],
        ['Trường học', 'Schools'],
        ['Nhà văn hóa', 'Hall'],
        ['Việc khác', 'Other'],
      ),
      'nam',
    ),
    many(
      'countryside_share',
      ['Gia đình có thể góp gì cho công trình chung', 'What the household can give to common works'],
      codedChoices(
        ['Ngày công', 'Days of work'],
        ['Đất', 'Land'],
        ['Vật liệu', 'Material'],
        ['Tiền', 'Money'],
        ['Chưa góp được', 'Nothing for now'],
      ),
      'gop',
    ),
    one(
      'countryside_accounts',
      ['Các khoản đóng góp được công khai', 'Contributions are accounted for in public'],
      codedChoices(
        ['Đầy đủ', 'In full'],
        ['Có nhưng chưa rõ', 'Not clearly'],
        ['Chưa công khai', 'No'],
        ['Không biết', 'Does not know'],
      ),
      'kiem',
    ),
    one(
      'countryside_satisfied',
      ['Gia đình hài lòng thế nào về kết quả nông thôn mới?', 'How satisfied with the results?'],
      SATISFACTION,
      'kiem',
    ),
    written('countryside_broken', ['Công trình hư hỏng cần sửa (ở đâu)', 'Works to be mended (where)'], 2, 'nam'),
  ],
};
