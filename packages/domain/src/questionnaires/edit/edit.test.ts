import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  childrenOf,
  dropItem,
  duplicateItem,
  emptyModel,
  hasDoubleNames,
  type Item,
  type ItemPath,
  insertAfter,
  insertItem,
  itemAt,
  moveItem,
  nameFromLabel,
  paperQuestions,
  QUESTION_BANK,
  type QuestionnaireModel,
  QuestionnaireModelSchema,
  removeItem,
  renameItem,
  renumberChoices,
  replaceChoices,
  replaceItem,
  SHIPPED_QUESTIONNAIRES,
  SUBJECTS,
  stepItem,
} from '../index.ts';
import { anyModel } from '../testing.ts';
import { allItems, spotOf } from './path.ts';

const boxes = [
  { name: '1', label: { vi: 'Có' } },
  { name: '2', label: { vi: 'Không' } },
];
const one = (name: string) => ({ type: 'select_one', name, label: { vi: name }, choices: boxes }) as const;
const form: QuestionnaireModel = {
  code: 'thu',
  title: { vi: 'THỬ' },
  items: [
    one('a'),
    { type: 'begin_group', name: 'g', label: { vi: 'g' }, items: [one('b'), one('c')] },
    { ...one('d'), relevant: { question: 'a', choices: ['1', '2'] } },
    {
      type: 'begin_repeat',
      name: 'r',
      label: { vi: 'r' },
      count: 2,
      items: [
        { type: 'text', name: 'e', label: { vi: 'e' }, lines: 1 },
        { type: 'text', name: 'f', label: { vi: 'f' }, lines: 1 },
      ],
    },
  ],
};
/** `a g(b c) d r(e f)` */
const shape = (model: QuestionnaireModel | null | undefined) => model?.items.map(word).join(' ');
const word = (item: Item): string =>
  childrenOf(item).length === 0
    ? item.name
    : `${item.name}(${childrenOf(item)
        .map(({ name }) => name)
        .join(' ')})`;

describe('moving', () => {
  it.each([
    ['items.0', 'down', 'g(b c) a d r(e f)', 'items.1'],
    ['items.2', 'up', 'a d g(b c) r(e f)', 'items.1'],
    ['items.2', 'in', 'a g(b c d) r(e f)', 'items.1.items.2'],
    ['items.1.items.0', 'down', 'a g(c b) d r(e f)', 'items.1.items.1'],
    ['items.1.items.1', 'out', 'a g(b) c d r(e f)', 'items.2'],
  ] as const)('takes %s one step %s', (path, direction, after, now) => {
    const edited = stepItem(form, path, direction);
    expect(shape(edited?.model)).toBe(after);
    expect(edited?.path).toBe(now);
  });

  it('stops at the ends; a group never goes into a group; a group that is left empty goes', () => {
    expect(stepItem(form, 'items.0', 'up')).toBeNull();
    expect(stepItem(form, 'items.3', 'down')).toBeNull();
    expect(moveItem(form, 'items.1', 'items.3.items.0')).toBeNull();
    expect(moveItem(form, 'items.1', 'items.1.items.0')).toBeNull();
    const once = stepItem(form, 'items.1.items.0', 'out');
    expect(shape(once && stepItem(once.model, 'items.1.items.0', 'out')?.model)).toBe('a c b d r(e f)');
  });

  it.each([
    ['items.0', 'items.2', 'after', 'g(b c) d a r(e f)'],
    ['items.2', 'items.0', 'before', 'd a g(b c) r(e f)'],
    ['items.0', 'items.1', 'into', 'g(b c a) d r(e f)'],
    ['items.1.items.0', 'items.3.items.1', 'before', 'a g(c) d r(e b f)'],
  ] as const)('drops %s on %s, %s', (from, target, where, after) => {
    expect(shape(dropItem(form, from, target, where)?.model)).toBe(after);
  });

  it('there and back leaves the form as it was', () => {
    fc.assert(
      fc.property(anyModel(), fc.nat(), fc.nat(), (model, a, b) => {
        const from = pick(pathsOf(model), a);
        const to = pick(pathsOf(model), b);
        const group = model.items[spotOf(from).index];
        fc.pre(spotOf(from).child === null || childrenOf(group).length > 1);
        const there = moveItem(model, from, to);
        fc.pre(there !== null);
        if (there !== null) expect(moveItem(there.model, there.path, wayBack(from, there.path))?.model).toEqual(model);
      }),
    );
  });
});

describe('adding and removing', () => {
  it('puts an item behind another one under a free name, and the same question twice', () => {
    expect(shape(insertAfter(form, 'items.1.items.0', one('a'))?.model)).toBe('a g(b a_2 c) d r(e f)');
    expect(shape(duplicateItem(form, 'items.1')?.model)).toBe('a g(b c) g_2(b_2 c_2) d r(e f)');
    expect(shape(insertAfter(form, 'items.1.items.0', { type: 'note', name: 'n', label: { vi: 'n' } })?.model)).toBe(
      'a g(b c) n d r(e f)',
    );
  });

  it('never gives a name that an answer already has: petition_1_content, income_other', () => {
    const taken = insertAfter(form, 'items.0', one('r_1_e'));
    expect(taken?.model.items[1]?.name).toBe('r_1_e_2');
    const other = { ...one('a_other'), name: 'a_other' };
    const specified = replaceItem(insertAfter(form, 'items.0', other)?.model ?? form, 'items.0', {
      ...one('a'),
      choices: [{ name: '1', label: { vi: 'Khác' }, specify: true }],
    });
    expect(hasDoubleNames(specified)).toBe(false);
  });

  it('takes the conditions on a question away with it, and says whose', () => {
    const removed = removeItem(form, 'items.0');
    expect(removed?.freed).toEqual(['items.1']);
    expect(removed?.model.items[1]).toEqual(one('d'));
    expect(removeItem({ ...form, items: [one('a')] }, 'items.0')).toBeNull();
  });

  it('takes the whole bank and all shipped forms without a double name', () => {
    const all = [...QUESTION_BANK.flatMap(({ items }) => items), ...QUESTION_BANK.flatMap(({ items }) => items)];
    for (const model of SHIPPED_QUESTIONNAIRES) {
      const full = all.reduce((now, item) => insertItem(now, 'items.0', item)?.model ?? now, model);
      expect(full.items).toHaveLength(100);
      expect(hasDoubleNames(full)).toBe(false);
      expect(QuestionnaireModelSchema.parse(full)).toEqual(full);
    }
  });
});

