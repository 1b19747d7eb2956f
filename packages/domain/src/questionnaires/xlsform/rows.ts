import type { Label } from '../model.ts';
import { branchCondition, withCondition } from './conditions.ts';
import { type FormReading, labelOf, placeOf } from './form.ts';
import { LONGEST_LABEL, MOST_SURVEY_ROWS } from './limits.ts';
import { own, ownFlag } from './own.ts';
import { type BuiltQuestion, buildQuestion } from './question.ts';
import { repetition } from './repetition.ts';
import { quoted } from './report.ts';
import { cell, headerOf, type Row } from './sheet.ts';
import { tellAppearance, tellCells } from './told-columns.ts';
import type { Branch, Node } from './tree.ts';
import { type RowType, readType } from './types.ts';

interface Open {
  readonly branch: Branch;
  readonly what: 'group' | 'repeat';
}

/** Reads the rows of the survey from top to bottom into the tree of its groups. */
export function readRows(form: FormReading): Node[] {
  const top: Node[] = [];
  const open: Open[] = [];
  const rows = form.table.rows.slice(0, MOST_SURVEY_ROWS);
  for (const row of rows) {
    const type = typeOf(form, row);
    const siblings = open.at(-1)?.branch.children ?? top;
    if (type === undefined) continue;
    if (type.as === 'begin') open.push({ branch: begin(form, row, type, siblings), what: type.what });
    else if (type.as === 'end') end(form, row, type.what, open);
    else readLeaf(form, row, type, siblings);
  }
  for (const { branch, what } of open) {
    form.report.error(
      { sheet: form.table.name, row: branch.row },
      `begin_${what}`,
      `“begin ${what}” ở dòng này không có “end ${what}”; nhóm được coi là kéo dài đến hết. Hãy thêm dòng kết thúc.`,
      `The “begin ${what}” of this row has no “end ${what}”; it is taken to reach to the end. Add the closing row.`,
    );
  }
  return top;
}

function typeOf(form: FormReading, row: Row): RowType | undefined {
  const { table, report } = form;
  const written = cell(table, row, 'type');
  if (/^(?:yes|true|1|x)$/iu.test(cell(table, row, 'disabled'))) {
    report.info(
      placeOf(form, row, 'disabled'),
      'disabled',
      'Dòng này đã được tắt nên không in.',
      'This row is switched off and is not printed.',
    );
    return undefined;
  }
  if (written.startsWith('#')) return undefined;
  if (written === '') {
    report.warning(
      placeOf(form, row, 'type'),
      'type',
      'Dòng này không có loại câu hỏi (type) nên bị bỏ qua. Nếu là lời nhắn, hãy ghi “note”.',
      'This row has no type and is left out. If it is meant to be read, make it a “note”.',
    );
    return undefined;
  }
  const type = readType(written);
  if (type.as !== 'unknown') return type;
  report.error(
    placeOf(form, row, 'type'),
    quoted(written),
    `Không có loại câu “${quoted(written)}” nên dòng này bị bỏ khỏi phiếu. Hãy dùng text, integer, decimal, date, select_one, select_multiple hoặc note.`,
    `There is no type “${quoted(written)}”, so this row is left out. Use text, integer, decimal, date, select_one, select_multiple or note.`,
  );
  return undefined;
}

function begin(form: FormReading, row: Row, type: Extract<RowType, { as: 'begin' }>, siblings: Node[]): Branch {
  const { table } = form;
  const written = cell(table, row, 'name');
  const name = form.names.give(written, type.what, placeOf(form, row, 'name'));
  const label = labelOf(form, row, 'label') ?? undefined;
  const appearance = wordsOf(cell(table, row, 'appearance'));
  const relevant = branchCondition(form, row);
  const sensitive = ownFlag(table, row, 'sensitive');
  const ownWord = own(table, row, 'appearance').trim();
  const branch: Branch = {
    ...{ kind: type.what, name, label, row: row.row, appearance, children: [] },
    ...(relevant === undefined ? {} : { relevant }),
    ...(sensitive === undefined ? {} : { sensitive }),
    ...(ownWord === 'row' || ownWord === 'table-list' || ownWord === 'table' ? { own: ownWord } : {}),
    ...(type.what === 'repeat' ? repetition(form, row, type.loop) : {}),
  };
  const carried = new Set(['relevant', ...(type.what === 'repeat' ? ['repeat_count'] : [])]);
  tellCells(table, row, carried, form.report);
  if (!form.own) tellAppearance(table, row, appearance, new Set(['table-list']), form.report);
  siblings.push(branch);
  return branch;
}

function end(form: FormReading, row: Row, what: 'group' | 'repeat', open: Open[]): void {
  const innermost = open.at(-1);
  const place = placeOf(form, row, 'type');
  if (innermost === undefined) {
    form.report.error(
      place,
      `end_${what}`,
      `“end ${what}” ở đây không kết thúc nhóm nào và bị bỏ qua. Hãy xóa dòng này hoặc thêm “begin ${what}”.`,
      `This “end ${what}” closes nothing and is passed over. Remove the row or add a “begin ${what}”.`,
    );
    return;
  }
  if (innermost.what !== what) {
    form.report.error(
      place,
      `end_${what}`,
      `“end ${what}” ở đây gặp “begin ${innermost.what}” của dòng ${innermost.branch.row}: hai nhóm chồng chéo nhau. Nhóm trong cùng được khép lại ở đây; hãy sửa thứ tự.`,
      `This “end ${what}” meets the “begin ${innermost.what}” of row ${innermost.branch.row}: the two overlap. The inner one is closed here; put them in order.`,
    );
  }
  open.pop();
}

