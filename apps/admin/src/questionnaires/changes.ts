import type { Sentence } from '@gandan/domain/errors';
import type { Item, QuestionnaireModel } from '@gandan/domain/questionnaires';

/** One difference between two versions, in words. */
export interface Change {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly sentence: Sentence;
}

/** What a newer model has otherwise, in the order of the form. */
export function changesBetween(older: QuestionnaireModel, newer: QuestionnaireModel): readonly Change[] {
  const before = new Map(older.items.map((item) => [item.name, item]));
  const after = new Map(newer.items.map((item) => [item.name, item]));
  const say = (kind: Change['kind'], item: Item, vi: string, en: string): Change => ({
    kind,
    sentence: { vi: `${vi}: “${item.label.vi}”`, en: `${en}: “${item.label.en ?? item.label.vi}”` },
  });
  return [
    ...newer.items.flatMap((item) => {
      const old = before.get(item.name);
      if (old === undefined) return [say('added', item, 'Thêm', 'Added')];
      return JSON.stringify(old) === JSON.stringify(item) ? [] : [say('changed', item, 'Sửa', 'Changed')];
    }),
    ...older.items.filter(({ name }) => !after.has(name)).map((item) => say('removed', item, 'Bỏ', 'Removed')),
  ];
}