describe('names', () => {
  it('come from the Vietnamese words, short enough to be read', () => {
    expect(nameFromLabel({ vi: 'Nước sinh hoạt' }, form)).toBe('nuoc_sinh_hoat');
    expect(nameFromLabel({ vi: '3. Đời sống so với năm trước của gia đình' }, form)).toBe('doi_song_so_voi_nam_truoc');
    expect(nameFromLabel({ vi: 'A' }, form)).toBe('a_2');
    expect(nameFromLabel({ vi: '…?' }, form)).toBe('cau');
  });

  it('change together with every condition that speaks of them; a taken one is refused', () => {
    expect(renameItem(form, 'items.0', 'nuoc').items[2]).toMatchObject({ relevant: { question: 'nuoc' } });
    expect(renameItem(form, 'items.0', 'b')).toBe(form);
    expect(renameItem(form, 'items.0', 'r_1_e')).toBe(form);
    expect(renameItem(form, 'items.0', 'Nước')).toBe(form);
  });
});

describe('boxes', () => {
  it('are numbered anew together with the conditions that name them', () => {
    const turned = replaceChoices(
      form,
      'items.0',
      [boxes[1], { name: '3', label: { vi: 'Khác' } }].flatMap((box) => box ?? []),
    );
    expect(turned.items[2]).toMatchObject({ relevant: { choices: ['2'] } });
    const numbered = renumberChoices(turned, 'items.0');
    expect(numbered.items[0]).toMatchObject({ choices: [{ name: '1', label: { vi: 'Không' } }, { name: '2' }] });
    expect(numbered.items[2]).toMatchObject({ relevant: { choices: ['1'] } });
  });

  it('that go take the conditions on them along', () => {
    const [item] = replaceChoices(form, 'items.0', [{ name: '3', label: { vi: 'Khác' } }]).items.slice(2);
    expect(item).toEqual(one('d'));
  });
});

describe('a new form', () => {
  it.each(SUBJECTS)('on %s is valid and has one question', (subject) => {
    const model = emptyModel(subject);
    expect(QuestionnaireModelSchema.parse(model)).toEqual(model);
    expect(paperQuestions(model)).toHaveLength(1);
  });
});

it('after any operations a form is valid, its names are its own, and no condition speaks of what is gone', () => {
  const step = fc.tuple(fc.nat(6), fc.nat(), fc.nat());
  fc.assert(
    fc.property(anyModel(), fc.array(step, { maxLength: 25 }), anyModel(), (start, steps, other) => {
      const end = steps.reduce((model, [operation, a, b]) => operate(model, operation, a, b, other), start);
      expect(QuestionnaireModelSchema.parse(end)).toEqual(end);
      expect(hasDoubleNames(end)).toBe(false);
      const names = paperQuestions({ ...end, askSensitive: true }).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      const present = new Set(allItems(end).map(({ item }) => item.name));
      for (const { item } of allItems(end)) {
        if ('relevant' in item && item.relevant !== undefined) expect(present).toContain(item.relevant.question);
      }
    }),
  );
});

function operate(model: QuestionnaireModel, operation: number, a: number, b: number, other: QuestionnaireModel) {
  const path = pick(pathsOf(model), a);
  const item = itemAt(model, path);
  const stranger = pick(other.items, b);
  const { relevant: _, ...incoming } = { relevant: undefined, ...stranger };
  switch (operation) {
    case 0:
      return insertAfter(model, path, incoming as Item)?.model ?? model;
    case 1:
      return removeItem(model, path)?.model ?? model;
    case 2:
      return moveItem(model, path, pick(pathsOf(model), b))?.model ?? model;
    case 3:
      return duplicateItem(model, path)?.model ?? model;
    case 4:
      return renameItem(model, path, pick(['nuoc', 'q0', 'q1_other', 'q2_1_q2x0', 'q3_2'], b));
    case 5:
      return renumberChoices(model, path);
    default:
      return item === undefined ? model : replaceItem(model, path, { ...item, label: { vi: 'Lời khác' } });
  }
}

const pathsOf = (model: QuestionnaireModel): readonly ItemPath[] => allItems(model).map(({ path }) => path);

function pick<T>(things: readonly T[], dice: number): T {
  const thing = things[dice % things.length];
  if (thing === undefined) throw new Error('nothing to pick from');
  return thing;
}

/** Where an item came from, as `moveItem` counts it: before it leaves the place where it is now. */
function wayBack(from: ItemPath, now: ItemPath): ItemPath {
  const [old, is] = [spotOf(from), spotOf(now)];
  if (old.child === null) {
    return `items.${is.child === null && is.index < old.index ? old.index + 1 : old.index}`;
  }
  if (is.child === null) return `items.${is.index <= old.index ? old.index + 1 : old.index}.items.${old.child}`;
  const behind = is.index === old.index && is.child < old.child ? 1 : 0;
  return `items.${old.index}.items.${old.child + behind}`;
}