function readLeaf(
  form: FormReading,
  row: Row,
  type: Exclude<RowType, { as: 'begin' | 'end' }>,
  siblings: Node[],
): void {
  if (type.as === 'unknown' || own(form.table, row, 'specifies') !== '') return;
  const appearance = wordsOf(cell(form.table, row, 'appearance'));
  const readOnly = isShownOnly(form, row, type);
  if (type.as === 'left' || type.as === 'machine') leaveOut(form, row, type.as, type.told);
  else if (type.as === 'note' || readOnly) addNote(form, row, appearance, siblings, readOnly);
  else if (type.as === 'picture' && !appearance.includes('signature')) leaveOut(form, row, 'left', NO_PICTURES);
  else addQuestion(form, row, type, appearance, siblings);
}

const NO_PICTURES = {
  vi: 'giấy không chụp được ảnh; nếu cần, hãy chụp riêng và ghi số phiếu',
  en: 'paper takes no pictures; take them apart and write the sheet number on them',
};

function addQuestion(
  form: FormReading,
  row: Row,
  type: Parameters<typeof buildQuestion>[2],
  appearance: readonly string[],
  siblings: Node[],
): void {
  const written = cell(form.table, row, 'name');
  const name = form.names.give(written, 'question', placeOf(form, row, 'name'));
  const built = buildQuestion(form, row, type, name, appearance);
  if (built === undefined) return;
  const question = withCondition(form, row, built.question, siblings);
  if (question === undefined) return;
  siblings.push({ kind: 'leaf', item: question, row: row.row, appearance });
  tellRest(form, row, built, question.relevant !== undefined, appearance);
  if (written !== '') {
    const codes = built.codes === undefined ? {} : { codes: built.codes };
    form.earlier.set(written, { name: question.name, type: question.type, ...codes });
  }
}

function tellRest(
  form: FormReading,
  row: Row,
  built: BuiltQuestion,
  conditioned: boolean,
  appearance: readonly string[],
): void {
  // A condition that could not be kept has been told with its reason.
  const carried = new Set(['hint', 'required', 'relevant', ...built.carried]);
  if (!conditioned && cell(form.table, row, 'relevant') === '') carried.add('relevant');
  tellCells(form.table, row, carried, form.report);
  const used = new Set(built.carried.includes('appearance') ? appearance : built.carried);
  tellAppearance(form.table, row, appearance, used, form.report);
}

/** A field that only shows something, such as a sum: read-only with its words. */
function isShownOnly(form: FormReading, row: Row, type: RowType): boolean {
  return type.as === 'text' && /^(?:yes|true|true\(\)|1)$/iu.test(cell(form.table, row, 'read_only'));
}

function addNote(
  form: FormReading,
  row: Row,
  appearance: readonly string[],
  siblings: Node[],
  readOnly: boolean,
): void {
  const { table, report } = form;
  const written = cell(table, row, 'name');
  const name = form.names.give(written, 'note', placeOf(form, row, 'name'));
  const label = labelOf(form, row, 'label');
  if (label === null) return;
  if (label === undefined && !form.own) {
    report.warning(
      placeOf(form, row, 'label'),
      'note',
      `Lời nhắn “${name}” không có lời nên không in.`,
      `The note “${name}” has no words and is not printed.`,
    );
    return;
  }
  if (readOnly) {
    report.warning(
      placeOf(form, row, 'read_only'),
      'read_only',
      `Câu chỉ để xem “${name}” được in thành lời nhắn.`,
      `The read-only question “${name}” is printed as a note.`,
    );
  }
  const hint = form.own ? undefined : (labelOf(form, row, 'hint') ?? undefined);
  siblings.push({
    kind: 'leaf',
    item: { type: 'note', name, label: joined(form, row, label ?? { vi: '' }, hint) },
    row: row.row,
    appearance,
  });
  tellCells(table, row, new Set(['hint', 'read_only']), report);
  tellAppearance(table, row, appearance, new Set(), report);
}

/** The words of a note with its hint below, or without it when that would be too long. */
function joined(form: FormReading, row: Row, label: Label, hint: Label | undefined): Label {
  if (hint === undefined) return label;
  const vi = `${label.vi}\n${hint.vi}`;
  const en = label.en === undefined ? undefined : [label.en, hint.en].filter(Boolean).join('\n');
  if (Math.max(vi.length, en?.length ?? 0) <= LONGEST_LABEL) return { vi, ...(en === undefined ? {} : { en }) };
  form.report.warning(
    placeOf(form, row, 'hint'),
    'hint',
    'Lời nhắn cùng lời chỉ dẫn dài quá nên lời chỉ dẫn không in. Hãy viết ngắn lại.',
    'The note and its hint are too long together, so the hint is not printed. Make them shorter.',
  );
  return label;
}

function leaveOut(form: FormReading, row: Row, as: 'left' | 'machine', told: { vi: string; en: string }): void {
  const { table } = form;
  const what = cell(table, row, 'type');
  const words = form.languages.own ? undefined : labelOf(form, row, 'label');
  const title = quoted(words?.vi ?? cell(table, row, 'name'));
  form.report.add(
    as === 'left' ? 'warning' : 'info',
    { sheet: table.name, row: row.row, column: headerOf(table, 'type') },
    what,
    `“${title}” (${what}) không có trên phiếu: ${told.vi}.`,
    `“${title}” (${what}) is not on the sheet: ${told.en}.`,
  );
}

const LONGEST_APPEARANCE = 500;

/** Words of an appearance; what stands in brackets, as in `search('a b')`, is one of them. */
function wordsOf(text: string): string[] {
  const words = text.slice(0, LONGEST_APPEARANCE).toLowerCase();
  return words.split(/\s+(?![^(]*\))/u).filter(Boolean);
}
