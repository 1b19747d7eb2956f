import { DomainError } from '@gandan/domain/errors';
import {
  type QuestionnaireModel,
  QuestionnaireModelSchema,
  type ReadForm,
  readXlsForm,
  type Sheets,
} from '@gandan/domain/questionnaires';
import { parseJson } from '../../frame/read-json.ts';
import { check } from '../../frame/validate.ts';
import { parseSheets } from '../../households/import/parse.ts';
import { FORM_LIMITS, MAX_FORM_MS, MAX_JSON_BYTES } from './limits.ts';
import { ofForm } from './refusals.ts';

/**
 * Reads a questionnaire from the bytes of an XLSForm (.xlsx, .csv) or of an exported model (.json), whatever the file is
 * called. `fileName` names a form that has no title.
 * @throws DomainError that says what the file is instead and what to do
 */
export async function readFormFile(bytes: Uint8Array, fileName: string): Promise<ReadForm> {
  if (looksLikeJson(bytes)) return { model: readModel(bytes), report: [], places: new Map() };
  const read = readXlsForm(await readSheets(bytes), { fileName });
  return read;
}

async function readSheets(bytes: Uint8Array): Promise<Sheets> {
  try {
    const sheets = await parseSheets(bytes, FORM_LIMITS, { timeMs: MAX_FORM_MS });
    const isCsv = sheets.length === 1 && sheets[0]?.name === '';
    return new Map(sheets.map(({ name, rows }) => [name || 'survey', isCsv ? rows.map(unguarded) : rows]));
  } catch (error) {
    throw ofForm(error);
  }
}

/** Takes off the mark that keeps a spreadsheet from reading a text of a CSV as a formula. */
const unguarded = (cells: readonly string[]) => cells.map((cell) => cell.replace(/^'(?='*[=+\-@\t\r])/u, ''));

function looksLikeJson(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('utf8');
  return /^\ufeff?\s*\{/u.test(head);
}

function readModel(bytes: Uint8Array): QuestionnaireModel {
  // It is read here and not in a thread, so it may be no larger than what the editor itself can save.
  if (bytes.byteLength > MAX_JSON_BYTES) throw tooLarge();
  const text = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\ufeff/u, '');
  return check(QuestionnaireModelSchema, parseJson(text, badSyntax));
}

const badSyntax = () =>
  new DomainError('invalid', 'questionnaire.json', {
    vi: 'Tệp JSON này không đọc được: cú pháp sai. Hãy xuất lại từ Gần Dân.',
    en: 'This JSON cannot be parsed. Export it from Gần Dân again.',
  });

const tooLarge = () =>
  new DomainError('too-large', 'questionnaire.json-too-large', {
    vi: 'Tệp JSON này lớn hơn 1 MB; một mẫu phiếu không bao giờ lớn như vậy. Hãy xuất lại từ Gần Dân.',
    en: 'This JSON is larger than 1 MB, as no questionnaire is. Export it from Gần Dân again.',
  });
