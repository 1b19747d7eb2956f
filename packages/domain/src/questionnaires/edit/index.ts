export * from './boxes.ts';
export { duplicateItem, insertAfter, insertItem, type Removed, removeItem, replaceItem } from './change.ts';
export { dependantsOf } from './conditions.ts';
export * from './empty-model.ts';
export * from './move.ts';
export { hasDoubleNames, isName, nameFromLabel, renameItem, takenNames } from './names.ts';
export {
  childrenOf,
  type Edited,
  type ItemPath,
  isGroup,
  isQuestion,
  itemAt,
  MOST_CHILDREN,
  MOST_ITEMS,
} from './path.ts';
