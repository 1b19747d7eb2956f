import { choicesWithOther, codedChoices, FREQUENCY, QUALITY, SATISFACTION, YES_NO } from '../scales.ts';
import { type BankArea, many, matrix, one, written } from './item.ts';

export const ENVIRONMENT: BankArea = {
  key: 'environment',
  label: { vi: 'Môi trường', en: 'Environment' },
  items: [
    one(
      'environment_rubbish',
      ['Rác của gia đình', 'Household rubbish'],
      choicesWithOther(
        ['Xe thu gom', 'Collected'],
        ['Đốt', 'Burnt'],
        ['Chôn, ủ', 'Buried, composted'],
        ['Cách khác', 'Another way'],
      ),
      'nam',
    ),
    one('environment_sorting', ['Gia đình phân loại rác', 'Sorts its rubbish'], FREQUENCY, 'nam'),
    one(
      'environment_collection',
      ['Rác được thu gom đúng lịch', 'Rubbish is collected when due'],
      codedChoices(
        ['Đúng lịch', 'Yes'],
        ['Có lúc trễ', 'Sometimes late'],
        ['Thường trễ', 'Often late'],
        ['Không có thu gom', 'Not collected'],
      ),
      'kiem',
    ),
    matrix('environment_state', ['Nơi gia đình ở', 'Where the household lives'], QUALITY, 'nam', [
      ['environment_water', 'Nước sinh hoạt', 'Household water'],
      ['environment_canal', 'Kênh, rạch', 'Canals'],
      ['environment_air', 'Không khí, mùi', 'Air, smells'],
      ['environment_noise', 'Tiếng ồn', 'Noise'],
    ]),
    one(
      'environment_bottles',
      ['Vỏ chai thuốc bảo vệ thực vật của gia đình', 'Empty pesticide bottles'],
      codedChoices(
        ['Bỏ vào bể chứa', 'In the bin for them'],
        ['Bỏ chung với rác', 'With the rubbish'],
        ['Để ngoài đồng', 'Left in the field'],
        ['Không dùng', 'None used'],
      ),
      'nam',
    ),
    one(
      'environment_warned',
      ['Gia đình được báo trước khi có mặn, triều cường, bão', 'Is warned of salt, high tides and storms'],
      YES_NO,
      'kiem',
    ),
    many(
      'environment_first',
      ['Việc môi trường cần làm trước', 'What should be done first'],
      choicesWithOther(
        ['Thùng rác, bãi rác', 'Bins, dumps'],
        ['Nạo vét kênh', 'Dredging'],
        ['Nước thải', 'Waste water'],
        ['Khói, mùi hôi', 'Smoke, smells'],
        ['Trồng cây', 'Trees'],
        ['Việc khác', 'Other'],
      ),
      'nam',
    ),
    one(
      'environment_satisfied',
      ['Gia đình hài lòng thế nào về vệ sinh, môi trường?', 'How satisfied with cleanliness?'],
      SATISFACTION,
      'kiem',
    ),
    written('environment_place', ['Chỗ ô nhiễm cần xử lý (ở đâu)', 'Polluted places (where)'], 2, 'nam'),
  ],
};
