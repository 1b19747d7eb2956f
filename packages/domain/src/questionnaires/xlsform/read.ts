import type { Item, QuestionnaireModel } from '../model.ts';
import { readLists } from './choices.ts';
import { flattenTree } from './flatten.ts';
import type { FormReading } from './form.ts';
import { MOST_ITEMS, MOST_REPORT_ROWS, MOST_SURVEY_ROWS } from './limits.ts';
import { ModelNames } from './names.ts';
import { quoted, Report, type ReportRow } from './report.ts';
import { readRows } from './rows.ts';
import { readSettings } from './settings.ts';
import { cell, readTable, type Sheets, sheetLines, type Table } from './sheet.ts';
import { KNOWN_SURVEY_COLUMNS, tellUnknownColumns } from './told-columns.ts';
import type { Node } from './tree.ts';
import { withinSchema } from './within-schema.ts';
import { chooseLanguages, tellLanguages } from './words.ts';

/** A form read for paper. */
export interface ReadForm {
  /** Null when nothing of the form can be printed; the report says why. */
  readonly model: QuestionnaireModel | null;
  readonly report: readonly ReportRow[];
  /** Where in the survey each item stands: `items.3.items.0` → its sheet and row. */
  readonly places: ReadonlyMap<string, { readonly sheet: string; readonly row: number }>;
}

/**
 * Reads an XLSForm into the model of paper. Nothing of the form is dropped in silence: each construct is either in the
 * model or in the report, with its place and with what to do. `fileName` names a form that has no title.
 */
export function readXlsForm(sheets: Sheets, { fileName = '' }: { readonly fileName?: string } = {}): ReadForm {
  const report = new Report();
  const parts = sheetLines(sheets);
  const survey = findSurvey(parts, report);
  if (survey === undefined) return { model: null, report: report.rows, places: new Map() };
  const settings = table(parts.get('settings'), 'settings');
  const fallback = fileName.replace(/\.[a-z]{3,4}$/iu, '');
  const { head, own, language } = readSettings(settings, fallback, report);
  const choices = table(choicesOf(parts), 'choices');
  tellSheets(parts, new Set([survey, choices, settings].map((one) => one?.name)), report);
  const languages = chooseLanguages(survey, language, own);
  const ofChoices = choices === undefined ? languages : chooseLanguages(choices, language, own);
  tellLanguages(survey, languages, report);
  if (choices !== undefined) tellLanguages(choices, ofChoices, report);
  const names = new ModelNames(report, own);
  const form: FormReading = {
    ...{ table: survey, languages, names, report, own, earlier: new Map(), told: new Set() },
    lists: readLists(choices, ofChoices, report),
    choicesSheet: choices?.name ?? 'choices',
    all: new Set(survey.rows.slice(0, MOST_SURVEY_ROWS).map((row) => cell(survey, row, 'name'))),
  };
  for (const one of choices === undefined ? [survey] : [survey, choices]) tellCellErrors(one, report);
  tellUnknownColumns(survey, new Set(KNOWN_SURVEY_COLUMNS), report);
  if (choices !== undefined) tellChoiceColumns(choices, report);
  const tree = readRows(form);
  tellTooLong(survey, report);
  const another = (name: string) => names.give(name.slice(0, 56), 'group', { sheet: survey.name });
  const all = flattenTree(tree, {
    sheet: survey.name,
    report,
    own,
    another: own ? (name) => name : quietly(another, report),
  });
  const items = withinLimit(all, survey, report);
  const rows = rowsOf(tree);
  const first = placesOf(items, rows, survey.name);
  const model = items.length === 0 ? null : withinSchema({ ...head, items }, first, survey.name, report);
  if (model === null) tellNothing(survey, report);
  const places = model === null ? first : placesOf(model.items, rows, survey.name);
  return { model, report: shortened(report, survey.name), places };
}

type Part = Parameters<typeof readTable>[0];

function table(part: Part | undefined, kind: Parameters<typeof readTable>[1]): Table | undefined {
  if (part === undefined) return undefined;
  const read = readTable(part, kind);
  return read.columns.length === 0 ? undefined : read;
}

