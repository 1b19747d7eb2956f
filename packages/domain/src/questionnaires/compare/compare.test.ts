import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareVersions,
  HOUSEHOLD_QUESTIONNAIRE,
  type Item,
  moveItem,
  paperEffect,
  type QuestionnaireModel,
  removeItem,
  renameItem,
} from '../index.ts';
import { anyModel } from '../testing.ts';
import { keepingOrder } from './order.ts';

const form = HOUSEHOLD_QUESTIONNAIRE;
const edited = (name: string, change: (item: Item) => Item): QuestionnaireModel => ({
  ...form,
  items: form.items.map((item) => (item.name === name ? change(item) : item)),
});
const tell = (newer: QuestionnaireModel) => compareVersions(form, newer).map(({ sentence }) => sentence.vi);

describe('two versions', () => {
  it('that are the same differ in nothing', () => {
    fc.assert(
      fc.property(anyModel(), (model) => {
        expect(compareVersions(model, structuredClone(model))).toEqual([]);
      }),
    );
  });

  it('that are not the same differ in something, and what one added the other lacks', () => {
    fc.assert(
      fc.property(anyModel(), anyModel(), (a, b) => {
        if (JSON.stringify(a) !== JSON.stringify(b)) expect(compareVersions(a, b).length).toBeGreaterThan(0);
        const added = compareVersions(a, b).filter(({ kind }) => kind === 'added').length;
        expect(compareVersions(b, a).filter(({ kind }) => kind === 'removed')).toHaveLength(added);
      }),
    );
  });

  it('tell a typo that was corrected; the paper may stay the same', () => {
    const newer = edited('water', (item) => ({ ...item, label: { vi: 'Nước dùng trong nhà', en: 'Household water' } }));
    expect(tell(newer)).toEqual([
      'Câu 7 “Nước dùng trong nhà”: đổi lời từ “Nước sinh hoạt” thành “Nước dùng trong nhà”.',
    ]);
    expect(paperEffect(compareVersions(form, newer))).toBe('may');
  });

  it('tell what was moved, and not what only gave way', () => {
    const moved = moveItem(form, 'items.6', 'items.0');
    expect(tell(moved?.model ?? form)).toEqual(['Chuyển chỗ câu 1 “Nước sinh hoạt” (trước là câu 7).']);
  });

  it('tell what is new and what is gone', () => {
    const removed = removeItem(form, 'items.0')?.model ?? form;
    expect(tell(removed)).toEqual(['Bỏ câu 1 “Người trả lời phiếu này”.']);
    expect(compareVersions(removed, form)).toMatchObject([
      { kind: 'added', paper: 'other', sentence: { en: 'Added: question 1 “Who answers this sheet”.' } },
    ]);
  });

  it('tell boxes one by one', () => {
    const newer = edited('living', (item) =>
      item.type === 'select_one'
        ? { ...item, choices: [...item.choices.slice(0, 2), { name: '4', label: { vi: 'Không rõ', en: 'Unclear' } }] }
        : item,
    );
    expect(tell(newer)[0]).toMatch(/: bỏ ô 3 “Khó hơn”; thêm ô 4 “Không rõ”\.$/);
  });

  it('tell a renamed question as renamed, which gives the paper another identity', () => {
    const changes = compareVersions(form, renameItem(form, 'items.2', 'thu_nhap'));
    expect(changes.map(({ kind, paper }) => `${kind} ${paper}`)).toEqual(['changed other']);
  });

  it('do not mind the order in which a database gives keys back', () => {
    const turned = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(turned)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, one]) => [key, turned(one)]),
            )
          : value;
    expect(compareVersions(form, turned(form) as QuestionnaireModel)).toEqual([]);
  });

  it('leave the paper as it is when only checks or tags are others', () => {
    const newer = edited('living', (item) => ({ ...item, tags: ['nam-2'] }) as Item);
    expect(paperEffect(compareVersions(form, newer))).toBe('same');
  });
});

it('what kept its order is the longest run that rises', () => {
  expect([...keepingOrder([2, 0, 1])].sort()).toEqual([1, 2]);
  expect(keepingOrder([0, 1, 2]).size).toBe(3);
  expect(keepingOrder([]).size).toBe(0);
});
