import type { GroupItem, Item, Question, QuestionnaireModel, RepeatItem } from '@gandan/domain/questionnaires';
import { blankQuestion } from './blanks.ts';
import type { Selected } from './history.ts';
import { childrenOf, isGroup, itemAt, namesOf } from './outline.ts';

/** A form after a change, and where in it the changed item stands now. */
export interface Changed {
  readonly model: QuestionnaireModel;
  readonly selected: Selected;
}
type Group = GroupItem | RepeatItem;

interface Spot {
  readonly index: number;
  /** Place in its group; `null` for what stands by itself. */
  readonly child: number | null;
}

function spotOf(path: Selected): Spot {
  const [, index, , child] = path.split('.');
  return { index: Number(index), child: child === undefined ? null : Number(child) };
}
const pathTo = ({ index, child }: Spot): Selected =>
  child === null ? `items.${index}` : `items.${index}.items.${child}`;

const withItems = (model: QuestionnaireModel, items: readonly Item[]): QuestionnaireModel => ({ ...model, items });
const putIn = <T>(list: readonly T[], at: number, one: T): readonly T[] => list.toSpliced(at, 0, one);

function withChildren(model: QuestionnaireModel, index: number, items: readonly Question[]): QuestionnaireModel {
  const group = model.items[index] as Group;
  return withItems(model, model.items.with(index, { ...group, items }));
}

/** Another item in the place of the one at `path`. */
export function replaceAt(model: QuestionnaireModel, path: Selected, item: Item): QuestionnaireModel {
  const { index, child } = spotOf(path);
  if (child === null) return withItems(model, model.items.with(index, item));
  return withChildren(model, index, questionsOf(model.items[index]).with(child, item as Question));
}

/** Puts an item behind the selected one: behind a question within its group; a group or a note never into one. */
export function insertAfter(model: QuestionnaireModel, selected: Selected, item: Item): Changed {
  const named = withFreeNames(item, model);
  if (selected === 'form') return insertAt(model, { index: model.items.length, child: null }, named);
  const { index, child } = spotOf(selected);
  if (child !== null && isQuestion(named)) return insertAt(model, { index, child: child + 1 }, named);
  return insertAt(model, { index: index + 1, child: null }, named);
}

/** Puts a question at the end of a group. */
export function insertInto(model: QuestionnaireModel, group: Selected, item: Question): Changed {
  const { index } = spotOf(group);
  const child = questionsOf(model.items[index]).length;
  return insertAt(model, { index, child }, withFreeNames(item, model));
}

function insertAt(model: QuestionnaireModel, spot: Spot, item: Item): Changed {
  if (spot.child === null) {
    return { model: withItems(model, putIn(model.items, spot.index, item)), selected: pathTo(spot) };
  }
  const children = questionsOf(model.items[spot.index]);
  return {
    model: withChildren(model, spot.index, putIn(children, spot.child, item as Question)),
    selected: pathTo(spot),
  };
}

/** Takes an item away. A group that is left empty goes with it, and a form keeps one question. */
export function removeAt(model: QuestionnaireModel, path: Selected): Changed {
  const { index, child } = spotOf(path);
  if (child !== null && questionsOf(model.items[index]).length > 1) {
    const items = questionsOf(model.items[index]).toSpliced(child, 1);
    return {
      model: withChildren(model, index, items),
      selected: pathTo({ index, child: Math.min(child, items.length - 1) }),
    };
  }
  const items = model.items.toSpliced(index, 1);
  if (items.length === 0) return { model: withItems(model, [blankQuestion('select_one', model)]), selected: 'items.0' };
  return {
    model: withItems(model, items),
    selected: pathTo({ index: Math.min(index, items.length - 1), child: null }),
  };
}

/** The same item once more, behind itself, under a name of its own. */
export function duplicateAt(model: QuestionnaireModel, path: Selected): Changed {
  const item = itemAt(model, path);
  return item === undefined ? { model, selected: path } : insertAfter(model, path, item);
}

export type Direction = 'up' | 'down' | 'in' | 'out';

