import {
  type Choice,
  type Item,
  type Label,
  type Question,
  type QuestionnaireModel,
  takenNames,
} from '@gandan/domain/questionnaires';

/** What can be added, in the order of how often an office needs it. */
export const ITEM_TYPES = [
  'select_one',
  'select_multiple',
  'integer',
  'decimal',
  'date',
  'text',
  'note',
  'heading',
  'matrix',
  'row',
  'repeat',
  'table',
] as const;
export type ItemType = (typeof ITEM_TYPES)[number];
/** Those that are one question. */
export const QUESTION_TYPES = ['select_one', 'select_multiple', 'integer', 'decimal', 'date', 'text'] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

const EMPTY: Label = { vi: '' };
export const coded = (...labels: readonly Label[]): readonly Choice[] =>
  labels.map((label, index) => ({ name: String(index + 1), label }));
const YES_NO = coded({ vi: 'Có', en: 'Yes' }, { vi: 'Không', en: 'No' });

/** A new item of a kind, with a name that is free, ready to be written in. */
export function blankItem(type: ItemType, model: QuestionnaireModel): Item {
  const name = freeName('nhom', model);
  const child = (of: QuestionType, at: number): Question => ({ ...blankQuestion(of, model), name: `${name}_${at}` });
  switch (type) {
    case 'note':
      return { type: 'note', name: freeName('loi', model), label: EMPTY };
    case 'heading':
      return { type: 'begin_group', name, label: EMPTY, items: [child('select_one', 1)] };
    case 'matrix':
      return {
        type: 'begin_group',
        name,
        label: EMPTY,
        appearance: 'table-list',
        items: [child('select_one', 1), child('select_one', 2)],
      };
    case 'row':
      return {
        type: 'begin_group',
        name,
        label: EMPTY,
        appearance: 'row',
        items: [child('integer', 1), child('integer', 2)],
      };
    case 'repeat':
      return { type: 'begin_repeat', name, label: EMPTY, count: 3, items: [child('text', 1)] };
    case 'table':
      return {
        type: 'begin_repeat',
        name,
        label: EMPTY,
        count: 4,
        appearance: 'table',
        items: [child('text', 1), child('text', 2)],
      };
    default:
      return blankQuestion(type, model);
  }
}

export function blankQuestion(type: QuestionType, model: QuestionnaireModel): Question {
  const base = { name: freeName('cau', model), label: EMPTY };
  switch (type) {
    case 'select_one':
    case 'select_multiple':
      return { type, ...base, choices: YES_NO };
    case 'integer':
      return { type, ...base, digits: 2 };
    case 'decimal':
      return { type, ...base, digits: 3, decimals: 1 };
    case 'date':
      return { type, ...base };
    case 'text':
      return { type, ...base, lines: 2 };
  }
}

/** `cau_7`: a name until the question has words to be named after. */
const UNNAMED = /^(cau|nhom|loi)_\d+(_\d+)?$/;
export const isUnnamed = (name: string): boolean => UNNAMED.test(name);

function freeName(stem: string, model: QuestionnaireModel): string {
  const taken = takenNames(model);
  for (let n = 1; ; n += 1) if (!taken.has(`${stem}_${n}`)) return `${stem}_${n}`;
}