/** The sheet `survey`, or the only sheet when it has a column `type`. */
function findSurvey(parts: ReadonlyMap<string, Part>, report: Report): Table | undefined {
  const named = table(parts.get('survey'), 'survey');
  if (named?.columns.some(({ key }) => key === 'type')) {
    if (named.rows.length > 0) return named;
    report.error(
      { sheet: named.name },
      'survey',
      'Trang survey trống: chưa có câu hỏi nào.',
      'The sheet survey is empty: it has no question yet.',
    );
    return undefined;
  }
  for (const [key, part] of parts) {
    if (key === 'choices' || key === 'settings' || parts.has('survey')) continue;
    const candidate = table(part, 'survey');
    if (!candidate?.columns.some(({ key: column }) => column === 'type') || candidate.rows.length === 0) continue;
    report.info(
      { sheet: candidate.name },
      'survey',
      `Tệp không có trang “survey”; trang “${quoted(candidate.name)}” được đọc thay.`,
      `The file has no sheet “survey”; “${quoted(candidate.name)}” is read instead.`,
    );
    return candidate;
  }
  const [first] = parts.values();
  report.error(
    { sheet: parts.get('survey')?.name ?? first?.name ?? '' },
    'survey',
    'Đây không phải là XLSForm: không có trang “survey” với cột “type”. Hãy chọn tệp khác hoặc thêm trang đó.',
    'This is not an XLSForm: there is no sheet “survey” with a column “type”. Choose another file or add that sheet.',
  );
  return undefined;
}

function choicesOf(parts: ReadonlyMap<string, Part>): Part | undefined {
  return parts.get('choices') ?? parts.get('choices and columns') ?? parts.get('options');
}

function tellSheets(parts: ReadonlyMap<string, Part>, read: ReadonlySet<string | undefined>, report: Report): void {
  for (const [key, { name, lines }] of parts) {
    if (read.has(name) || !lines.some(({ cells }) => cells.some((text) => text.trim() !== ''))) continue;
    const [vi, en] = SHEETS[key] ?? ['không thuộc XLSForm', 'is no part of an XLSForm'];
    report.info(
      { sheet: name },
      key,
      `Trang “${quoted(name)}” ${vi} nên không đọc.`,
      `The sheet “${quoted(name)}” ${en} and is not read.`,
    );
  }
}

const SHEETS: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  external_choices: ['là danh sách ngoài, giấy không tra được', 'is an external list that paper cannot look up'],
  osm: ['dành cho bản đồ OpenStreetMap', 'is for OpenStreetMap'],
  entities: ['dành cho danh mục (entities)', 'is for entities'],
  cascades: ['dành cho danh sách nối nhau kiểu cũ', 'is for cascades of an older kind'],
  columns: ['dành cho vòng lặp kiểu cũ', 'is for loops of an older kind'],
};

function tellChoiceColumns(choices: Table, report: Report): void {
  const known = new Set(['list_name', 'name', 'label', 'gandan_specify']);
  tellUnknownColumns(choices, known, report);
}

const CELL_ERRORS = new Set(
  ['REF!', 'NAME?', 'VALUE!', 'DIV/0!', 'N/A', 'NULL!', 'NUM!', 'SPILL!'].map((name) => `#${name}`),
);

/** `#REF!` and its like: a formula of the spreadsheet that came to nothing. */
function tellCellErrors(table: Table, report: Report): void {
  for (const { row, cells } of table.rows.slice(0, MOST_SURVEY_ROWS)) {
    for (const [index, text] of cells.entries()) {
      if (!CELL_ERRORS.has(text)) continue;
      report.error(
        { sheet: table.name, row, column: table.columns.find((one) => one.index === index)?.header },
        text,
        `Ô này là lỗi “${text}” của bảng tính. Hãy sửa công thức hoặc gõ chữ vào.`,
        `This cell is the error “${text}” of the spreadsheet. Mend the formula or type the text.`,
      );
    }
  }
}