/** One step of the keyboard: past the neighbour, into the group beside it, or out of its own. `null` where it cannot go. */
export function step(model: QuestionnaireModel, path: Selected, direction: Direction): Changed | null {
  if (path === 'form') return null;
  const { index, child } = spotOf(path);
  const item = itemAt(model, path);
  if (item === undefined) return null;
  if (child === null) {
    if (direction === 'up') return index === 0 ? null : move(model, path, { index: index - 1, child: null });
    if (direction === 'down') {
      return index === model.items.length - 1 ? null : move(model, path, { index: index + 2, child: null });
    }
    const group = model.items[index - 1];
    if (direction !== 'in' || group === undefined || !isGroup(group) || !isQuestion(item)) return null;
    return move(model, path, { index: index - 1, child: childrenOf(group).length });
  }
  const last = questionsOf(model.items[index]).length - 1;
  if (direction === 'out') return move(model, path, { index: index + 1, child: null });
  if (direction === 'up') return child === 0 ? null : move(model, path, { index, child: child - 1 });
  if (direction === 'down') return child === last ? null : move(model, path, { index, child: child + 2 });
  return null;
}

/** Where a dragged item is dropped: before or behind another one, or into a group. */
export function drop(
  model: QuestionnaireModel,
  from: Selected,
  target: Selected,
  where: 'before' | 'after' | 'into',
): Changed | null {
  const item = itemAt(model, from);
  if (item === undefined || from === target || target.startsWith(`${from}.`)) return null;
  const { index, child } = spotOf(target);
  if (where === 'into') {
    const group = model.items[index];
    if (group === undefined || !isGroup(group) || !isQuestion(item)) return null;
    return move(model, from, { index, child: childrenOf(group).length });
  }
  if (child !== null && !isQuestion(item)) return null;
  const behind = where === 'after' ? 1 : 0;
  return move(model, from, child === null ? { index: index + behind, child } : { index, child: child + behind });
}

/** Moves to a spot that is counted before the item leaves its old one. */
function move(model: QuestionnaireModel, from: Selected, to: Spot): Changed {
  const item = itemAt(model, from);
  const source = spotOf(from);
  if (item === undefined) return { model, selected: from };
  if (source.child === null) {
    const items = model.items.toSpliced(source.index, 1);
    const index = to.index > source.index ? to.index - 1 : to.index;
    return insertAt(withItems(model, items), { ...to, index }, item);
  }
  const left = questionsOf(model.items[source.index]).toSpliced(source.child, 1);
  if (to.child !== null && to.index === source.index) {
    const child = to.child > source.child ? to.child - 1 : to.child;
    return insertAt(withChildren(model, source.index, left), { index: source.index, child }, item);
  }
  if (left.length > 0) return insertAt(withChildren(model, source.index, left), to, item);
  // The group has lost its last question and goes.
  const items = model.items.toSpliced(source.index, 1);
  return insertAt(withItems(model, items), { ...to, index: to.index > source.index ? to.index - 1 : to.index }, item);
}

/** Renames an item and every rule that speaks of it. */
export function rename(model: QuestionnaireModel, path: Selected, name: string): QuestionnaireModel {
  const item = itemAt(model, path);
  if (item === undefined || item.name === name) return model;
  const old = item.name;
  const renamed = replaceAt(model, path, { ...item, name });
  return withItems(
    renamed,
    renamed.items.map((one) => retold(one, old, name)),
  );
}

function retold(item: Item, old: string, name: string): Item {
  const rule =
    'relevant' in item && item.relevant?.question === old ? { relevant: { ...item.relevant, question: name } } : {};
  const limits =
    'constraint' in item &&
    item.constraint !== undefined &&
    'atMost' in item.constraint &&
    item.constraint.atMost === old
      ? { constraint: { ...item.constraint, atMost: name } }
      : {};
  const children = isGroup(item) ? { items: questionsOf(item).map((child) => retold(child, old, name)) } : {};
  return { ...item, ...rule, ...limits, ...children } as Item;
}

/** An item under names that the form does not have yet; its own where they are free. */
export function withFreeNames<T extends Item>(item: T, model: QuestionnaireModel): T {
  const taken = namesOf(model);
  const free = (name: string) => {
    const stem = name.replace(/_\d+$/, '');
    let candidate = name;
    for (let n = 2; taken.has(candidate); n += 1) candidate = `${stem}_${n}`;
    taken.add(candidate);
    return candidate;
  };
  const renamed = new Map<string, string>();
  const fresh = (one: Item): Item => {
    const name = free(one.name);
    renamed.set(one.name, name);
    if (!isGroup(one)) return { ...one, name };
    const items = questionsOf(one).map((child) => fresh(child) as Question);
    return { ...one, name, items } as Item;
  };
  let result = fresh(item);
  for (const [old, name] of renamed) if (old !== name) result = retold(result, old, name);
  return result as T;
}

function questionsOf(item: Item | undefined): readonly Question[] {
  return item !== undefined && (item.type === 'begin_group' || item.type === 'begin_repeat') ? item.items : [];
}

export const isQuestion = (item: Item): item is Question => !isGroup(item) && item.type !== 'note';
