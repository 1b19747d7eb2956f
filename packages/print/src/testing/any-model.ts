import type { Choice, Item, Label, Question, QuestionnaireModel } from '@gandan/domain/questionnaires';
import fc from 'fast-check';

const WORDS =
  'nước đường điện nghiêng khuỷu thưởng người kiến nghị xử lý vệ sinh môi trường an ninh trật tự chính sách hộ'.split(
    ' ',
  );

const label = (most: number): fc.Arbitrary<Label> =>
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: most }).map((words) => {
    const vi = words.join(' ');
    return { vi: vi.charAt(0).toLocaleUpperCase('vi') + vi.slice(1), en: words.map(() => 'word').join(' ') };
  });

const choices = (most: number, specify: boolean): fc.Arbitrary<readonly Choice[]> =>
  fc.tuple(fc.array(label(7), { minLength: 1, maxLength: most }), fc.boolean()).map(([labels, other]) =>
    labels.map((words, index) => ({
      name: String(index + 1),
      label: words,
      ...(specify && other && index === labels.length - 1 ? { specify: true as const } : {}),
    })),
  );

const base = { label: label(14), hint: fc.option(label(6), { nil: undefined }) };
const unit = fc.option(label(2), { nil: undefined });
type Nameless = Omit<Question, 'name'>;

const question = (specify = true): fc.Arbitrary<Nameless> =>
  fc
    .oneof(
      fc.record({ type: fc.constant('select_one' as const), ...base, choices: choices(12, specify) }),
      fc.record({ type: fc.constant('select_multiple' as const), ...base, choices: choices(12, specify) }),
      fc.record({ type: fc.constant('integer' as const), ...base, digits: fc.integer({ min: 1, max: 9 }), unit }),
      fc.record({
        type: fc.constant('decimal' as const),
        ...base,
        digits: fc.integer({ min: 1, max: 6 }),
        decimals: fc.integer({ min: 1, max: 3 }),
        unit,
      }),
      fc.record({ type: fc.constant('date' as const), ...base }),
      fc.record({ type: fc.constant('text' as const), ...base, lines: fc.integer({ min: 1, max: 5 }) }),
    )
    .map(defined) as fc.Arbitrary<Nameless>;

// A property that is there but undefined is not the same as none.
function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}

const children = (most: number, specify: boolean) =>
  fc
    .array(question(specify), { minLength: 1, maxLength: most })
    .map((list) => list.map((child, index) => ({ ...child, name: `c${index}` })));

const matrix = fc
  .tuple(label(10), choices(7, false), fc.array(label(9), { minLength: 1, maxLength: 8 }))
  .map(([title, columns, rows]) => ({
    type: 'begin_group' as const,
    label: title,
    appearance: 'table-list' as const,
    items: rows.map((row, index) => ({ type: 'select_one' as const, name: `c${index}`, label: row, choices: columns })),
  }));

const group = fc
  .record({
    type: fc.constant('begin_group' as const),
    label: label(10),
    appearance: fc.option(fc.constant('row' as const), { nil: undefined }),
    items: children(4, true),
  })
  .map(defined);

const repeat = fc
  .tuple(
    label(6),
    fc.integer({ min: 1, max: 3 }),
    children(3, false),
    fc.boolean(),
    fc.array(label(4), { minLength: 3, maxLength: 3 }),
  )
  .map(([title, count, items, table, rows]) => ({
    type: 'begin_repeat' as const,
    label: title,
    count,
    items,
    ...(table ? { appearance: 'table' as const, rows: rows.slice(0, count) } : {}),
  }));

const note = fc.record({ type: fc.constant('note' as const), label: label(30) });

/** Any questionnaire that an office might make: every kind of item, skips, long words, every subject. */
export const anyModel: fc.Arbitrary<QuestionnaireModel> = fc
  .tuple(
    fc.constantFrom('household' as const, 'anonymous' as const, 'cadre' as const, 'group' as const),
    label(9),
    fc.option(label(40), { nil: undefined }),
    fc.option(label(60), { nil: undefined }),
    fc.array(fc.oneof({ weight: 6, arbitrary: question() }, matrix, group, repeat, note), {
      minLength: 1,
      maxLength: 10,
    }),
    fc.boolean(),
  )
  .map(
    ([subject, title, instructions, notice, items, skips]) =>
      defined({
        code: 'any',
        subject,
        title: { vi: title.vi.toLocaleUpperCase('vi'), en: title.en ?? '' },
        instructions,
        notice,
        items: withSkips(items.map(named), skips),
      }) as QuestionnaireModel,
  );

function named(item: object, index: number): Item {
  const copy = { ...item, name: `q${index}` } as Item;
  if (copy.type !== 'begin_group') return copy;
  return { ...copy, items: copy.items.map((child) => ({ ...child, name: `q${index}_${child.name}` })) };
}

/** A rule on the choice right before, which paper can draw. */
function withSkips(items: readonly Item[], skips: boolean): readonly Item[] {
  if (!skips) return items;
  return items.map((item, index) => {
    const before = items[index - 1];
    const simple = item.type !== 'note' && item.type !== 'begin_group' && item.type !== 'begin_repeat';
    if (!simple || before?.type !== 'select_one' || before.choices.length < 2) return item;
    return { ...item, relevant: { question: before.name, choices: ['1'] } };
  });
}
