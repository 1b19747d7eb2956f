import { featureMessages } from '../i18n/messages-type.ts';

export const messages = featureMessages({
  vi: {
    title: 'Cơ quan các xã',
    lead: 'Mỗi xã, phường có một cơ quan trên phần mềm; sau đó lập tài khoản quản trị cho cơ quan ấy.',
    add: 'Lập cơ quan cho một xã',
    commune: 'Xã, phường',
    issuer: 'Cơ quan ban hành',
    prefix: 'Ký hiệu phiếu',
    made: 'Đã lập {name}. Tiếp theo: lập tài khoản quản trị.',
    toUsers: 'Lập tài khoản',
    empty: 'Chưa có xã nào',
    emptyText: 'Lập cơ quan cho xã đầu tiên, rồi lập tài khoản quản trị và trao mật khẩu ban đầu tận tay.',
  },
  en: {
    title: 'Offices of communes',
    lead: 'Each commune has one office in the program; then make its administrator account.',
    add: 'Make the office of a commune',
    commune: 'Commune',
    issuer: 'Issuing body',
    prefix: 'Sheet letters',
    made: '{name} is made. Next: its administrator account.',
    toUsers: 'Make an account',
    empty: 'No commune yet',
    emptyText:
      'Make the office of the first commune, then its administrator account, and hand the initial password over in person.',
  },
});
