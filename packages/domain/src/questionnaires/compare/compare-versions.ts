import type { Sentence } from '../../errors/index.ts';
import { childrenOf, type ItemPath, isGroup, pathTo } from '../edit/path.ts';
import type { Item, QuestionnaireModel } from '../model.ts';
import type { PaperEffect, VersionChange } from './change.ts';
import { formChanges } from './form-changes.ts';
import { type Detail, itemChanges, same } from './item-changes.ts';
import { keepingOrder } from './order.ts';
import { capital, listed, nameOf, printedNumbers } from './words.ts';

/** An item where it stands. `key` is its identity over versions; a repetition's columns are named within it. */
interface Entry {
  readonly key: string;
  readonly path: ItemPath;
  readonly item: Item;
  readonly parent: Item | null;
}

/**
 * What a newer version has otherwise, in the order of the newer form, then what is gone. Items are known by their names,
 * so a renamed one that is otherwise the same and stands in the same place is told as renamed.
 */
export function compareVersions(older: QuestionnaireModel, newer: QuestionnaireModel): readonly VersionChange[] {
  const before = entriesOf(older);
  const after = renamedBack(before, entriesOf(newer));
  const was = new Map(before.map((entry) => [entry.key, entry]));
  const is = new Map(after.map((entry) => [entry.key, entry]));
  const [oldNumbers, newNumbers] = [printedNumbers(older), printedNumbers(newer)];
  const moved = movedKeys(before, after);
  const printed = (item: Item, model: QuestionnaireModel): PaperEffect =>
    'sensitive' in item && item.sensitive === true && model.askSensitive !== true ? 'same' : 'other';
  const changes: VersionChange[] = [...formChanges(older, newer)];
  for (const entry of after) {
    const old = was.get(entry.key);
    const name = nameOf(entry.item, newNumbers);
    if (old === undefined) {
      // A new group is told once, with its children in it.
      if (entry.parent !== null && !was.has(keyOf(entry.parent))) continue;
      changes.push(told('added', entry.path, name, 'Thêm', 'Added', printed(entry.item, newer)));
      continue;
    }
    if (moved.has(entry.key)) {
      const from = oldNumbers.get(old.item);
      const sentence = {
        vi: from === undefined ? `Chuyển chỗ ${name.vi}.` : `Chuyển chỗ ${name.vi} (trước là câu ${from}).`,
        en: from === undefined ? `Moved ${name.en}.` : `Moved ${name.en} (it was question ${from}).`,
      };
      changes.push({ kind: 'moved', path: entry.path, sentence, paper: printed(entry.item, newer) });
    }
    const details = itemChanges(old.item, entry.item);
    if (details.length > 0) changes.push(changed(entry.path, name, details));
  }
  for (const entry of before) {
    if (is.has(entry.key) || (entry.parent !== null && !is.has(keyOf(entry.parent)))) continue;
    changes.push(
      told('removed', entry.path, nameOf(entry.item, oldNumbers), 'Bỏ', 'Removed', printed(entry.item, older)),
    );
  }
  return changes;
}

/** The strongest effect of all changes: whether paper that is out can still be read as the newer version. */
export function paperEffect(changes: readonly VersionChange[]): PaperEffect {
  return strongest(changes);
}

function strongest(effects: readonly { readonly paper: PaperEffect }[]): PaperEffect {
  if (effects.some(({ paper }) => paper === 'other')) return 'other';
  return effects.some(({ paper }) => paper === 'may') ? 'may' : 'same';
}

function told(
  kind: 'added' | 'removed',
  path: ItemPath,
  name: Sentence,
  vi: string,
  en: string,
  paper: PaperEffect,
): VersionChange {
  return { kind, path, paper, sentence: { vi: `${vi} ${name.vi}.`, en: `${en}: ${name.en}.` } };
}

function changed(path: ItemPath, name: Sentence, details: readonly Detail[]): VersionChange {
  const words = listed(details.map((detail) => detail.words));
  const paper = strongest(details);
  return {
    kind: 'changed',
    path,
    paper,
    sentence: { vi: `${capital(name.vi)}: ${words.vi}.`, en: `${capital(name.en)}: ${words.en}.` },
  };
}

const keyOf = (item: Item): string => item.name;

function entriesOf(model: QuestionnaireModel): readonly Entry[] {
  return model.items.flatMap((item, index) => [
    { key: keyOf(item), path: pathTo({ index, child: null }), item, parent: null },
    ...childrenOf(item).map((child, at) => ({
      key: item.type === 'begin_repeat' ? `${item.name}/${child.name}` : child.name,
      path: pathTo({ index, child: at }),
      item: child,
      parent: item,
    })),
  ]);
}

/** Gives a renamed item its old key back: same place, and nothing but the name is otherwise. */
function renamedBack(before: readonly Entry[], after: readonly Entry[]): readonly Entry[] {
  const known = new Set(before.map(({ key }) => key));
  const kept = new Set(after.map(({ key }) => key));
  const byPath = new Map(before.map((entry) => [entry.path, entry]));
  return after.map((entry) => {
    const old = byPath.get(entry.path);
    if (known.has(entry.key) || old === undefined || kept.has(old.key) || isGroup(entry.item)) return entry;
    return same({ ...old.item, name: '' }, { ...entry.item, name: '' }) ? { ...entry, key: old.key } : entry;
  });
}

/** What has changed its place among its neighbours, or its group; what only gave way to others has not. */
function movedKeys(before: readonly Entry[], after: readonly Entry[]): ReadonlySet<string> {
  const parentOf = ({ parent }: Entry) => (parent === null ? '' : keyOf(parent));
  const old = new Map(before.map((entry, at) => [entry.key, { parent: parentOf(entry), at }]));
  const moved = new Set<string>();
  const byParent = new Map<string, { readonly key: string; readonly at: number }[]>();
  for (const entry of after) {
    const was = old.get(entry.key);
    if (was === undefined) continue;
    const parent = parentOf(entry);
    if (was.parent !== parent) moved.add(entry.key);
    else byParent.set(parent, [...(byParent.get(parent) ?? []), { key: entry.key, at: was.at }]);
  }
  for (const siblings of byParent.values()) {
    const stayed = keepingOrder(siblings.map(({ at }) => at));
    siblings.forEach(({ key }, index) => {
      if (!stayed.has(index)) moved.add(key);
    });
  }
  return moved;
}
