import { languageOf } from './columns.ts';
import { quoted, type Report } from './report.ts';
import type { Column, Row, Table } from './sheet.ts';

type Told = readonly [level: 'warning' | 'info', vi: string, en: string];

/** Columns that XLSForm knows and paper does not carry, or not on this kind of row: what becomes of their cells. */
const TOLD: Readonly<Record<string, Told>> = {
  hint: [
    'info',
    'lời chỉ dẫn ở đây không in; hãy ghép vào lời của câu',
    'a hint here is not printed; join it to the label',
  ],
  guidance_hint: [
    'info',
    'lời chỉ dẫn cho người hỏi không in; nếu người dân cần đọc, hãy chuyển sang cột hint',
    'guidance is not printed; if the household needs it, move it to hint',
  ],
  required: ['info', 'giấy không bắt buộc được mục này', 'paper cannot require this'],
  required_message: [
    'info',
    'giấy không nhắc được nên lời nhắc không in',
    'paper cannot remind, so this is not printed',
  ],
  relevant: ['warning', 'mục này luôn được in cho mọi người', 'this is always printed for everybody'],
  constraint: ['warning', 'giấy không kiểm tra được điều kiện này', 'paper cannot check this'],
  constraint_message: [
    'info',
    'không có điều kiện nào được giữ nên lời báo này bỏ đi',
    'no constraint is kept, so its message is left out',
  ],
  choice_filter: ['warning', 'giấy không lọc được danh sách', 'paper cannot filter a list'],
  calculation: [
    'warning',
    'giấy không tính được; câu này do người dân tự điền',
    'paper cannot compute; people fill it in themselves',
  ],
  default: [
    'warning',
    'phiếu in ra để trống, không có câu trả lời sẵn',
    'the sheet is printed empty, without an answer',
  ],
  read_only: ['warning', 'trên giấy ai cũng viết được vào đây', 'on paper anybody can write here'],
  parameters: [
    'warning',
    'tùy chọn của điện thoại, không có tác dụng trên giấy',
    'an option of telephones without effect on paper',
  ],
  repeat_count: ['warning', 'mục này không lặp lại nên số lần bỏ đi', 'this does not repeat, so the count is left out'],
  rows: ['info', 'số dòng chỉ dùng cho câu chữ', 'a number of lines is for text only'],
  list_name: ['info', 'danh sách lấy theo cột type', 'the list is that of the column type'],
  'media::image': [
    'warning',
    'ảnh không in lên phiếu; hãy tả bằng lời',
    'pictures are not printed; describe them in words',
  ],
  'media::big-image': ['warning', 'ảnh không in lên phiếu', 'pictures are not printed'],
  'media::audio': ['info', 'âm thanh không có trên giấy', 'paper has no sound'],
  'media::video': ['info', 'phim không có trên giấy', 'paper has no video'],
  media: ['info', 'ảnh, âm thanh không có trên giấy', 'pictures and sound are not on paper'],
  autoplay: ['info', 'âm thanh không có trên giấy', 'paper has no sound'],
  trigger: ['info', 'giấy không tính lại được', 'paper does not compute anew'],
  save_to: ['info', 'danh mục (entities) không dùng ở đây', 'entities are not used here'],
  intent: ['info', 'không mở được ứng dụng khác từ giấy', 'paper opens no other program'],
  no_app_error_string: ['info', 'không mở được ứng dụng khác từ giấy', 'paper opens no other program'],
  compact_tag: ['info', 'dùng cho tin nhắn, không cho giấy', 'for text messages, not for paper'],
  sms: ['info', 'dùng cho tin nhắn, không cho giấy', 'for text messages, not for paper'],
};

/** Survey columns that paper carries at least on some kinds of rows or that are told of one by one. */
export const KNOWN_SURVEY_COLUMNS: readonly string[] = [
  ...Object.keys(TOLD),
  'type',
  'name',
  'label',
  'appearance',
  'disabled',
];

