import { choicesWithOther, FREQUENCY, QUALITY, SATISFACTION, YES_NO, YES_NO_UNKNOWN } from '../scales.ts';
import { type BankArea, many, matrix, one, written } from './item.ts';

export const CIVILISED_TOWN: BankArea = {
  key: 'civilised-town',
  label: { vi: 'Đô thị văn minh', en: 'Civilised town' },
  items: [
    matrix(
      'town_street',
      ['Gia đình đánh giá thế nào về khu phố?', 'How does the household find the quarter?'],
      QUALITY,
      'nam',
      [
        ['town_pavement', 'Vỉa hè thông thoáng', 'Clear pavements'],
        ['town_lights', 'Chiếu sáng hẻm, đường', 'Lighting of lanes and streets'],
        ['town_drains', 'Thoát nước khi mưa', 'Drainage in rain'],
        ['town_trees', 'Cây xanh, công viên', 'Trees, parks'],
      ],
    ),
    one(
      'town_flood',
      ['Trước nhà bị ngập khi mưa lớn, triều cường', 'Flooded in heavy rain or high tide'],
      FREQUENCY,
      'nam',
    ),
    one('town_noise', ['Khu phố có tiếng ồn lớn sau 22 giờ', 'Loud noise after 10 p.m.'], FREQUENCY, 'nam'),
    one('town_parking', ['Gần nhà có chỗ để xe hợp lệ', 'There is lawful parking nearby'], YES_NO_UNKNOWN, 'nam'),
    one(
      'town_rules',
      ['Gia đình đã được nghe quy ước nếp sống văn minh của khu phố', 'Has heard of the quarter’s rules of conduct'],
      YES_NO,
      'gop',
    ),
    many(
      'town_first',
      ['Việc khu phố cần làm trước', 'What the quarter should do first'],
      choicesWithOther(
        ['Sửa hẻm', 'Lanes'],
        ['Thoát nước', 'Drains'],
        ['Đèn đường', 'Street lights'],
        ['Chợ tự phát', 'Street markets'],
        ['Dây điện, cáp', 'Wires and cables'],
        ['Chỗ vui chơi', 'Places to play'],
        ['Việc khác', 'Other'],
      ),
      'nam',
    ),
    one(
      'town_satisfied',
      ['Gia đình hài lòng thế nào về khu phố?', 'How satisfied with the quarter?'],
      SATISFACTION,
      'kiem',
    ),
    written('town_place', ['Chỗ mất mỹ quan, cần chỉnh trang (ở đâu)', 'Places to be put in order (where)'], 2, 'nam'),
  ],
};
