import { DomainError, type Sentence } from '@gandan/domain/errors';
import { MAX_FILE_BYTES } from '../../households/import/limits.ts';
import { FORM_LIMITS } from './limits.ts';

const MB = MAX_FILE_BYTES / 1024 / 1024;

/** What the reader of tables says of a list of households, said of a form. */
const OF_FORMS: Readonly<Record<string, Sentence>> = {
  'import.empty': {
    vi: 'Tệp trống, không có câu hỏi nào. Hãy chọn tệp khác.',
    en: 'The file is empty. Choose another file.',
  },
  'import.too-large': {
    vi: `Tệp lớn hơn ${MB} MB. Một biểu mẫu chỉ có chữ: hãy bỏ ảnh và các trang tính khác.`,
    en: `The file is larger than ${MB} MB. A form is text only: remove pictures and other sheets.`,
  },
  'import.pdf': {
    vi: 'Đây là tệp PDF, không phải biểu mẫu XLSForm. Hãy lấy tệp Excel (.xlsx) hoặc CSV.',
    en: 'This is a PDF, not an XLSForm. Get it as Excel (.xlsx) or CSV.',
  },
  'import.picture': {
    vi: 'Đây là tệp ảnh, không phải biểu mẫu XLSForm. Hãy lấy tệp Excel (.xlsx) hoặc CSV.',
    en: 'This is a picture, not an XLSForm. Get it as Excel (.xlsx) or CSV.',
  },
  'import.not-a-table': {
    vi: 'Tệp này không phải là bảng tính hay văn bản. Hãy lấy biểu mẫu dạng Excel (.xlsx) hoặc CSV.',
    en: 'This is neither a table nor text. Get the form as Excel (.xlsx) or CSV.',
  },
  'import.bomb': {
    vi: 'Tệp này khi bung ra quá lớn so với một biểu mẫu, có thể là tệp phá hoại. Tệp bị từ chối và không được giữ lại.',
    en: 'This file unpacks to far more than a form; it may be an attack. It was refused and not kept.',
  },
  'import.too-many-rows': {
    vi: `Một trang tính có hơn ${FORM_LIMITS.rows.toLocaleString('vi')} dòng. Hãy bỏ các danh sách không in lên giấy.`,
    en: `A sheet has more than ${FORM_LIMITS.rows.toLocaleString('en')} rows. Remove the lists that are not for paper.`,
  },
  'import.too-many-columns': {
    vi: `Một trang tính có hơn ${FORM_LIMITS.columns} cột. Hãy bỏ các cột không cần.`,
    en: `A sheet has more than ${FORM_LIMITS.columns} columns. Remove those that are not needed.`,
  },
  'import.too-heavy': {
    vi: 'Đọc tệp này mất quá nhiều thời gian hoặc bộ nhớ nên đã dừng lại. Hãy chỉ giữ các trang survey, choices, settings.',
    en: 'Reading this file took too much time or memory and was stopped. Keep only survey, choices and settings.',
  },
};

/** The refusal of a file, in words that fit a form. */
export function ofForm(error: unknown): unknown {
  if (!(error instanceof DomainError)) return error;
  const sentence = OF_FORMS[error.code];
  return sentence === undefined ? error : new DomainError(error.kind, error.code, sentence, error.places);
}