/** Tells of every filled cell of a row that is not among `carried`. */
export function tellCells(table: Table, row: Row, carried: ReadonlySet<string>, report: Report): void {
  for (const column of table.columns) {
    const told = TOLD[column.key];
    if (told === undefined || carried.has(column.key)) continue;
    const text = (row.cells[column.index] ?? '').trim();
    if (text === '' || isNothing(column.key, text) || isOtherLanguage(column)) continue;
    const [level, vi, en] = told;
    report.add(
      level,
      { sheet: table.name, row: row.row, column: column.header },
      column.key,
      `“${quoted(text)}”: ${vi}.`,
      `“${quoted(text)}”: ${en}.`,
    );
  }
}

// Words in other languages are told once a column, beside the languages.
function isOtherLanguage({ key, language }: Column): boolean {
  return language !== undefined && !key.startsWith('media') && languageOf(language) === 'other';
}

function isNothing(key: string, text: string): boolean {
  return /^(?:required|read_only|autoplay)$/u.test(key) && /^(?:no|false|false\(\)|0)$/iu.test(text);
}

/** Tells once of every column that nobody knows but that has cells, and of cells without a header. */
export function tellUnknownColumns(table: Table, known: ReadonlySet<string>, report: Report): void {
  for (const { key, header, index } of table.columns) {
    if (known.has(key) || key.startsWith('gandan::')) continue;
    if (!table.rows.some(({ cells }) => (cells[index] ?? '').trim() !== '')) continue;
    report.info(
      { sheet: table.name, row: table.headerRow, column: header },
      header,
      `Cột “${quoted(header)}” không có tác dụng trên giấy nên không đọc.`,
      `The column “${quoted(header)}” has no effect on paper and is not read.`,
    );
  }
  for (const { row } of table.unnamed.slice(0, 5)) {
    report.info(
      { sheet: table.name, row },
      'column',
      'Có ô nằm dưới cột không có tiêu đề nên không đọc.',
      'A cell stands in a column without a header and is not read.',
    );
  }
}

const WORDS: Readonly<Record<string, Told>> = {
  signature: ['info', 'chữ ký viết trên dòng kẻ', 'a signature is written on a line'],
  year: ['info', 'chỉ hỏi năm: in thành bốn ô số', 'only the year is asked: four cells'],
  'month-year': ['warning', 'giấy hỏi cả ngày, tháng, năm', 'paper asks for day, month and year'],
  maps: ['info', 'giấy không có bản đồ', 'paper has no map'],
};

/** Words of `appearance` whose effect paper has by itself or in its own way. */
const NATURAL =
  /^(?:field-list|multiline|table-list|label|list|list-nolabel|likert|horizontal|horizontal-compact|vertical|compact(?:-\d+)?|columns(?:-\d+|-pack|-flex)?|no-buttons|w\d+|quick|quickcompact(?:-\d+)?|minimal|spinner|autocomplete(?:_chars)?|no-calendar|numbers|thousands-sep|signature|year|picker|rating|no-ticks)$/u;

/** Tells what becomes of the words of `appearance`; those that only arrange a screen are told as such. */
export function tellAppearance(
  table: Table,
  row: Row,
  words: readonly string[],
  used: ReadonlySet<string>,
  report: Report,
): void {
  const column = table.columns.find(({ key }) => key === 'appearance')?.header;
  for (const word of words) {
    if (used.has(word)) continue;
    const [level, vi, en]: Told =
      WORDS[word] ??
      (NATURAL.test(word)
        ? ['info', 'chỉ sắp xếp màn hình; trên giấy mọi ô đều in ra', 'arranges a screen only; paper prints everything']
        : ['warning', 'không có tác dụng trên giấy', 'has no effect on paper']);
    report.add(
      level,
      { sheet: table.name, row: row.row, column },
      'appearance',
      `“${quoted(word)}”: ${vi}.`,
      `“${quoted(word)}”: ${en}.`,
    );
  }
}
