import type {
  Choice,
  Item,
  Label,
  NumberConstraint,
  Question,
  QuestionnaireModel,
  Relevant,
  RepeatItem,
} from '../model.ts';
import { OTHER_LINE_LABEL } from './other-label.ts';
import { OWN_FORMAT } from './own.ts';

const VI = 'Vietnamese (vi)';
const EN = 'English (en)';

type Cells = Record<string, string>;

/**
 * Writes a model as an XLSForm that ODK tools accept and that `readXlsForm` reads back to an equal model. What XLSForm
 * has no word for stands in columns `gandan::…`, which other tools pass over.
 */
export function writeXlsForm(model: QuestionnaireModel): Map<string, string[][]> {
  const lists = new Lists();
  const survey = model.items.flatMap((item) => itemRows(item, lists));
  return new Map([
    ['survey', sheet(survey, ['type', 'name', `label::${VI}`, `label::${EN}`])],
    ['choices', sheet(lists.rows, ['list_name', 'name', `label::${VI}`, `label::${EN}`])],
    ['settings', sheet([settings(model)], ['form_title', 'form_id', 'default_language'])],
  ]);
}

/** Rows under a header that has the usual columns first and then those that any row fills. */
function sheet(rows: readonly Cells[], first: readonly string[]): string[][] {
  const filled = new Set(rows.flatMap((row) => Object.keys(row).filter((key) => row[key] !== '')));
  const headers = [...first, ...[...filled].filter((key) => !first.includes(key))];
  const used = headers.filter((header) => filled.has(header) || !header.endsWith(EN));
  return [used, ...rows.map((row) => used.map((header) => row[header] ?? ''))];
}

/** Each list of options once, whichever questions use it: a matrix of ODK wants one list for all its rows. */
class Lists {
  readonly rows: Cells[] = [];
  private readonly names = new Map<string, string>();
  private readonly taken = new Set<string>();

  name(choices: readonly Choice[], question: string): string {
    return this.keep(JSON.stringify(choices), question, choices);
  }

  ofRows(rows: readonly Label[], repeat: string): string {
    const options = rows.map((label, index) => ({ name: String(index + 1), label }));
    return this.keep(`rows ${JSON.stringify(rows)}`, `${repeat}_rows`, options);
  }

  private keep(key: string, base: string, choices: readonly Choice[]): string {
    const known = this.names.get(key);
    if (known !== undefined) return known;
    let name = base;
    for (let count = 2; this.taken.has(name); count += 1) name = `${base}_${count}`;
    this.taken.add(name);
    this.names.set(key, name);
    for (const choice of choices) {
      const row: Cells = { list_name: name, name: choice.name };
      words(row, 'label', choice.label);
      // Without colons: of the columns of this sheet ODK makes elements.
      if (choice.specify === true) row.gandan_specify = 'yes';
      this.rows.push(row);
    }
    return name;
  }
}

/** Puts the words of both languages into their columns; empty ones are noted, because a sheet does not keep them. */
function words(row: Cells, key: string, label: Label | undefined): void {
  if (label === undefined) return;
  row[`${key}::${VI}`] = spaced(label.vi);
  if (label.en !== undefined) row[`${key}::${EN}`] = spaced(label.en);
  note(row, key, label);
}