function tellTooLong(survey: Table, report: Report): void {
  const count = survey.rows.length;
  if (count <= MOST_SURVEY_ROWS) return;
  report.error(
    { sheet: survey.name, row: survey.rows[MOST_SURVEY_ROWS]?.row },
    'survey',
    `Biểu mẫu có ${count.toLocaleString('vi')} dòng; chỉ ${MOST_SURVEY_ROWS.toLocaleString('vi')} dòng đầu được đọc. Một phiếu giấy chứa khoảng 100 câu: hãy chọn các câu cần hỏi trên giấy.`,
    `The form has ${count.toLocaleString('en')} rows; only the first ${MOST_SURVEY_ROWS.toLocaleString('en')} are read. A sheet holds some 100 questions: choose those to ask on paper.`,
  );
}

function withinLimit(items: readonly Item[], survey: Table, report: Report): readonly Item[] {
  if (items.length <= MOST_ITEMS) return items;
  report.error(
    { sheet: survey.name },
    'survey',
    `Biểu mẫu thành ${items.length.toLocaleString('vi')} mục trên giấy; một phiếu có tối đa ${MOST_ITEMS}. Từ mục “${items[MOST_ITEMS]?.name}” trở đi bị bỏ. Hãy chọn các câu cần hỏi trên giấy.`,
    `The form makes ${items.length.toLocaleString('en')} items on paper; a sheet has at most ${MOST_ITEMS}. From “${items[MOST_ITEMS]?.name}” on they are left out. Choose the questions to ask on paper.`,
  );
  return items.slice(0, MOST_ITEMS);
}

function tellNothing(survey: Table, report: Report): void {
  report.error(
    { sheet: survey.name },
    'survey',
    'Không có câu nào của biểu mẫu in được lên giấy. Hãy thêm câu chữ, số hoặc câu chọn.',
    'No question of the form can be printed. Add text, number or choice questions.',
  );
}

/** Names of continued headings are ours, so nothing is told of them. */
function quietly(give: (name: string) => string, report: Report): (name: string) => string {
  return (name) => {
    const before = report.rows.length;
    const given = give(`${name}_tiep`);
    report.rows.length = before;
    return given;
  };
}

/** The gravest of a report that is too long to be read, and how many more there are. */
function shortened({ rows, more: unkept }: Report, sheet: string): readonly ReportRow[] {
  if (rows.length <= MOST_REPORT_ROWS) return rows;
  const weight = { error: 0, warning: 1, info: 2 } as const;
  const kept = rows.toSorted((a, b) => weight[a.level] - weight[b.level]).slice(0, MOST_REPORT_ROWS);
  const more = rows.length - kept.length + unkept;
  const sentence = {
    vi: `Còn ${more.toLocaleString('vi')} điều nữa không liệt kê hết. Hãy sửa các điều trên rồi đọc lại.`,
    en: `There are ${more.toLocaleString('en')} more that are not listed. Mend those above and read the form again.`,
  };
  return [...kept, { sheet, row: null, column: null, construct: 'report', sentence, level: 'warning' }];
}

/** Row of each item by its name. */
function rowsOf(tree: readonly Node[]): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  const walk = (nodes: readonly Node[]) => {
    for (const node of nodes) {
      rows.set(node.kind === 'leaf' ? node.item.name : node.name, node.row);
      if (node.kind !== 'leaf') walk(node.children);
    }
  };
  walk(tree);
  return rows;
}

function placesOf(items: readonly Item[], rows: ReadonlyMap<string, number>, sheet: string): ReadForm['places'] {
  const places = new Map<string, { sheet: string; row: number }>();
  const put = (path: string, name: string) => {
    const row = rows.get(name) ?? rows.get(name.replace(/_tiep(?:_\d+)?$/u, ''));
    if (row !== undefined) places.set(path, { sheet, row });
  };
  for (const [index, item] of items.entries()) {
    put(`items.${index}`, item.name);
    if ('items' in item) for (const [at, child] of item.items.entries()) put(`items.${index}.items.${at}`, child.name);
  }
  return places;
}
