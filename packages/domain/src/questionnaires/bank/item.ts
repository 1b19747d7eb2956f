import type { FrameworkFamily } from '../framework.ts';
import type {
  Choice,
  DecimalItem,
  IntegerItem,
  Item,
  Label,
  Question,
  SelectMultiple,
  SelectOne,
  TextItem,
} from '../model.ts';

/** Ready questions of one area of the commune's work. */
export interface BankArea {
  readonly key: string;
  readonly label: Label;
  readonly items: readonly Item[];
}

type Words = readonly [vi: string, en: string];
const label = ([vi, en]: Words): Label => ({ vi, en });

// Short builders, so that an area's file reads as its list of questions.

export const one = (name: string, words: Words, choices: readonly Choice[], tag: FrameworkFamily): SelectOne => ({
  type: 'select_one',
  name,
  label: label(words),
  choices,
  tags: [tag],
});

export const many = (name: string, words: Words, choices: readonly Choice[], tag: FrameworkFamily): SelectMultiple => ({
  type: 'select_multiple',
  name,
  label: label(words),
  choices,
  tags: [tag],
});

export const people = (name: string, words: Words, max: number, tag: FrameworkFamily): IntegerItem => ({
  type: 'integer',
  name,
  label: label(words),
  digits: 2,
  unit: { vi: 'người', en: 'people' },
  constraint: { min: 0, max },
  tags: [tag],
});

export const amount = (name: string, words: Words, unit: Words, digits: number, tag: FrameworkFamily): DecimalItem => ({
  type: 'decimal',
  name,
  label: label(words),
  digits,
  decimals: 1,
  unit: label(unit),
  tags: [tag],
});

export const written = (name: string, words: Words, lines: number, tag: FrameworkFamily): TextItem => ({
  type: 'text',
  name,
  label: label(words),
  lines,
  tags: [tag],
});

/** Statements over the same boxes, printed as one matrix. */
export const matrix = (
  name: string,
  words: Words,
  choices: readonly Choice[],
  tag: FrameworkFamily,
  rows: readonly (readonly [name: string, vi: string, en: string])[],
): Item => ({
  type: 'begin_group',
  name,
  label: label(words),
  appearance: 'table-list',
  items: rows.map(([row, vi, en]): Question => one(row, [vi, en], choices, tag)),
});
