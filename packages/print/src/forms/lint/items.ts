import type { Sentence } from '@gandan/domain/errors';
import type { Choice, Item, Question, RepeatItem } from '@gandan/domain/questionnaires';
import { error, type LintFinding } from './finding.ts';
import { labelFindings } from './words.ts';

const MOST_CHOICES = 30;

/** What paper cannot carry of one item. */
export function itemFindings(item: Item, path: string, bilingual: boolean): readonly LintFinding[] {
  const own = labelFindings(`${path}.label`, item.label, bilingual);
  if (item.type === 'note') return own;
  if (item.type !== 'begin_group' && item.type !== 'begin_repeat') return questionFindings(item, path, bilingual);
  const children = item.items.flatMap((child, index) => questionFindings(child, `${path}.items.${index}`, bilingual));
  if (item.type === 'begin_repeat') return [...own, ...children, ...repeatFindings(item, path, bilingual)];
  return [...own, ...children, ...(item.appearance === 'table-list' ? matrixFindings(item.items, path) : [])];
}

function questionFindings(item: Question, path: string, bilingual: boolean): readonly LintFinding[] {
  const unit = 'unit' in item ? item.unit : undefined;
  return [
    ...labelFindings(`${path}.label`, item.label, bilingual),
    ...(item.hint === undefined ? [] : labelFindings(`${path}.hint`, item.hint, bilingual)),
    ...(unit === undefined ? [] : labelFindings(`${path}.unit`, unit, bilingual)),
    ...('choices' in item ? choiceFindings(item.choices, `${path}.choices`, bilingual) : []),
  ];
}

function choiceFindings(choices: readonly Choice[], path: string, bilingual: boolean): readonly LintFinding[] {
  const findings = choices.flatMap((choice, index) => [
    ...labelFindings(`${path}.${index}.label`, choice.label, bilingual),
    ...(/^[1-9]\d?$/.test(choice.name) ? [] : [error(`${path}.${index}.name`, CHOICE_CODE)]),
  ]);
  if (new Set(choices.map(({ name }) => name)).size < choices.length) findings.push(error(path, CHOICE_TWICE));
  if (choices.length > MOST_CHOICES) findings.push(error(path, CHOICE_COUNT));
  if (choices.filter(({ specify }) => specify === true).length > 1) findings.push(error(path, SPECIFY_TWICE));
  return findings;
}

function repeatFindings(item: RepeatItem, path: string, bilingual: boolean): readonly LintFinding[] {
  const rows = item.rows ?? [];
  const findings = rows.flatMap((row, index) => labelFindings(`${path}.rows.${index}`, row, bilingual));
  if (item.appearance !== 'table')
    return item.rows === undefined ? findings : [...findings, error(`${path}.rows`, ROWS_TABLE)];
  if (item.rows !== undefined && rows.length !== item.count)
    findings.push(error(`${path}.rows`, rowsCount(rows.length, item.count)));
  return [...findings, ...item.items.flatMap((child, index) => specifyFindings(child, `${path}.items.${index}`))];
}

function matrixFindings(items: readonly Question[], path: string): readonly LintFinding[] {
  const [first] = items;
  return items.flatMap((item, index) => {
    const place = `${path}.items.${index}`;
    const alike = first !== undefined && sameChoices(item, first);
    return [...(alike ? [] : [error(place, MATRIX_CHILD)]), ...specifyFindings(item, place)];
  });
}

function sameChoices(item: Question, first: Question): boolean {
  if (item.type !== 'select_one' || first.type !== 'select_one') return false;
  const key = (choice: Choice | undefined) => `${choice?.name} ${choice?.label.vi}`;
  return (
    item.choices.length === first.choices.length &&
    item.choices.every((choice, index) => key(choice) === key(first.choices[index]))
  );
}

function specifyFindings(item: Question, path: string): readonly LintFinding[] {
  const at = 'choices' in item ? item.choices.findIndex(({ specify }) => specify === true) : -1;
  return at < 0 ? [] : [error(`${path}.choices.${at}`, SPECIFY_INSIDE)];
}

function rowsCount(rows: number, count: number): Sentence {
  return {
    vi: `Bảng có ${count} dòng nhưng có ${rows} tên dòng. Hãy cho hai số bằng nhau.`,
    en: `The table has ${count} rows but ${rows} row heads. Make them the same.`,
  };
}

const CHOICE_CODE = {
  vi: 'Mã của ô phải là số từ 1 đến 99, vì đó là phím người nhập bấm.',
  en: 'The code of an option is a number from 1 to 99: it is the key that the clerk presses.',
};
const CHOICE_TWICE = {
  vi: 'Hai ô có cùng một mã. Hãy đổi một mã.',
  en: 'Two options have the same code. Change one.',
};
const CHOICE_COUNT = {
  vi: `Câu chọn có tối đa ${MOST_CHOICES} ô. Hãy gộp bớt hoặc chia thành hai câu.`,
  en: `A choice has at most ${MOST_CHOICES} options. Merge some or make two questions.`,
};
const SPECIFY_TWICE = {
  vi: 'Mỗi câu chỉ có một ô “ghi rõ”. Hãy bỏ bớt.',
  en: 'A question has one “specify” option at most. Remove the others.',
};
const SPECIFY_INSIDE = {
  vi: 'Trong bảng không có chỗ cho dòng “ghi rõ”. Hãy bỏ dấu “ghi rõ” hoặc tách thành câu riêng.',
  en: 'A table has no room for a “specify” line. Remove it or make it a question of its own.',
};
const ROWS_TABLE = {
  vi: 'Chỉ nhóm lặp dạng bảng mới có tên dòng.',
  en: 'Only a repeat drawn as a table has row heads.',
};
const MATRIX_CHILD = {
  vi: 'Mỗi dòng của bảng phải là câu chọn một ô, với cùng các ô như dòng đầu.',
  en: 'Each row of a matrix is a single choice over the options of the first row.',
};
