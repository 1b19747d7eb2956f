import type { Item, Question, QuestionnaireModel } from '../model.ts';
import { dependantsOf, retold, withoutConditionsOn } from './conditions.ts';
import { countOf, namesAt, withFreeNamesAt } from './names.ts';
import {
  childrenOf,
  type Edited,
  type ItemPath,
  isGroup,
  isQuestion,
  itemAt,
  MOST_CHILDREN,
  MOST_ITEMS,
  mapItems,
  pathTo,
  type Spot,
  spotOf,
  withChildren,
  withItemAt,
} from './path.ts';

/**
 * Puts an item where `path` says, before what stands there, under names that are free; a path one behind the last is the
 * end. `null` where it cannot go: a group into a group, or onto a sheet that is full.
 */
export function insertItem(model: QuestionnaireModel, path: ItemPath, item: Item): Edited | null {
  const spot = spotOf(path);
  return put(model, spot, withFreeNamesAt(item, model, spot));
}

/** Puts an item behind another one: behind a question within its group; a group or a note never into one. */
export function insertAfter(model: QuestionnaireModel, path: ItemPath, item: Item): Edited | null {
  const { index, child } = spotOf(path);
  const inside = child !== null && isQuestion(item);
  return insertItem(model, pathTo(inside ? { index, child: child + 1 } : { index: index + 1, child: null }), item);
}

/** The same item once more, behind itself, under a name of its own. */
export function duplicateItem(model: QuestionnaireModel, path: ItemPath): Edited | null {
  const item = itemAt(model, path);
  return item === undefined ? null : insertAfter(model, path, item);
}

/** Another item in the place of the one at `path`, under the same name (see `renameItem`); children get free names. */
export function replaceItem(model: QuestionnaireModel, path: ItemPath, item: Item): QuestionnaireModel {
  const old = itemAt(model, path);
  const spot = spotOf(path);
  if (old === undefined || (spot.child !== null && !isQuestion(item))) return model;
  const named = withFreeNamesAt({ ...item, name: old.name }, without(model, spot), spot);
  const replaced = withItemAt(model, spot, named);
  // Only where a line behind a box or one more repetition would bring a name that is taken.
  return named.name === old.name ? replaced : mapItems(replaced, (one) => retold(one, old.name, named.name));
}

/** What is left after a removal; `freed` are the items that hung on what went and are asked of everybody now. */
export interface Removed extends Edited {
  readonly freed: readonly ItemPath[];
}

/**
 * Takes an item away, and every condition on it. A group that is left empty goes with it. `null` when nothing would be
 * left: a form keeps one item.
 */
export function removeItem(model: QuestionnaireModel, path: ItemPath): Removed | null {
  const spot = spotOf(path);
  if (itemAt(model, path) === undefined) return null;
  const siblings = childrenOf(model.items[spot.index]);
  const alone = spot.child !== null && siblings.length === 1;
  const gone: Spot = alone ? { index: spot.index, child: null } : spot;
  if (gone.child === null && model.items.length === 1) return null;
  const names = namesAt(model, pathTo(gone)).filter((name) => countOf(model, name) === 1);
  const left = without(model, gone);
  const freed = names.flatMap((name) => dependantsOf(left, name));
  const freedModel = names.reduce(withoutConditionsOn, left);
  const last = gone.child === null ? left.items.length - 1 : siblings.length - 2;
  const at = Math.min(gone.child ?? gone.index, last);
  const beside = gone.child === null ? { index: at, child: null } : { index: gone.index, child: at };
  return { model: freedModel, path: pathTo(beside), freed: [...new Set(freed)] };
}

/** The model without what stands at a spot; may leave a group empty. */
export function without(model: QuestionnaireModel, { index, child }: Spot): QuestionnaireModel {
  const holder = model.items[index];
  if (child === null) return { ...model, items: model.items.toSpliced(index, 1) };
  if (!isGroup(holder)) return model;
  return { ...model, items: model.items.with(index, withChildren(holder, holder.items.toSpliced(child, 1))) };
}

/** Puts an item, as it is, before what stands at a spot. */
export function put(model: QuestionnaireModel, { index, child }: Spot, item: Item): Edited | null {
  if (child === null) {
    if (model.items.length >= MOST_ITEMS || index < 0 || index > model.items.length) return null;
    return { model: { ...model, items: model.items.toSpliced(index, 0, item) }, path: pathTo({ index, child }) };
  }
  const holder = model.items[index];
  if (!isGroup(holder) || !isQuestion(item)) return null;
  if (holder.items.length >= MOST_CHILDREN || child < 0 || child > holder.items.length) return null;
  const items: readonly Question[] = holder.items.toSpliced(child, 0, item);
  return {
    model: { ...model, items: model.items.with(index, withChildren(holder, items)) },
    path: pathTo({ index, child }),
  };
}
