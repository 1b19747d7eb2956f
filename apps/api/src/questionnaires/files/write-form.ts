import { type QuestionnaireModel, writeXlsForm } from '@gandan/domain/questionnaires';
import { stringify } from 'csv-stringify/sync';
import { writeXlsx } from 'hucre/xlsx';

/** The questionnaire as an XLSForm workbook. Every cell is a text, so a label such as `=1+1` is never computed. */
export function formWorkbook(model: QuestionnaireModel): Promise<Uint8Array> {
  const sheets = [...writeXlsForm(model)].map(([name, rows]) => ({
    name,
    rows: rows.map((cells) => cells.map(literal)),
    columns: (rows[0] ?? []).map((header) => ({ width: /label|hint|message/u.test(header) ? 48 : 20 })),
    freezePane: { rows: 1 },
  }));
  return writeXlsx({ sheets });
}

/** The workbook format reads `_x000D_` in a text as a character; a text that says so is written as such. */
const literal = (text: string) => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_');

/** The same as one CSV with the names of the sheets in the first column, as ODK reads it: without a byte order mark. */
export function formCsv(model: QuestionnaireModel): string {
  const lines = [...writeXlsForm(model)].flatMap(([name, rows]) => [
    [name],
    ...rows.map((cells) => ['', ...cells.map(guarded)]),
  ]);
  return stringify(lines, { record_delimiter: '\r\n', quoted_match: /[\s"',;]/u });
}

/** Keeps a spreadsheet from reading a text as a formula; our reader takes the mark off again. */
const guarded = (text: string) => (/^'*[=+\-@\t\r]/u.test(text) ? `'${text}` : text);
