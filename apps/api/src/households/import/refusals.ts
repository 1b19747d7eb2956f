import { DomainError } from '@gandan/domain/errors';
import { MAX_COLUMNS, MAX_FILE_BYTES, MAX_ROWS } from './limits.ts';

const refusal = (code: string, vi: string, en: string) => new DomainError('invalid', `import.${code}`, { vi, en });

/** Every reason for which a file cannot be read as a list: what it is instead, and what to do. */
export const refusals = {
  empty: () =>
    refusal('empty', 'Tệp trống, không có gì để nhập. Hãy chọn tệp khác.', 'The file is empty. Choose another file.'),
  tooLarge: () =>
    new DomainError('too-large', 'import.too-large', {
      vi: `Tệp lớn hơn ${MAX_FILE_BYTES / 1024 / 1024} MB. Hãy chỉ giữ danh sách hộ của xã, bỏ ảnh và các trang tính khác.`,
      en: `The file is larger than ${MAX_FILE_BYTES / 1024 / 1024} MB. Keep only the commune’s households; remove pictures and other sheets.`,
    }),
  pdf: () =>
    refusal(
      'pdf',
      'Đây là tệp PDF, không phải bảng tính. Hãy lấy danh sách dạng Excel (.xlsx) hoặc CSV.',
      'This is a PDF, not a table. Get the list as Excel (.xlsx) or CSV.',
    ),
  picture: () =>
    refusal(
      'picture',
      'Đây là tệp ảnh, không phải bảng tính. Hãy lấy danh sách dạng Excel (.xlsx) hoặc CSV.',
      'This is a picture, not a table. Get the list as Excel (.xlsx) or CSV.',
    ),
  oldExcel: () =>
    refusal(
      'old-excel',
      'Đây là tệp Excel kiểu cũ (.xls). Hãy mở bằng Excel, chọn “Lưu thành” và lưu lại thành .xlsx.',
      'This is an old Excel file (.xls). Open it in Excel and save it as .xlsx.',
    ),
  binaryExcel: () =>
    refusal(
      'binary-excel',
      'Đây là tệp Excel nhị phân (.xlsb). Hãy mở bằng Excel và lưu lại thành .xlsx.',
      'This is a binary Excel file (.xlsb). Open it in Excel and save it as .xlsx.',
    ),
  encrypted: () =>
    refusal(
      'encrypted',
      'Tệp Excel này có mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi lưu lại.',
      'This Excel file is protected by a password. Remove the password and save it again.',
    ),
  webPage: () =>
    refusal(
      'web-page',
      'Đây là trang web mang tên tệp Excel (phần mềm khác xuất ra). Hãy mở bằng Excel và lưu lại thành .xlsx.',
      'This is a web page named as an Excel file. Open it in Excel and save it as .xlsx.',
    ),
  otherZip: () =>
    refusal(
      'not-excel',
      'Tệp này không phải là Excel (.xlsx). Hãy mở bằng phần mềm bảng tính và lưu lại thành .xlsx.',
      'This is not an Excel file (.xlsx). Open it in a spreadsheet program and save it as .xlsx.',
    ),
  notText: () =>
    refusal(
      'not-a-table',
      'Tệp này không phải là bảng tính hay văn bản. Hãy lấy danh sách dạng Excel (.xlsx) hoặc CSV.',
      'This is neither a table nor text. Get the list as Excel (.xlsx) or CSV.',
    ),
  oldCodePage: () =>
    refusal(
      'encoding',
      'Tệp CSV này viết bằng bảng mã cũ (Windows-1258, TCVN3 hoặc VNI), dấu tiếng Việt sẽ bị sai. Hãy mở bằng Excel và lưu lại thành .xlsx hoặc “CSV UTF-8”.',
      'This CSV uses an old character set (Windows-1258, TCVN3 or VNI); accents would be wrong. Open it in Excel and save it as .xlsx or “CSV UTF-8”.',
    ),
  bomb: () =>
    refusal(
      'bomb',
      'Tệp này khi bung ra quá lớn so với một danh sách hộ, có thể là tệp phá hoại. Tệp bị từ chối và không được giữ lại.',
      'This file unpacks to far more than a list of households; it may be an attack. It was refused and not kept.',
    ),
  broken: () =>
    refusal(
      'broken',
      'Tệp Excel này bị hỏng, không đọc được. Hãy mở bằng Excel, lưu lại rồi thử lại; nếu tải về, hãy tải lại.',
      'This Excel file is damaged. Open it in Excel and save it again, or download it again.',
    ),
  quotes: (line: number) =>
    refusal(
      'quotes',
      `Dấu ngoặc kép ở quanh dòng ${line} của tệp CSV không khép lại. Hãy sửa dòng đó hoặc lưu lại từ Excel.`,
      `A quotation mark near line ${line} of the CSV is never closed. Correct that line, or save the file from Excel again.`,
    ),
  tooManyRows: () =>
    refusal(
      'too-many-rows',
      `Tệp có hơn ${MAX_ROWS.toLocaleString('vi')} dòng. Hãy chỉ giữ các hộ của một xã.`,
      `The file has more than ${MAX_ROWS.toLocaleString('en')} rows. Keep the households of one commune only.`,
    ),
  tooManyColumns: () =>
    refusal(
      'too-many-columns',
      `Tệp có hơn ${MAX_COLUMNS} cột. Hãy bỏ các cột không cần.`,
      `The file has more than ${MAX_COLUMNS} columns. Remove those that are not needed.`,
    ),
  tooHeavy: () =>
    refusal(
      'too-heavy',
      'Đọc tệp này mất quá nhiều thời gian hoặc bộ nhớ nên đã dừng lại. Hãy chỉ giữ danh sách hộ rồi lưu lại.',
      'Reading this file took too much time or memory and was stopped. Keep only the list and save it again.',
    ),
} as const;