/** ODK takes `${…}` in words for another question; with a space more it is text, and our reader takes it off again. */
const spaced = (text: string) => text.replace(/\$( *)\{/gu, (_, spaces: string) => `$ ${spaces}{`);

function ownWords(row: Cells, key: string, label: Label | undefined): void {
  if (label === undefined) return;
  row[`gandan::${key}::vi`] = label.vi;
  if (label.en !== undefined) row[`gandan::${key}::en`] = label.en;
  note(row, key, label);
}

function note(row: Cells, key: string, label: Label): void {
  if (label.vi === '') blank(row, `${key}.vi`);
  if (label.en === '') blank(row, `${key}.en`);
}

function blank(row: Cells, what: string): void {
  row['gandan::blank'] = [row['gandan::blank'], what].filter(Boolean).join(' ');
}

const flag = (value: boolean) => (value ? 'yes' : 'no');

function itemRows(item: Item, lists: Lists): Cells[] {
  switch (item.type) {
    case 'note': {
      const row: Cells = { type: 'note', name: item.name };
      words(row, 'label', item.label);
      return [row];
    }
    case 'begin_group': {
      const row: Cells = { type: 'begin_group', name: item.name };
      words(row, 'label', item.label);
      condition(row, item.relevant);
      if (item.appearance === 'table-list') row.appearance = 'table-list';
      if (item.appearance === 'row') row.appearance = 'field-list';
      if (item.appearance !== undefined) row['gandan::appearance'] = item.appearance;
      if (item.sensitive !== undefined) row['gandan::sensitive'] = flag(item.sensitive);
      return [row, ...item.items.flatMap((child) => questionRows(child, lists)), { type: 'end_group' }];
    }
    case 'begin_repeat':
      return [
        repeatRow(item, lists),
        ...item.items.flatMap((child) => questionRows(child, lists)),
        { type: 'end_repeat' },
      ];
    default:
      return questionRows(item, lists);
  }
}

function repeatRow(item: RepeatItem, lists: Lists): Cells {
  const row: Cells = { type: 'begin_repeat', name: item.name, repeat_count: String(item.count) };
  words(row, 'label', item.label);
  if (item.appearance !== undefined) row['gandan::appearance'] = item.appearance;
  if (item.rows !== undefined) row['gandan::rows'] = lists.ofRows(item.rows, item.name);
  if (item.role !== undefined) row['gandan::role'] = item.role;
  return row;
}

function questionRows(item: Question, lists: Lists): Cells[] {
  const row: Cells = { type: item.type, name: item.name };
  words(row, 'label', item.label);
  words(row, 'hint', item.hint);
  if (item.required !== undefined) row.required = flag(item.required);
  condition(row, item.relevant);
  if (item.sensitive !== undefined) row['gandan::sensitive'] = flag(item.sensitive);
  if (item.tags !== undefined) row['gandan::tags'] = tags(item.tags);
  switch (item.type) {
    case 'select_one':
    case 'select_multiple':
      row.type = `${item.type} ${lists.name(item.choices, item.name)}`;
      return [row, ...otherRow(item)];
    case 'integer':
    case 'decimal':
      row['gandan::digits'] = String(item.digits);
      if (item.type === 'decimal') row['gandan::decimals'] = String(item.decimals);
      ownWords(row, 'unit', item.unit);
      bounds(row, item.constraint, numberBounds(item.constraint));
      return [row];
    case 'date':
      bounds(row, item.constraint, [
        ...(item.constraint?.min === undefined ? [] : [`. >= date('${item.constraint.min}')`]),
        ...(item.constraint?.max === undefined ? [] : [`. <= date('${item.constraint.max}')`]),
      ]);
      return [row];
    case 'text':
      row['gandan::lines'] = String(item.lines);
      row.appearance = [item.lines > 1 ? 'multiline' : '', item.width === undefined ? '' : `w${item.width}`]
        .filter(Boolean)
        .join(' ');
      return [row];
  }
}

/** The line behind an "other" box, as the text question that ODK has for it; our reader knows it by its column. */
function otherRow(item: Extract<Question, { choices: unknown }>): Cells[] {
  const other = item.choices.find(({ specify }) => specify === true);
  if (other === undefined) return [];
  const row: Cells = { type: 'text', name: `${item.name}_other`, 'gandan::specifies': item.name };
  words(row, 'label', OTHER_LINE_LABEL);
  row.relevant =
    item.type === 'select_one' ? `\${${item.name}} = '${other.name}'` : `selected(\${${item.name}}, '${other.name}')`;
  return [row];
}

function condition(row: Cells, relevant: Relevant | undefined): void {
  if (relevant === undefined) return;
  const plain = relevant.choices.length > 0 && relevant.choices.every((choice) => !choice.includes("'"));
  row.relevant = relevant.choices
    .map((choice) => `\${${relevant.question}} = '${choice.replace(/'/gu, '’')}'`)
    .join(' or ');
  if (!plain) row['gandan::relevant'] = JSON.stringify(relevant);
}

function numberBounds(constraint: NumberConstraint | undefined): string[] {
  const { min, max, atMost } = constraint ?? {};
  return [
    ...(min === undefined ? [] : [`. >= ${min}`]),
    ...(max === undefined ? [] : [`. <= ${max}`]),
    ...(atMost === undefined ? [] : [`. <= \${${atMost}}`]),
  ];
}

function bounds(row: Cells, constraint: { readonly message?: Label } | undefined, parts: readonly string[]): void {
  if (constraint === undefined) return;
  row.constraint = parts.join(' and ');
  words(row, 'constraint_message', constraint.message);
  if (parts.length === 0 && constraint.message === undefined) blank(row, 'constraint');
}

function tags(all: readonly string[]): string {
  const plain = all.length > 0 && all.every((tag) => /^[^\s[][^\s]*$/u.test(tag));
  return plain ? all.join(' ') : JSON.stringify(all);
}

function settings(model: QuestionnaireModel): Cells {
  const row: Cells = {
    form_title: model.title.vi,
    form_id: model.code,
    default_language: VI,
    'gandan::format': OWN_FORMAT,
  };
  if (model.title.en !== undefined) row['gandan::title::en'] = model.title.en;
  if (model.title.en === '') blank(row, 'title.en');
  if (model.subject !== undefined) row['gandan::subject'] = model.subject;
  if (model.paper !== undefined) row['gandan::paper'] = model.paper;
  if (model.bilingual !== undefined) row['gandan::bilingual'] = flag(model.bilingual);
  if (model.askSensitive !== undefined) row['gandan::ask_sensitive'] = flag(model.askSensitive);
  ownWords(row, 'subtitle', model.subtitle);
  ownWords(row, 'instructions', model.instructions);
  ownWords(row, 'notice', model.notice);
  return row;
}
