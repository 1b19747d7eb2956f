import type { Choice, Label, Question, Relevant } from '../model.ts';
import { conditionOf, type FormReading, labelOf, notSingleChoice, placeOf, tellCondition } from './form.ts';
import { LONGEST_LABEL, MOST_REPETITIONS, MOST_SURVEY_ROWS, MOST_TABLE_ROWS } from './limits.ts';
import { own, ownFlag, ownRelevant } from './own.ts';
import { type BuiltQuestion, buildQuestion } from './question.ts';
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

function branchCondition(form: FormReading, row: Row): Relevant | undefined {
  const kept = ownCondition(form, row);
  if (kept !== undefined) return kept;
  const read = conditionOf(form, row);
  if (read === undefined || 'always' in read) return undefined;
  if ('relevant' in read) return read.relevant;
  tellCondition(form, row, 'why' in read ? read.why : notSingleChoice);
  return undefined;
}

const DEFAULT_COUNT = 3;

function repetition(form: FormReading, row: Row, loop: string | undefined): Pick<Branch, 'count' | 'rows' | 'role'> {
  const { table, report } = form;
  const rowsList = own(table, row, 'rows').trim() || loop;
  const rows =
    rowsList === undefined || rowsList === '' ? undefined : form.lists.get(rowsList)?.map(({ label }) => label);
  const role = own(table, row, 'role').trim() === 'petition' ? { role: 'petition' as const } : {};
  if (form.own) {
    const count = Number(cell(table, row, 'repeat_count') || 1);
    return { count, ...(rows === undefined ? {} : { rows }), ...role };
  }
  if (loop !== undefined) return looped(form, row, loop, rows ?? []);
  const written = cell(table, row, 'repeat_count');
  const place = placeOf(form, row, 'repeat_count');
  const count = /^\d+(?:\.0+)?$/u.test(written) ? Number(written) : undefined;
  if (count !== undefined && count >= 1 && count <= MOST_REPETITIONS) return { count };
  if (count === undefined) {
    const vi = written === '' ? 'Mục lặp không có số lần' : `Số lần “${quoted(written)}” chỉ biết được khi hỏi`;
    const en = written === '' ? 'The repeat has no count' : `The count “${quoted(written)}” is known only while asking`;
    report.warning(
      place,
      'repeat_count',
      `${vi}; trên giấy in ${DEFAULT_COUNT} lần. Hãy ghi số lần cố định vào repeat_count.`,
      `${en}; paper prints it ${DEFAULT_COUNT} times. Write a fixed number into repeat_count.`,
    );
    return { count: DEFAULT_COUNT };
  }
  const kept = Math.min(Math.max(count, 1), MOST_REPETITIONS);
  report.warning(
    place,
    'repeat_count',
    `Lặp ${written} lần; trên giấy in ${kept} lần.`,
    `It repeats ${written} times; paper prints it ${kept} times.`,
  );
  return { count: kept };
}

function looped(form: FormReading, row: Row, list: string, rows: readonly Label[]): Pick<Branch, 'count' | 'rows'> {
  if (rows.length === 0) {
    form.report.error(
      placeOf(form, row, 'type'),
      'begin loop',
      `Danh sách “${quoted(list)}” không có ở trang choices; mục lặp in một lần.`,
      `There is no list “${quoted(list)}” on the sheet choices; the loop is printed once.`,
    );
    return { count: 1 };
  }
  const short = rows.filter(({ vi, en = '' }) => Math.max(vi.length, en.length) <= LONGEST_LABEL);
  const kept = short.slice(0, MOST_TABLE_ROWS);
  if (kept.length === 0) return { count: 1 };
  form.report.info(
    placeOf(form, row, 'type'),
    'begin loop',
    `Vòng lặp theo danh sách “${quoted(list)}” được in thành bảng ${kept.length} dòng${kept.length < rows.length ? ` (danh sách có ${rows.length})` : ''}.`,
    `The loop over “${quoted(list)}” is printed as a table of ${kept.length} rows${kept.length < rows.length ? ` (of ${rows.length})` : ''}.`,
  );
  return { count: kept.length, rows: kept };
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

/** The question with its condition; undefined when it became the line behind an "other" box of the question before. */
function withCondition(form: FormReading, row: Row, question: Question, siblings: Node[]): Question | undefined {
  const kept = ownCondition(form, row);
  if (kept !== undefined) return { ...question, relevant: kept };
  const read = conditionOf(form, row);
  if (read === undefined || 'always' in read) return question;
  if ('why' in read) {
    tellCondition(form, row, read.why);
    return question;
  }
  const condition = 'relevant' in read ? read.relevant : read.specifies;
  if (specifies(form, row, question, condition, siblings.at(-1))) return undefined;
  if ('relevant' in read) return { ...question, relevant: read.relevant };
  tellCondition(form, row, notSingleChoice);
  return question;
}

/**
 * In our own forms a condition is taken as it stands, also one that paper cannot draw: a draft may have it. One that a
 * person wrote into the file otherwise is read as anybody's.
 */
function ownCondition(form: FormReading, row: Row): Relevant | undefined {
  if (!form.own) return undefined;
  const exact = ownRelevant(form.table, row);
  if (exact !== undefined) return exact;
  const parts = cell(form.table, row, 'relevant')
    .split(' or ')
    .map((part) => /^\$\{([^}]+)\} = '([^']*)'$/u.exec(part));
  const question = parts[0]?.[1];
  if (question === undefined || !parts.every((part) => part?.[1] === question)) return undefined;
  return { question, choices: parts.map((part) => part?.[2] ?? '') };
}

const SPECIFY = /other|specif|ghi r[oõ]|kh[aá]c|precis|especi|sebut/iu;

/** "Other, please specify": a text right behind a choice, asked by one of its boxes, is the line behind that box. */
function specifies(
  form: FormReading,
  row: Row,
  text: Question,
  condition: Relevant,
  before: Node | undefined,
): boolean {
  if (text.type !== 'text' || condition.choices.length !== 1 || before?.kind !== 'leaf') return false;
  const { item } = before;
  if (!('choices' in item) || item.name !== condition.question) return false;
  if (item.choices.some((choice) => choice.specify === true)) return false;
  const box = item.choices.find(({ name }) => name === condition.choices[0]);
  if (box === undefined || !SPECIFY.test(`${text.name} ${text.label.vi} ${text.label.en ?? ''} ${box.label.vi}`))
    return false;
  before.item = {
    ...item,
    choices: item.choices.map((choice): Choice => (choice === box ? { ...choice, specify: true } : choice)),
  };
  form.names.reserve(`${item.name}_other`);
  form.report.info(
    placeOf(form, row, 'relevant'),
    'specify',
    `Câu này được in thành dòng kẻ sau ô “${quoted(box.label.vi)}”; câu trả lời mang tên “${item.name}_other”.`,
    `This is printed as a line behind the box “${quoted(box.label.vi)}”; its answer is called “${item.name}_other”.`,
  );
  return true;
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/\s+(?![^(]*\))/u)
    .filter(Boolean);
}
