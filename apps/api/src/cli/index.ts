import type { Verb } from './verb.ts';

/** Every verb, in the order of the journey. Only the one that is called is loaded, so that a small one starts at once. */
export const VERBS: readonly Verb[] = [
  {
    name: 'import households',
    usage: 'import households FILE.xlsx|csv [--commune CODE] [--create-missing] [--accept-lookalikes] [--json]',
    summary: {
      vi: 'Nhập danh sách hộ từ Excel hoặc CSV; có một dòng sai thì không lưu gì cả',
      en: 'Import households from Excel or CSV; with one wrong row nothing is stored',
    },
    options: { 'create-missing': { type: 'boolean' }, 'accept-lookalikes': { type: 'boolean' } },
    positionals: 1,
    load: () => import('./import-households.ts'),
  },
  {
    name: 'questionnaire compile',
    usage: 'questionnaire compile FILE.xlsx|csv|json --out DIR [--layout a4|a5x2|large] [--bilingual] [--json]',
    summary: {
      vi: 'Dàn một biểu mẫu (XLSForm hoặc JSON) lên giấy: template.pdf, layout.json, lint.json; không cần cơ sở dữ liệu',
      en: 'Lay a form (XLSForm or JSON) out on paper: template.pdf, layout.json, lint.json; needs no database',
    },
    options: { out: { type: 'string' }, layout: { type: 'string' }, bilingual: { type: 'boolean' } },
    positionals: 1,
    load: () => import('./questionnaire-compile.ts'),
  },
  {
    name: 'questionnaire convert',
    usage: 'questionnaire convert IN.xlsx|csv|json OUT.xlsx|csv|json [--json]',
    summary: {
      vi: 'Đổi biểu mẫu giữa XLSForm và JSON, báo những gì giấy không có; không cần cơ sở dữ liệu',
      en: 'Convert a form between XLSForm and JSON and tell what paper has not; needs no database',
    },
    positionals: 2,
    load: () => import('./questionnaire-convert.ts'),
  },
  {
    name: 'print packet',
    usage: 'print packet --group CODE --date YYYY-MM-DD --out FILE.pdf [--again] [--commune CODE] [--json]',
    summary: {
      vi: 'In bộ phiếu họp của một tổ; chưa có kỳ họp ngày đó thì lập',
      en: 'Print the packet of a group’s meeting; plans the meeting when there is none that day',
    },
    options: {
      group: { type: 'string' },
      date: { type: 'string' },
      out: { type: 'string' },
      again: { type: 'boolean' },
    },
    positionals: 0,
    load: () => import('./print-packet.ts'),
  },
  {
    name: 'scan',
    usage: 'scan --layout layout.json[,layout.json] FILES… [--json]',
    summary: {
      vi: 'Đọc các ô đánh dấu trên trang quét (PDF, JPEG, PNG, TIFF); không cần cơ sở dữ liệu',
      en: 'Read the marked boxes of scanned pages (PDF, JPEG, PNG, TIFF); needs no database',
    },
    options: { layout: { type: 'string' } },
    positionals: 'some',
    load: () => import('./scan.ts'),
  },
  {
    name: 'print sheets',
    usage:
      'print sheets --compiled DIR --households FILE.csv --out FILE.pdf [--prefix PL] [--first 1] [--date YYYY-MM-DD] [--numbers] [--json]',
    summary: {
      vi: 'In phiếu cho mọi hộ của một tệp CSV trên mẫu đã dàn (questionnaire compile); không cần cơ sở dữ liệu',
      en: 'Print a sheet for every household of a CSV file on a compiled form; needs no database',
    },
    options: {
      compiled: { type: 'string' },
      households: { type: 'string' },
      out: { type: 'string' },
      prefix: { type: 'string' },
      first: { type: 'string' },
      date: { type: 'string' },
      numbers: { type: 'boolean' },
    },
    positionals: 0,
    load: () => import('./print-sheets.ts'),
  },
  {
    name: 'evaluate',
    usage: 'evaluate --cadre CODE --year YYYY --out FILE.pdf [--commune CODE] [--json]',
    summary: {
      vi: 'In phiếu đánh giá, xếp loại năm của một cán bộ, kèm phụ lục căn cứ số liệu',
      en: 'Print the yearly evaluation of a cadre with the annex of its figures',
    },
    options: { cadre: { type: 'string' }, year: { type: 'string' }, out: { type: 'string' } },
    positionals: 0,
    load: () => import('./evaluate.ts'),
  },
  {
    name: 'backup',
    usage: 'backup FILE',
    summary: { vi: 'Sao lưu toàn bộ dữ liệu và tệp vào một tệp', en: 'Back up all records and files into one file' },
    positionals: 1,
    load: () => import('./backup.ts'),
  },
  {
    name: 'restore',
    usage: 'restore FILE',
    summary: { vi: 'Khôi phục bản sao lưu vào cơ sở dữ liệu trống', en: 'Restore a backup into an empty database' },
    positionals: 1,
    intoEmpty: true,
    load: () => import('./restore.ts'),
  },
  {
    name: 'verify audit',
    usage: 'verify audit [--json]',
    summary: {
      vi: 'Kiểm tra nhật ký có bị sửa hoặc xóa không, và in mã của dòng cuối',
      en: 'Check that the audit log was not changed or cut, and print the hash of its last line',
    },
    positionals: 0,
    load: () => import('./verify-audit.ts'),
  },
];
