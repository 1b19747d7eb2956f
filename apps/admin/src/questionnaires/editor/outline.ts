import {
  childrenOf,
  type Item,
  type ItemPath,
  itemAt,
  type PaperQuestion,
  paperBlocks,
  paperQuestions,
  type QuestionnaireModel,
} from '@gandan/domain/questionnaires';
import type { Selected } from './history.ts';

/** One line of the outline. */
export interface OutlineRow {
  readonly path: ItemPath;
  readonly depth: 0 | 1;
  /** As printed before the question: `8`, `9b`, `21–23`; empty where paper prints none. */
  readonly number: string;
  readonly item: Item;
  /** Sensitive and not turned on: neither printed nor keyed. */
  readonly off: boolean;
  /** Its place among its neighbours, from 1, for screen readers. */
  readonly at: number;
  readonly of: number;
}

/** The form's items in order, the children of groups indented under them, numbered as on paper. */
export function outlineRows(model: QuestionnaireModel): readonly OutlineRow[] {
  const numbers = numbersOf(model);
  const row = (item: Item, path: OutlineRow['path'], depth: 0 | 1, at: number, of: number): OutlineRow => ({
    path,
    depth,
    number: numbers.get(item) ?? '',
    item,
    off: 'sensitive' in item && item.sensitive === true && model.askSensitive !== true,
    at: at + 1,
    of,
  });
  return model.items.flatMap((item, index) => [
    row(item, `items.${index}`, 0, index, model.items.length),
    ...childrenOf(item).map((child, at, all) => row(child, `items.${index}.items.${at}`, 1, at, all.length)),
  ]);
}

/** Printed numbers by the item itself: blocks and questions hold the very items of the model. */
function numbersOf(model: QuestionnaireModel): ReadonlyMap<Item, string> {
  const numbers = new Map<Item, string>();
  for (const block of paperBlocks(model)) {
    if (block.kind === 'question') numbers.set(block.question.item, block.question.number);
    if (block.kind !== 'group' && block.kind !== 'repetition') continue;
    const first = numbers.get(block.group);
    numbers.set(block.group, first === undefined ? block.number : `${first.split('–')[0]}–${block.number}`);
    for (const question of block.questions) {
      if (!numbers.has(question.item)) numbers.set(question.item, question.number);
    }
  }
  return numbers;
}

/** The path or, where nothing is any more, the nearest that there is. */
export function nearest(model: QuestionnaireModel, path: Selected): Selected {
  if (path === 'form' || itemAt(model, path) !== undefined) return path;
  const [, index, , child] = path.split('.');
  const parent = model.items[Number(index)];
  if (child !== undefined && parent !== undefined) {
    const last = childrenOf(parent).length - 1;
    return last >= 0 ? `items.${index}.items.${Math.min(last, Number(child))}` : `items.${index}`;
  }
  return model.items.length === 0 ? 'form' : `items.${Math.min(model.items.length - 1, Number(index))}`;
}

/** Answer names on paper of what stands at a path: of a group those of all its children, with their "other" lines. */
export function answersAt(model: QuestionnaireModel, path: Selected): readonly string[] {
  if (path === 'form') return [];
  const item = itemAt(model, path);
  const own = paperQuestions(model).filter((question) => question.item === item || question.group === item);
  const names = new Set(own.map(({ name }) => name));
  const lines = paperQuestions(model).filter(({ specifies }) => specifies !== undefined && names.has(specifies));
  return [...names, ...lines.map(({ name }) => name)];
}

/** Where in the model a question of the paper comes from. */
export function pathOfAnswer(model: QuestionnaireModel, name: string): Selected | null {
  const questions = paperQuestions(model);
  const found = questions.find((question) => question.name === name);
  const asked: PaperQuestion | undefined =
    found?.specifies === undefined ? found : questions.find((one) => one.name === found.specifies);
  if (asked === undefined) return null;
  return outlineRows(model).find((row) => row.item === asked.item)?.path ?? null;
}

/** The item and the field that a finding's path speaks of: `items.3.choices.0.label` → item `items.3`, field `choices.0.label`. */
export function placeOfFinding(path: string): { readonly selected: Selected; readonly field: string } {
  const match = /^(items\.\d+(?:\.items\.\d+)?)(?:\.(.*))?$/.exec(path);
  if (match === null) return { selected: 'form', field: path };
  return { selected: match[1] as Selected, field: match[2] ?? 'label' };
}
