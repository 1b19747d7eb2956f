import { featureMessages } from '../i18n/messages-type.ts';

export const messages = featureMessages({
  vi: {
    title: 'Nhật ký',
    lead: 'Ai đã làm gì, lúc nào. Chỉ thêm, không sửa, không xóa; mỗi dòng nối với dòng trước bằng mã băm.',
    at: 'Lúc',
    who: 'Ai',
    what: 'Việc',
    subject: 'Đối tượng',
    detail: 'Chi tiết',
    system: 'phần mềm',
    older: 'Xem cũ hơn',
    empty: 'Nhật ký chưa có dòng nào',
    emptyText: 'Mỗi lần đăng nhập, thêm, sửa, in, nhập phiếu đều để lại một dòng ở đây.',
  },
  en: {
    title: 'Audit log',
    lead: 'Who did what and when. Lines are only added; each is chained to the one before by its hash.',
    at: 'When',
    who: 'Who',
    what: 'What',
    subject: 'Subject',
    detail: 'Detail',
    system: 'the program',
    older: 'Show older',
    empty: 'The log is empty',
    emptyText: 'Each sign-in, change, print and entry leaves a line here.',
  },
});
