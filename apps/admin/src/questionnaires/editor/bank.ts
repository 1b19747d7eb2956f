import type { BankArea, Item } from '@gandan/domain/questionnaires';
import { fold } from '@gandan/ui';

/** Items whose words or boxes have all words of the query, without accents. */
export function searchBank(areas: readonly BankArea[], query: string): readonly BankArea[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return areas;
  return areas
    .map((area) => ({
      ...area,
      items: area.items.filter((item) => words.every((word) => textOf(item).includes(word))),
    }))
    .filter((area) => area.items.length > 0);
}

function textOf(item: Item): string {
  const boxes = 'choices' in item ? item.choices.map(({ label }) => `${label.vi} ${label.en ?? ''}`) : [];
  const children = item.type === 'begin_group' || item.type === 'begin_repeat' ? item.items.map(textOf) : [];
  return fold([item.label.vi, item.label.en ?? '', ...boxes, ...children].join(' '));
}
