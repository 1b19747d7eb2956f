import { choicesWithOther, codedChoices, FREQUENCY, SATISFACTION, YES_NO, YES_NO_UNKNOWN } from '../scales.ts';
import { type BankArea, many, one, written } from './item.ts';

export const SECURITY: BankArea = {
  key: 'security',
  label: { vi: 'An ninh, trật tự', en: 'Security and order' },
  items: [
    one(
      'security_satisfied',
      ['Gia đình hài lòng thế nào về an ninh trong tổ?', 'How satisfied with security in the group?'],
      SATISFACTION,
      'nam',
    ),
    one(
      'security_theft',
      ['Ba tháng qua trong tổ có mất trộm', 'There was theft in the group in the last three months'],
      YES_NO_UNKNOWN,
      'nam',
    ),
    many(
      'security_worries',
      ['Việc về trật tự làm gia đình lo', 'What worries the household'],
      choicesWithOther(
        ['Trộm cắp', 'Theft'],
        ['Đua xe, gây rối', 'Racing, disorder'],
        ['Cờ bạc', 'Gambling'],
        ['Ma túy', 'Drugs'],
        ['Cho vay nặng lãi', 'Usury'],
        ['Lừa đảo qua mạng', 'Fraud online'],
        ['Tai nạn giao thông', 'Road accidents'],
        ['Không có', 'None'],
        ['Việc khác', 'Other'],
      ),
      'nam',
    ),
    one(
      'security_phone',
      ['Gia đình có số điện thoại của công an xã', 'Has the commune police’s number'],
      YES_NO,
      'gop',
    ),
    one(
      'security_answered',
      ['Khi báo tin, gia đình được trả lời', 'When the household reports, it is answered'],
      codedChoices(
        ['Nhanh', 'Soon'],
        ['Chậm', 'Late'],
        ['Không được trả lời', 'Not at all'],
        ['Chưa báo tin lần nào', 'Never reported'],
      ),
      'kiem',
    ),
    one('security_patrol', ['Tổ có người tuần tra ban đêm', 'The group is patrolled at night'], FREQUENCY, 'kiem'),
    one('security_fire', ['Nhà có bình chữa cháy dùng được', 'There is a working fire extinguisher'], YES_NO, 'nam'),
    written(
      'security_dark',
      ['Chỗ tối, chỗ dễ tai nạn cần đèn hoặc biển báo (ở đâu)', 'Dark or dangerous places (where)'],
      2,
      'nam',
    ),
  ],
};
