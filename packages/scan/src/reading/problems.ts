import type { Sentence } from '@gandan/domain/errors';
import type { PageProblem, ProblemCode } from './page-reading.ts';

const SENTENCES: Readonly<Record<ProblemCode, (about: string, more: string) => Sentence>> = {
  'page.blank': () => ({
    vi: 'Trang trắng. Nếu đây là mặt sau không in thì bỏ qua; nếu không, hãy quét lại.',
    en: 'A blank page. If it is an unprinted back, leave it; otherwise scan it again.',
  }),
  'code.none': () => ({
    vi: 'Không thấy mã QR nào đọc được. Hãy quét lại phẳng và rõ hơn, hoặc nhập tay phiếu này.',
    en: 'No legible QR code. Scan the page again, flat and sharp, or key this sheet by hand.',
  }),
  'code.mirrored': () => ({
    vi: 'Mã QR bị ngược như trong gương: mặt sau hằn qua hoặc ảnh bị lật. Hãy quét lại đúng mặt.',
    en: 'The QR code is mirrored: the back shows through, or the picture is flipped. Scan the right side again.',
  }),
  'code.foreign': () => ({
    vi: 'Mã QR không phải của Gần Dân: đây là giấy tờ khác. Hãy để riêng.',
    en: 'The QR code is not one of Gần Dân’s: this is another paper. Put it aside.',
  }),
  'code.misread': (text) => ({
    vi: `Mã QR “${text}” không qua được phép kiểm tra số phiếu. Hãy nhập tay phiếu này.`,
    en: `The QR code “${text}” does not pass the check of its sheet number. Key this sheet by hand.`,
  }),
  'layout.unknown': (number, layout) => ({
    vi: `Phiếu ${number} in theo mẫu ${layout}, không có trong các mẫu đang đọc: bản in cũ hoặc phiếu của nơi khác. Hãy xem lại phiên bản.`,
    en: `Sheet ${number} is printed on layout ${layout}, which is none of those being read: an outdated print, or somebody else’s form.`,
  }),
  'layout.page': (number, page) => ({
    vi: `Phiếu ${number} mang số trang ${page}, mà mẫu không có trang ấy.`,
    en: `Sheet ${number} says that it is page ${page}, which its layout does not have.`,
  }),
  'sheets.several': (numbers) => ({
    vi: `Một ảnh có nhiều phiếu (${numbers}). Hãy quét hoặc chụp từng tờ.`,
    en: `Several sheets in one picture (${numbers}). Scan or photograph them one by one.`,
  }),
  'sheets.half': (number) => ({
    vi: `Bên cạnh phiếu ${number} còn một phiếu nữa trên tờ A4 mà không đọc được mã. Hãy quét lại tờ này.`,
    en: `Beside slip ${number} there is another one on the A4 whose code cannot be read. Scan this leaf again.`,
  }),
  'registration.failed': (number) => ({
    vi: `Đã đọc được mã của phiếu ${number} nhưng không khớp được các ô với mẫu: giấy rách, bị che hoặc chụp quá nghiêng. Hãy quét lại hoặc nhập tay.`,
    en: `The code of sheet ${number} was read, but its boxes cannot be matched with the layout: torn, covered, or taken too aslant. Scan it again or key it.`,
  }),
  'image.unreadable': () => ({
    vi: 'Ảnh bị hỏng hoặc dở dang, không mở được. Hãy quét lại.',
    en: 'The picture is damaged or cut off and cannot be opened. Scan it again.',
  }),
  'image.too-large': (size, limit) => ({
    vi: `Ảnh có ${size} điểm ảnh, quá mức ${limit}. Hãy quét ở 200–300 dpi.`,
    en: `The picture has ${size} pixels, more than ${limit}. Scan at 200 to 300 dpi.`,
  }),
  'image.too-small': (size) => ({
    vi: `Ảnh chỉ có ${size} điểm ảnh, không đủ để đọc ô. Hãy quét từ 150 dpi trở lên.`,
    en: `The picture has only ${size} pixels, too few to read boxes. Scan at 150 dpi or more.`,
  }),
  'file.empty': () => ({ vi: 'Tệp rỗng.', en: 'The file is empty.' }),
  'file.kind': () => ({
    vi: 'Không phải tệp PDF, JPEG, PNG hay TIFF.',
    en: 'This is no PDF, JPEG, PNG or TIFF file.',
  }),
  'file.disguised': (kind, name) => ({
    vi: `Tệp tên là .${name} nhưng bên trong là ${kind}. Hãy giải nén hoặc xuất lại thành PDF.`,
    en: `The file is called .${name} but holds ${kind}. Unpack it, or export it as PDF again.`,
  }),
  'file.encrypted': () => ({
    vi: 'PDF có mật khẩu. Hãy lưu lại không đặt mật khẩu rồi đưa vào.',
    en: 'The PDF has a password. Save it without one and hand it in again.',
  }),
  'file.damaged': () => ({
    vi: 'PDF bị hỏng hoặc dở dang, không mở được. Hãy quét hoặc chép lại.',
    en: 'The PDF is damaged or cut off and cannot be opened. Scan or copy it again.',
  }),
  'file.too-large': (size, limit) => ({
    vi: `Tệp lớn ${size} MB, quá mức ${limit} MB. Hãy chia nhỏ.`,
    en: `The file has ${size} MB, more than ${limit} MB. Split it.`,
  }),
  'file.pages': (pages, limit) => ({
    vi: `PDF có ${pages} trang, quá mức ${limit}. Hãy chia nhỏ.`,
    en: `The PDF has ${pages} pages, more than ${limit}. Split it.`,
  }),
  'reading.too-long': () => ({
    vi: 'Đọc trang này quá lâu nên đã dừng. Hãy nhập tay.',
    en: 'Reading this page took too long and was stopped. Key it by hand.',
  }),
};

/** A problem with its sentence; what the words after the code mean stands in its sentence. */
export function problem(code: ProblemCode, about = '', more = ''): PageProblem {
  return { code, sentence: SENTENCES[code](about, more) };
}
