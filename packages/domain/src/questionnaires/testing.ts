import fc from 'fast-check';
import type { Choice, Item, Question, QuestionnaireModel, RepeatItem } from './model.ts';

/** For tests: any valid questionnaire, small enough to lay out, with skips that point back to a single choice. */
export function anyModel(): fc.Arbitrary<QuestionnaireModel> {
  return fc
    .record({
      items: fc.array(anyItem, { minLength: 1, maxLength: 9 }),
      askSensitive: fc.boolean(),
      skips: fc.array(fc.nat(9), { maxLength: 4 }),
    })
    .map(({ items, askSensitive, skips }) => ({
      code: 'thu',
      title: { vi: 'PHIẾU THỬ', en: 'Test sheet' },
      ...(askSensitive ? { askSensitive } : {}),
      items: withSkips(items.map(named), skips),
    }));
}

const words = fc.constantFrom('Nước sạch', 'Đường đi', 'Số người', 'Ý kiến', 'Học phí', 'Ngày họp');
const label = words.map((vi) => ({ vi }));
const anyChoices = fc
  .record({ labels: fc.array(words, { minLength: 1, maxLength: 9 }), other: fc.boolean() })
  .map(({ labels, other }): readonly Choice[] =>
    labels.map((vi, index) => ({
      name: String(index + 1),
      label: { vi },
      ...(other && index === labels.length - 1 ? { specify: true as const } : {}),
    })),
  );
const base = { name: fc.constant('x'), label };
const anyQuestion: fc.Arbitrary<Question> = fc.oneof(
  fc.record({ type: fc.constant('select_one' as const), ...base, choices: anyChoices }),
  fc.record({ type: fc.constant('select_multiple' as const), ...base, choices: anyChoices }),
  fc.record({ type: fc.constant('integer' as const), ...base, digits: fc.integer({ min: 1, max: 6 }) }),
  fc.record({
    type: fc.constant('decimal' as const),
    ...base,
    digits: fc.integer({ min: 1, max: 4 }),
    decimals: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ type: fc.constant('date' as const), ...base }),
  fc.record(
    {
      type: fc.constant('text' as const),
      ...base,
      lines: fc.integer({ min: 1, max: 4 }),
      width: fc.integer({ min: 1, max: 4 }),
    },
    { requiredKeys: ['type', 'name', 'label', 'lines'] },
  ),
);
const children = fc.array(anyQuestion, { minLength: 1, maxLength: 4 });
const anyItem: fc.Arbitrary<Item> = fc.oneof(
  { weight: 5, arbitrary: anyQuestion },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('note' as const), ...base }) },
  {
    weight: 1,
    arbitrary: fc
      .record({ ...base, row: fc.boolean(), items: children })
      .map(({ row, ...group }): Item => ({ type: 'begin_group', ...group, ...(row ? { appearance: 'row' } : {}) })),
  },
  {
    weight: 1,
    arbitrary: fc.record({ ...base, choices: anyChoices, size: fc.integer({ min: 1, max: 4 }) }).map(
      ({ choices, size, ...group }): Item => ({
        type: 'begin_group',
        ...group,
        appearance: 'table-list',
        items: Array.from({ length: size }, () => ({
          type: 'select_one',
          name: 'x',
          label: group.label,
          choices: choices.map(({ specify: _, ...choice }) => choice),
        })),
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({
        ...base,
        table: fc.boolean(),
        headed: fc.boolean(),
        count: fc.integer({ min: 1, max: 3 }),
        items: children,
      })
      .map(
        ({ table, headed, ...repeat }): RepeatItem => ({
          type: 'begin_repeat',
          ...repeat,
          ...(table ? { appearance: 'table' } : {}),
          ...(table && headed ? { rows: Array.from({ length: repeat.count }, () => repeat.label) } : {}),
        }),
      ),
  },
);

function named(item: Item, index: number): Item {
  if (item.type !== 'begin_group' && item.type !== 'begin_repeat') return { ...item, name: `q${index}` };
  return {
    ...item,
    name: `q${index}`,
    items: item.items.map((child, at) => ({ ...child, name: `q${index}x${at}` })),
  };
}

/** Puts a condition on the item behind some single choices, as paper can draw it. */
function withSkips(items: readonly Item[], skips: readonly number[]): readonly Item[] {
  return items.map((item, index) => {
    const before = items[index - 1];
    if (before?.type !== 'select_one' || !skips.includes(index) || item.type === 'note') return item;
    if (item.type === 'begin_repeat') return item;
    return { ...item, relevant: { question: before.name, choices: ['1'] } };
  });
}
