import type {
  GroupItem,
  Item,
  Label,
  NoteItem,
  PaperQuestion,
  Question,
  QuestionnaireModel,
  RepeatItem,
} from './model.ts';

/** One block of the printed form, in print order: what is laid out together under one number or heading. */
export type PaperBlock =
  | { readonly kind: 'question'; readonly question: PaperQuestion }
  | { readonly kind: 'note'; readonly item: NoteItem }
  | { readonly kind: 'heading'; readonly group: GroupItem }
  | {
      readonly kind: 'group';
      readonly number: string;
      readonly group: GroupItem;
      readonly questions: readonly PaperQuestion[];
    }
  | {
      readonly kind: 'repetition';
      readonly number: string;
      readonly group: RepeatItem;
      readonly repetition: number;
      readonly questions: readonly PaperQuestion[];
    }
  | {
      readonly kind: 'table';
      readonly number: string;
      readonly group: RepeatItem;
      readonly rows: readonly { readonly label?: Label; readonly questions: readonly PaperQuestion[] }[];
    };

/**
 * The form's blocks in print order, numbered. Questions count 1, 2, 3 …; a matrix, a row and each repetition take one
 * number and letter their children (`5a`); a table takes one for all its rows (`5.2a`: second row, first column); notes
 * and headings take none. Sensitive items are left out until the office turns them on.
 */
export function paperBlocks(model: QuestionnaireModel): readonly PaperBlock[] {
  let last = 0;
  const next = () => {
    last += 1;
    return String(last);
  };
  return model.items.filter((item) => isPrinted(item, model)).flatMap((item) => blocksOf(item, model, next));
}

/** The form's questions in print order, as they are keyed: the blocks flattened, each "other" line after its question. */
export function paperQuestions(model: QuestionnaireModel): readonly PaperQuestion[] {
  return paperBlocks(model)
    .flatMap((block) => {
      switch (block.kind) {
        case 'question':
          return [block.question];
        case 'group':
        case 'repetition':
          return block.questions;
        case 'table':
          return block.rows.flatMap((row) => row.questions);
        default:
          return [];
      }
    })
    .flatMap((question) => {
      const other = otherLine(question);
      return other === undefined ? [question] : [question, other];
    });
}

/** The line behind the "other" box of a choice, as a question of its own that only that box asks. */
export function otherLine(question: PaperQuestion): PaperQuestion | undefined {
  if (!('choices' in question.item)) return undefined;
  const other = question.item.choices.find((choice) => choice.specify === true);
  if (other === undefined) return undefined;
  const relevant = { question: question.item.name, choices: [other.name] };
  const label = specifyLabel(question.item.label, other.label);
  return {
    ...question,
    name: `${question.name}_other`,
    item: { type: 'text', name: `${question.item.name}_other`, label, lines: 1, relevant },
    specifies: question.name,
  };
}

/** 'Nguồn thu nhập chính: nguồn khác (ghi rõ)', as it is read away from its box. */
function specifyLabel(question: Label, box: Label): Label {
  const join = (words: string, other: string) =>
    /[?.:]$/.test(words)
      ? `${words} ${other}`
      : `${words}: ${other.charAt(0).toLocaleLowerCase('vi')}${other.slice(1)}`;
  return {
    vi: `${join(question.vi, box.vi)} (ghi rõ)`,
    en: `${join(question.en ?? question.vi, box.en ?? box.vi)} (please specify)`,
  };
}

function blocksOf(item: Item, model: QuestionnaireModel, next: () => string): readonly PaperBlock[] {
  switch (item.type) {
    case 'note':
      return [{ kind: 'note', item }];
    case 'begin_group':
      return groupBlocks(item, printedChildren(item.items, model), next);
    case 'begin_repeat':
      if (item.appearance === 'table') return [tableBlock(item, model, next())];
      return Array.from({ length: item.count }, (_, index) => repetitionBlock(item, index + 1, model, next()));
    default:
      return [{ kind: 'question', question: { name: item.name, number: next(), item } }];
  }
}

function groupBlocks(group: GroupItem, children: readonly Question[], next: () => string): readonly PaperBlock[] {
  if (children.length === 0) return [];
  if (group.appearance === undefined) {
    const questions = children.map((item) => ({ name: item.name, number: next(), item, group }));
    return [{ kind: 'heading', group }, ...questions.map((question) => ({ kind: 'question' as const, question }))];
  }
  const number = next();
  const questions = children.map((item, index) => ({ name: item.name, number: number + letter(index), item, group }));
  return [{ kind: 'group', number, group, questions }];
}

function repetitionBlock(group: RepeatItem, repetition: number, model: QuestionnaireModel, number: string): PaperBlock {
  return { kind: 'repetition', number, group, repetition, questions: repeated(group, repetition, model, number) };
}

function tableBlock(group: RepeatItem, model: QuestionnaireModel, number: string): PaperBlock {
  const rows = Array.from({ length: group.count }, (_, index) => {
    const label = group.rows?.[index];
    const questions = repeated(group, index + 1, model, `${number}.${index + 1}`);
    return label === undefined ? { questions } : { label, questions };
  });
  return { kind: 'table', number, group, rows };
}

function repeated(
  group: RepeatItem,
  repetition: number,
  model: QuestionnaireModel,
  number: string,
): readonly PaperQuestion[] {
  return printedChildren(group.items, model).map((item, index) => ({
    name: `${group.name}_${repetition}_${item.name}`,
    number: number + letter(index),
    item,
    group,
    repetition,
  }));
}

function printedChildren(items: readonly Question[], model: QuestionnaireModel): readonly Question[] {
  return items.filter((item) => isPrinted(item, model));
}

function isPrinted(item: Item, model: QuestionnaireModel): boolean {
  const sensitive = 'sensitive' in item && item.sensitive === true;
  return !sensitive || model.askSensitive === true;
}

function letter(index: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + index);
}
