import type { GroupItem, Item, Question, QuestionnaireModel, RepeatItem } from '../model.ts';

/** Where an item stands in the model: `items.3`, or within a group `items.3.items.0`; the places that lint names begin so. */
export type ItemPath = `items.${string}`;

/** The same in numbers; `child` is `null` for what stands by itself. */
export interface Spot {
  readonly index: number;
  readonly child: number | null;
}

/** A model after a change, and where in it the changed item stands now. */
export interface Edited {
  readonly model: QuestionnaireModel;
  readonly path: ItemPath;
}

/** What the schema takes: more is not one sheet of paper anyway. */
export const MOST_ITEMS = 100;
export const MOST_CHILDREN = 60;

export type Group = GroupItem | RepeatItem;
export const isGroup = (item: Item | undefined): item is Group =>
  item?.type === 'begin_group' || item?.type === 'begin_repeat';
export const isQuestion = (item: Item): item is Question => !isGroup(item) && item.type !== 'note';
export const childrenOf = (item: Item | undefined): readonly Question[] => (isGroup(item) ? item.items : []);

/** `items.3.items.0` → `{ index: 3, child: 0 }`. */
export function spotOf(path: ItemPath): Spot {
  const [, index, , child] = path.split('.');
  return { index: Number(index), child: child === undefined ? null : Number(child) };
}

/** The way back: `{ index: 3, child: null }` → `items.3`. */
export function pathTo({ index, child }: Spot): ItemPath {
  return child === null ? `items.${index}` : `items.${index}.items.${child}`;
}

/** The item at a path, if there is one. */
export function itemAt(model: QuestionnaireModel, path: ItemPath): Item | undefined {
  const { index, child } = spotOf(path);
  const item = model.items[index];
  return child === null ? item : childrenOf(item)[child];
}

/** Every item with its path, in print order, the children behind their group. */
export function allItems(model: QuestionnaireModel): readonly { readonly path: ItemPath; readonly item: Item }[] {
  return model.items.flatMap((item, index) => [
    { path: pathTo({ index, child: null }), item },
    ...childrenOf(item).map((child, at) => ({ path: pathTo({ index, child: at }), item: child })),
  ]);
}

/** The model with every item, groups' children too, as `change` has it. */
export function mapItems(model: QuestionnaireModel, change: <T extends Item>(item: T) => T): QuestionnaireModel {
  const items = model.items.map((item) => {
    const changed = change(item);
    return isGroup(changed) ? withChildren(changed, changed.items.map(change)) : changed;
  });
  return { ...model, items };
}

/** A group or repetition with other questions in it. */
export function withChildren<T extends Group>(group: T, items: readonly Question[]): T {
  return { ...group, items };
}

/** The model with another item at a spot that is there. */
export function withItemAt(model: QuestionnaireModel, { index, child }: Spot, item: Item): QuestionnaireModel {
  const holder = model.items[index];
  if (child === null) return { ...model, items: model.items.with(index, item) };
  if (!isGroup(holder) || !isQuestion(item)) return model;
  return { ...model, items: model.items.with(index, withChildren(holder, holder.items.with(child, item))) };
}
