import { foldAccents } from '../../text/index.ts';
import type { Item, Label, Question, QuestionnaireModel } from '../model.ts';
import { retold } from './conditions.ts';
import {
  allItems,
  childrenOf,
  type ItemPath,
  isGroup,
  isQuestion,
  itemAt,
  mapItems,
  type Spot,
  spotOf,
  withChildren,
  withItemAt,
} from './path.ts';

const LONGEST = 60;
/** A name is to be read in a column head and in a formula, so it stops after a few words. */
const READABLE = 28;

/**
 * Every name that the form uses up: of items, and of answers that come of them (`petition_2_content`, `income_other`).
 * Children of a repetition go by their answers' names, so two repetitions may each have a `content`.
 */
export function takenNames(model: QuestionnaireModel): Set<string> {
  return new Set(model.items.flatMap(namesUsedBy));
}

function namesUsedBy(item: Item): readonly string[] {
  if (item.type === 'begin_repeat') {
    const times = Array.from({ length: item.count }, (_, index) => `${item.name}_${index + 1}_`);
    return [
      item.name,
      ...times.flatMap((prefix) => item.items.flatMap((child) => answersOf(child).map((name) => prefix + name))),
    ];
  }
  return [item.name, ...(isGroup(item) ? item.items.flatMap(answersOf) : answersOf(item).slice(1))];
}

function answersOf(item: Item): readonly string[] {
  const specified = 'choices' in item && item.choices.some((choice) => choice.specify === true);
  return specified ? [item.name, `${item.name}_other`] : [item.name];
}

/**
 * A free name after a question's Vietnamese words: `nameFromLabel({ vi: 'Nước sinh hoạt của gia đình' }, model)` →
 * 'nuoc_sinh_hoat_cua_gia_dinh'.
 */
export function nameFromLabel(label: Label, model: QuestionnaireModel): string {
  const words = foldAccents(label.vi)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .split('_');
  let name = words[0]?.slice(0, READABLE) ?? '';
  for (const word of words.slice(1)) {
    if (name.length + 1 + word.length > READABLE) break;
    name += `_${word}`;
  }
  const taken = takenNames(model);
  return freeName(name === '' ? 'cau' : name, (candidate) => !taken.has(candidate));
}

/** `water`, or the first of `water_2`, `water_3` … that `isFree`. */
function freeName(name: string, isFree: (candidate: string) => boolean): string {
  const stem = name.replace(/_\d+$/, '');
  let candidate = name;
  for (let n = 2; !isFree(candidate); n += 1) candidate = `${stem.slice(0, LONGEST - 1 - String(n).length)}_${n}`;
  return candidate;
}

/** An item under names that the form does not have yet, its own where they are free; its own conditions follow. */
export function withFreeNames<T extends Item>(item: T, model: QuestionnaireModel): T {
  const taken = takenNames(model);
  const isFree = (one: Item) => namesUsedBy(one).every((name) => !taken.has(name));
  const take = (one: Item) => {
    for (const name of namesUsedBy(one)) taken.add(name);
  };
  const named = <I extends Item>(one: I): I => {
    const name = freeName(one.name, (candidate) => isFree({ ...one, name: candidate }));
    return { ...one, name };
  };
  if (!isGroup(item)) return named(item);
  if (item.type === 'begin_repeat') return named(withChildren(item, distinct(item.items)));
  const head = { ...item, name: freeName(item.name, (candidate) => !taken.has(candidate)) };
  taken.add(head.name);
  const renamed: (readonly [string, string])[] = [];
  const items = item.items.map((child) => {
    const fresh = named(child);
    take(fresh);
    if (fresh.name !== child.name) renamed.push([child.name, fresh.name]);
    return fresh;
  });
  const told = (child: Question) => renamed.reduce((one, [old, name]) => retold(one, old, name), child);
  return withChildren(head, items.map(told)) as T;
}

/** The same for an item that is to stand at a spot: within a repetition only its answers' names count. */
export function withFreeNamesAt<T extends Item>(item: T, model: QuestionnaireModel, { index, child }: Spot): T {
  const holder = model.items[index];
  if (child === null || holder?.type !== 'begin_repeat' || !isQuestion(item)) return withFreeNames(item, model);
  const taken = takenNames(model);
  const answers = (name: string) => namesUsedBy({ ...holder, items: [{ ...item, name }] }).slice(1);
  return { ...item, name: freeName(item.name, (name) => answers(name).every((answer) => !taken.has(answer))) };
}

/** Columns of a repetition need names of their own among themselves only. */
function distinct(items: readonly Question[]): readonly Question[] {
  const taken = new Set<string>();
  return items.map((item) => {
    const isFree = (name: string) => answersOf({ ...item, name }).every((answer) => !taken.has(answer));
    const fresh = { ...item, name: freeName(item.name, isFree) };
    for (const name of answersOf(fresh)) taken.add(name);
    return fresh;
  });
}

/** Renames an item and every condition that speaks of it; a name that is taken or malformed leaves the form as it is. */
export function renameItem(model: QuestionnaireModel, path: ItemPath, name: string): QuestionnaireModel {
  const item = itemAt(model, path);
  if (item === undefined || item.name === name || !isName(name)) return model;
  const renamed = withItemAt(model, spotOf(path), { ...item, name });
  if (hasDoubleNames(renamed)) return model;
  const old = item.name;
  return mapItems(renamed, (one) => retold(one, old, name));
}

export const isName = (name: string): boolean => /^[a-z][a-z0-9_]{0,59}$/.test(name);

/** Whether two items, or two answers that come of them, have the same name. */
export function hasDoubleNames(model: QuestionnaireModel): boolean {
  const names = model.items.flatMap(namesUsedBy);
  return new Set(names).size < names.length;
}

/** The item at a path and what stands in it: the names that go when it goes. */
export function namesAt(model: QuestionnaireModel, path: ItemPath): readonly string[] {
  const item = itemAt(model, path);
  return item === undefined ? [] : [item.name, ...childrenOf(item).map(({ name }) => name)];
}

/** How many items have this name; conditions of a name that two have stay when one of them goes. */
export function countOf(model: QuestionnaireModel, name: string): number {
  return allItems(model).filter(({ item }) => item.name === name).length;
}
