import type { Label, QuestionnaireModel } from '../model.ts';
import { PAPER_LAYOUTS, SUBJECTS } from '../model.ts';
import { slug } from './names.ts';
import { blanks, own, ownFlag, ownLabel } from './own.ts';
import { quoted, type Report } from './report.ts';
import { cell, headerOf, type Row, rawCell, type Table } from './sheet.ts';
import { plainWords } from './words.ts';

/** What the settings of a form say of the questionnaire as a whole. */
export type Head = Omit<QuestionnaireModel, 'items'>;

const LONGEST_CODE = 40;

/** Reads the sheet `settings`; `fallback` is a name for forms that have none (the file's). */
export function readSettings(
  table: Table | undefined,
  fallback: string,
  report: Report,
): { head: Head; own: boolean; language: string } {
  const [row, ...more] = table?.rows ?? [];
  if (table === undefined || row === undefined)
    return { head: headOf('', '', fallback, report), own: false, language: '' };
  const isOwn = own(table, row, 'format').trim() !== '';
  if (!isOwn) tellOthers(table, row, more.length, report);
  const language = cell(table, row, 'default_language');
  if (isOwn) return { head: ownHead(table, row), own: true, language };
  return {
    head: headOf(cell(table, row, 'form_title'), cell(table, row, 'form_id'), fallback, report),
    own: false,
    language,
  };
}

function headOf(title: string, id: string, fallback: string, report: Report): Head {
  const words = plainWords(title) || plainWords(id) || plainWords(fallback);
  if (plainWords(title) === '') {
    report.info(
      { sheet: 'settings' },
      'form_title',
      `Biểu mẫu không có tiêu đề (form_title); phiếu tạm mang tên “${quoted(words || 'PHIẾU HỎI')}”.`,
      `The form has no title (form_title); the sheet is called “${quoted(words || 'PHIẾU HỎI')}” for now.`,
    );
  }
  const code = [id, title, fallback].map((text) => slug(text, '-', LONGEST_CODE)).find((text) => text !== '');
  return { code: code ?? 'form', title: { vi: (words || 'PHIẾU HỎI').slice(0, 1000) } };
}

function ownHead(table: Table, row: Row): Head {
  const one = <T extends string>(key: string, of: readonly T[]) =>
    of.find((value) => value === own(table, row, key).trim());
  const subject = one('subject', SUBJECTS);
  const paper = one('paper', PAPER_LAYOUTS);
  const bilingual = ownFlag(table, row, 'bilingual');
  const askSensitive = ownFlag(table, row, 'ask_sensitive');
  const words = (key: string): Record<string, Label> => {
    const label = ownLabel(table, row, key);
    return label === undefined ? {} : { [key]: label };
  };
  const en = own(table, row, 'title', 'en');
  const english = en !== '' || blanks(table, row).has('title.en') ? { en } : {};
  return {
    code: cell(table, row, 'form_id'),
    title: { vi: rawCell(table, row, 'form_title'), ...english },
    ...(subject === undefined ? {} : { subject }),
    ...(paper === undefined ? {} : { paper }),
    ...(bilingual === undefined ? {} : { bilingual }),
    ...(askSensitive === undefined ? {} : { askSensitive }),
    ...words('subtitle'),
    ...words('instructions'),
    ...words('notice'),
  };
}

const CARRIED = new Set(['form_title', 'form_id', 'default_language']);

function tellOthers(table: Table, row: Row, more: number, report: Report): void {
  for (const { key, header, index } of table.columns) {
    const text = (row.cells[index] ?? '').trim();
    if (text === '' || CARRIED.has(key)) continue;
    report.info(
      { sheet: table.name, row: row.row, column: header },
      header,
      `Cài đặt “${quoted(header)}” không có tác dụng trên giấy nên không giữ.`,
      `The setting “${quoted(header)}” has no effect on paper and is not kept.`,
    );
  }
  if (more > 0) {
    report.info(
      { sheet: table.name, row: row.row + 1, column: headerOf(table, 'form_title') },
      'settings',
      'Trang settings chỉ có một dòng; các dòng dưới không đọc.',
      'The sheet settings has one row; those below are not read.',
    );
  }
}
