import type { QuestionnaireModel } from '../model.ts';
import { put, without } from './change.ts';
import { withFreeNamesAt } from './names.ts';
import {
  childrenOf,
  type Edited,
  type ItemPath,
  isGroup,
  isQuestion,
  itemAt,
  pathTo,
  type Spot,
  spotOf,
} from './path.ts';

/**
 * Moves an item before what stands at `to` (counted before it leaves its own place); a path one behind the last is the
 * end. A group that loses its last question goes. An item whose name is taken where it comes to gets a free one. `null`
 * where it cannot go.
 */
export function moveItem(model: QuestionnaireModel, from: ItemPath, to: ItemPath): Edited | null {
  const item = itemAt(model, from);
  const source = spotOf(from);
  const target = spotOf(to);
  if (item === undefined || (target.child !== null && !isQuestion(item))) return null;
  if (target.child !== null && target.index === source.index && source.child === null) return null;
  let left = without(model, source);
  let spot = target;
  if (source.child === null) spot = closeUp(target, source.index);
  else if (target.child !== null && target.index === source.index) {
    spot = { ...target, child: target.child > source.child ? target.child - 1 : target.child };
  } else if (childrenOf(left.items[source.index]).length === 0) {
    left = without(left, { index: source.index, child: null });
    spot = closeUp(target, source.index);
  }
  return put(left, spot, withFreeNamesAt(item, left, spot));
}

/** A spot after the item at `index` of the form has gone. */
function closeUp(spot: Spot, index: number): Spot {
  return spot.index > index ? { ...spot, index: spot.index - 1 } : spot;
}

export type Direction = 'up' | 'down' | 'in' | 'out';

/** One step of the keyboard: past the neighbour, into the group before it, or out of its own. `null` where it cannot go. */
export function stepItem(model: QuestionnaireModel, path: ItemPath, direction: Direction): Edited | null {
  const item = itemAt(model, path);
  const { index, child } = spotOf(path);
  if (item === undefined) return null;
  const to = (spot: Spot) => moveItem(model, path, pathTo(spot));
  if (child === null) {
    const group = model.items[index - 1];
    switch (direction) {
      case 'up':
        return index === 0 ? null : to({ index: index - 1, child });
      case 'down':
        return index === model.items.length - 1 ? null : to({ index: index + 2, child });
      case 'in':
        return isGroup(group) ? to({ index: index - 1, child: group.items.length }) : null;
      case 'out':
        return null;
    }
  }
  switch (direction) {
    case 'up':
      return child === 0 ? null : to({ index, child: child - 1 });
    case 'down':
      return child === childrenOf(model.items[index]).length - 1 ? null : to({ index, child: child + 2 });
    case 'out':
      return to({ index: index + 1, child: null });
    case 'in':
      return null;
  }
}

/** Where a dragged item is dropped: before or behind another one, or at the end of a group. */
export function dropItem(
  model: QuestionnaireModel,
  from: ItemPath,
  target: ItemPath,
  where: 'before' | 'after' | 'into',
): Edited | null {
  if (from === target) return null;
  const { index, child } = spotOf(target);
  if (where === 'into') {
    const group = model.items[index];
    return isGroup(group) ? moveItem(model, from, pathTo({ index, child: group.items.length })) : null;
  }
  const behind = where === 'after' ? 1 : 0;
  return moveItem(
    model,
    from,
    pathTo(child === null ? { index: index + behind, child } : { index, child: child + behind }),
  );
}
