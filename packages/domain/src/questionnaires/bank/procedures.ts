import { choicesWithOther, codedChoices, EASE, SATISFACTION, TIMES, YES_NO } from '../scales.ts';
import { type BankArea, many, matrix, one, written } from './item.ts';

export const PROCEDURES: BankArea = {
  key: 'procedures',
  label: { vi: 'Thủ tục hành chính', en: 'Administrative procedures' },
  items: [
    one(
      'procedures_visits',
      ['Sáu tháng qua, gia đình đến xã làm thủ tục', 'Visits to the office in the last six months'],
      TIMES,
      'nam',
    ),
    many(
      'procedures_kinds',
      ['Thủ tục gia đình đã làm', 'Procedures done'],
      choicesWithOther(
        ['Hộ tịch', 'Civil status'],
        ['Cư trú', 'Residence'],
        ['Chứng thực', 'Certification'],
        ['Đất đai', 'Land'],
        ['Bảo trợ xã hội', 'Social support'],
        ['Kinh doanh', 'Business'],
        ['Chưa làm', 'None'],
        ['Thủ tục khác', 'Other'],
      ),
      'nam',
    ),
    one(
      'procedures_on_time',
      ['Hồ sơ gần nhất được trả', 'The latest file came back'],
      codedChoices(
        ['Trước hạn', 'Early'],
        ['Đúng hạn', 'On time'],
        ['Trễ hạn', 'Late'],
        ['Chưa trả', 'Not yet'],
        ['Chưa làm hồ sơ', 'No file'],
      ),
      'kiem',
    ),
    one(
      'procedures_trips',
      ['Hồ sơ gần nhất phải đi lại', 'Trips for the latest file'],
      codedChoices(['1 lần', 'One'], ['2 lần', 'Two'], ['Từ 3 lần', 'Three or more'], ['Chưa làm hồ sơ', 'No file']),
      'kiem',
    ),
    matrix(
      'procedures_service',
      ['Gia đình hài lòng thế nào về nơi tiếp dân?', 'How satisfied with the service?'],
      SATISFACTION,
      'kiem',
      [
        ['procedures_guidance', 'Hướng dẫn rõ ràng', 'Clear guidance'],
        ['procedures_manner', 'Thái độ của cán bộ', 'Manner of the staff'],
        ['procedures_waiting', 'Thời gian chờ', 'Waiting time'],
        ['procedures_fees', 'Công khai phí, lệ phí', 'Fees made public'],
      ],
    ),
    one('procedures_online', ['Nộp hồ sơ qua mạng', 'Filing online is'], EASE, 'nam'),
    one(
      'procedures_helper',
      ['Gia đình biết Tổ công nghệ số cộng đồng giúp làm hồ sơ qua mạng', 'Knows the digital helpers’ team'],
      YES_NO,
      'gop',
    ),
    written('procedures_wish', ['Thủ tục còn khó, cần làm gọn lại', 'Procedures that should be simpler'], 2, 'gop'),
  ],
};
