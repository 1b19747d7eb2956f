import type { Item, QuestionnaireModel } from '@gandan/domain/questionnaires';
import { describe, expect, it } from 'vitest';
import { blankItem } from './blanks.ts';
import { changeType } from './change-type.ts';
import { insertChoice, linesOf, pasteChoices, renumbered } from './choices.ts';
import { drop, duplicateAt, insertAfter, removeAt, rename, step } from './ops.ts';
import { childrenOf } from './outline.ts';

const choices = [
  { name: '1', label: { vi: 'Có' } },
  { name: '2', label: { vi: 'Không' } },
];
const one = (name: string) => ({ type: 'select_one', name, label: { vi: name }, choices }) as const;
const form: QuestionnaireModel = {
  code: 'thu',
  title: { vi: 'Thử' },
  items: [
    one('a'),
    { type: 'begin_group', name: 'g', label: { vi: 'g' }, items: [one('b'), one('c')] },
    { ...one('d'), relevant: { question: 'a', choices: ['1'] } },
  ],
};
/** `a (b c) d` */
const shape = (model: QuestionnaireModel) => model.items.map(word).join(' ');
const word = (item: Item): string =>
  childrenOf(item).length === 0
    ? item.name
    : `${item.name}(${childrenOf(item)
        .map((child) => child.name)
        .join(' ')})`;

describe('moving by keyboard', () => {
  it.each([
    ['items.0', 'down', 'g(b c) a d', 'items.1'],
    ['items.2', 'up', 'a d g(b c)', 'items.1'],
    ['items.2', 'in', 'a g(b c d)', 'items.1.items.2'],
    ['items.1.items.0', 'down', 'a g(c b) d', 'items.1.items.1'],
    ['items.1.items.1', 'out', 'a g(b) c d', 'items.2'],
  ] as const)('takes %s %s', (path, direction, after, selected) => {
    const changed = step(form, path, direction);
    expect(changed && shape(changed.model)).toBe(after);
    expect(changed?.selected).toBe(selected);
  });

  it('stops at the ends, and a group never goes into a group', () => {
    expect(step(form, 'items.0', 'up')).toBeNull();
    expect(step(form, 'items.2', 'down')).toBeNull();
    expect(step(form, 'items.1.items.1', 'down')).toBeNull();
    expect(step(form, 'items.0', 'in')).toBeNull();
    expect(step(form, 'items.1', 'in')).toBeNull();
  });

  it('takes a group away with its last question', () => {
    const once = step(form, 'items.1.items.0', 'out');
    const twice = once && step(once.model, 'items.1.items.0', 'out');
    expect(twice && shape(twice.model)).toBe('a c b d');
  });
});

describe('dragging', () => {
  it.each([
    ['items.0', 'items.2', 'after', 'g(b c) d a'],
    ['items.2', 'items.0', 'before', 'd a g(b c)'],
    ['items.0', 'items.1', 'into', 'g(b c a) d'],
    ['items.0', 'items.1.items.0', 'after', 'g(b a c) d'],
    ['items.1.items.0', 'items.2', 'after', 'a g(c) d b'],
  ] as const)('%s to %s, %s', (from, target, where, after) => {
    const changed = drop(form, from, target, where);
    expect(changed && shape(changed.model)).toBe(after);
  });

  it('does not drop a group into itself', () => {
    expect(drop(form, 'items.1', 'items.1.items.0', 'before')).toBeNull();
  });
});

describe('adding and removing', () => {
  it('puts a question behind the selected one, under a free name', () => {
    const added = insertAfter(form, 'items.1.items.0', one('a'));
    expect(shape(added.model)).toBe('a g(b a_2 c) d');
    expect(shape(insertAfter(form, 'items.1.items.0', blankItem('heading', form)).model)).toBe(
      'a g(b c) nhom_1(nhom_1_1) d',
    );
    expect(shape(duplicateAt(form, 'items.1').model)).toBe('a g(b c) g_2(b_2 c_2) d');
  });

  it('leaves no empty group and no empty form', () => {
    const { model } = removeAt(removeAt(form, 'items.1.items.0').model, 'items.1.items.0');
    expect(shape(model)).toBe('a d');
    expect(removeAt(removeAt(model, 'items.0').model, 'items.0').model.items).toHaveLength(1);
  });

  it('renames with every rule that speaks of it', () => {
    expect(rename(form, 'items.0', 'nuoc').items[2]).toMatchObject({ relevant: { question: 'nuoc' } });
  });
});

describe('boxes', () => {
  it('come from pasted lines, without their bullets', () => {
    const lines = linesOf('1. Nước máy\r\n- Nước mưa\n\n☐ Giếng');
    expect(lines).toEqual(['Nước máy', 'Nước mưa', 'Giếng']);
    expect(pasteChoices(choices, 0, lines).map(({ name, label }) => `${name} ${label.vi}`)).toEqual([
      '1 Nước máy',
      '3 Nước mưa',
      '4 Giếng',
      '2 Không',
    ]);
  });

  it('are numbered anew together with the rules that name them', () => {
    const changed = renumbered(form, 'a', insertChoice(choices, -1));
    expect(changed.items[0]).toMatchObject({
      choices: [{ name: '1', label: { vi: '' } }, { name: '2' }, { name: '3' }],
    });
    expect(changed.items[2]).toMatchObject({ relevant: { question: 'a', choices: ['2'] } });
  });
});

describe('changing the kind of a question', () => {
  it('keeps the boxes between one and several, the cells between numbers, and the words always', () => {
    expect(changeType(one('a'), 'select_multiple')).toEqual({ ...one('a'), type: 'select_multiple' });
    const number = changeType(
      {
        type: 'decimal',
        name: 'x',
        label: { vi: 'x' },
        digits: 4,
        decimals: 2,
        unit: { vi: 'ha' },
        constraint: { max: 2.5 },
      },
      'integer',
    );
    expect(number).toEqual({
      type: 'integer',
      name: 'x',
      label: { vi: 'x' },
      digits: 4,
      unit: { vi: 'ha' },
      constraint: { max: 3 },
    });
    expect(changeType(one('a'), 'text')).toEqual({ type: 'text', name: 'a', label: { vi: 'a' }, lines: 2 });
  });
});
