import { CHANGE, choicesWithOther, codedChoices, NEED, YES_NO } from '../scales.ts';
import { amount, type BankArea, many, one, people, written } from './item.ts';

/** Work and what it needs; incomes and debts in đồng are the household's own matter. */
export const ECONOMY: BankArea = {
  key: 'economy',
  label: { vi: 'Phát triển kinh tế', en: 'Economic development' },
  items: [
    many(
      'economy_work',
      ['Gia đình làm nghề gì', 'What the household works at'],
      choicesWithOther(
        ['Lúa', 'Rice'],
        ['Cây ăn trái', 'Fruit'],
        ['Rau màu', 'Vegetables'],
        ['Chăn nuôi', 'Livestock'],
        ['Thủy sản', 'Fishery'],
        ['Buôn bán', 'Trade'],
        ['Tiểu thủ công', 'Crafts'],
        ['Làm công', 'Employed'],
        ['Nghề khác', 'Other'],
      ),
      'nam',
    ),
    amount('economy_land', ['Diện tích đất sản xuất', 'Land worked'], ['công (1.000 m²)', '1,000 m²'], 3, 'nam'),
    one('economy_change', ['Làm ăn so với năm trước', 'Work and trade compared with last year'], CHANGE, 'nam'),
    people('economy_seekers', ['Số người muốn tìm việc', 'People who look for work'], 10, 'nam'),
    many(
      'economy_obstacles',
      ['Khó khăn khi làm ăn', 'Obstacles'],
      choicesWithOther(
        ['Vốn', 'Capital'],
        ['Giống, kỹ thuật', 'Seed, know-how'],
        ['Đầu ra', 'Sales'],
        ['Giá vật tư', 'Prices of supplies'],
        ['Nước, mặn', 'Water, salt'],
        ['Dịch bệnh', 'Pests and disease'],
        ['Lao động', 'Hands'],
        ['Không có', 'None'],
        ['Việc khác', 'Other'],
      ),
      'nam',
    ),
    one('economy_training', ['Gia đình cần lớp dạy nghề, tập huấn kỹ thuật', 'Training is needed'], NEED, 'gop'),
    one(
      'economy_coop',
      ['Gia đình tham gia tổ hợp tác, hợp tác xã', 'Belongs to a cooperative'],
      codedChoices(['Đã tham gia', 'Yes'], ['Muốn tham gia', 'Would like to'], ['Không', 'No']),
      'nam',
    ),
    one(
      'economy_loans',
      ['Gia đình biết cách vay vốn chính sách', 'Knows how to borrow from the policy bank'],
      YES_NO,
      'gop',
    ),
    written(
      'economy_idea',
      ['Mô hình làm ăn hay, nên nhân rộng', 'Ways of working that others could take up'],
      2,
      'gop',
    ),
  ],
};
