import { HOUSEHOLD_QUESTIONNAIRE, type Item, type QuestionnaireModel } from '@gandan/domain/questionnaires';
import { afterAll, describe, expect, it } from 'vitest';
import { FormPress, lintForm, previewForm } from './index.ts';

const choices = ['Có', 'Không'].map((vi, index) => ({ name: String(index + 1), label: { vi } }));
const form = (...items: readonly unknown[]): QuestionnaireModel => ({
  code: 'thu',
  title: { vi: 'PHIẾU THỬ' },
  items: items as readonly Item[],
});
const ask = (name: string, over: object = {}) => ({
  type: 'select_one',
  name,
  label: { vi: `Câu ${name}` },
  choices,
  ...over,
});
const errorsOf = (model: unknown) =>
  lintForm(model as QuestionnaireModel).flatMap(({ level, path }) => (level === 'error' ? [path] : []));

describe('what somebody may hand in', () => {
  it('is told by its place and what to do', () => {
    expect(errorsOf(null)).toEqual(['']);
    expect(errorsOf(form(ask('a'), ask('a')))).toEqual(['items.1.name']);
    expect(errorsOf(form(ask('a', { relevant: { question: 'b', choices: ['1'] } }), ask('b')))).toEqual([
      'items.0.relevant',
    ]);
    expect(errorsOf(form(ask('a', { label: { vi: 'x'.repeat(40_000) } })))).toEqual(['items.0.label']);
    for (const script of ['ภาษาไทย', 'ខ្មែរ', 'مثال', '😀']) {
      expect(errorsOf(form(ask('a', { label: { vi: script } })))).toEqual(['items.0.label']);
    }
    expect(
      errorsOf(
        form({
          type: 'begin_group',
          name: 'g',
          label: { vi: 'Bảng' },
          appearance: 'table-list',
          items: Array.from({ length: 60 }, (_, index) => ask(`r${index}`)),
        }),
      ),
    ).toEqual(['items.0']);
    expect(
      errorsOf(
        form(
          { type: 'text', name: 'a', label: { vi: 'Một' }, lines: 1 },
          { type: 'integer', name: 'b', label: { vi: 'Hai' }, digits: 3, unit: { vi: 'đồng '.repeat(100) } },
        ),
      ),
    ).toEqual(['items.1']);
  });

  it('is a group in a group, even in itself', () => {
    const group: { items: unknown[] } & Record<string, unknown> = {
      type: 'begin_group',
      name: 'g',
      label: { vi: 'Nhóm' },
      items: [],
    };
    group.items.push(group);
    expect(errorsOf(form(group))).toEqual(['items.0.items.0']);
  });

  it('is 5,000 questions, refused before any is drawn', () => {
    const started = performance.now();
    expect(errorsOf(form(...Array.from({ length: 5000 }, (_, index) => ask(`q${index}`))))).toEqual(['items']);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('a form while it is being written', () => {
  it('is shown without what cannot be drawn', async () => {
    const { pdf, layout, findings, sides } = await previewForm(
      form(ask('a'), ask('a', { label: { vi: '' } }), ask('c', { choices: [] }), ask('d', { label: { vi: '😀 vui' } })),
    );
    expect(pdf).not.toBeNull();
    expect(sides).toBe(1);
    expect(layout?.pages[0]?.fields.map((field) => field.choice)).toEqual(['1', '2', '1', '2', '1', '2']);
    expect(findings.length).toBeGreaterThan(0);
  });

  it('never throws, whatever was typed', async () => {
    for (const model of [
      null,
      {},
      { items: 7 },
      form(null, 3, { type: 'select_one' }),
      form(...Array.from({ length: 5000 }, (_, i) => ask(`q${i}`))),
    ]) {
      const preview = await previewForm(model as unknown as QuestionnaireModel);
      expect(preview.findings.length).toBeGreaterThan(0);
    }
  });
});

describe('the press', () => {
  const press = new FormPress(60_000);
  afterAll(() => press.close());

  it('gives what the compiler gives, and its refusals', { timeout: 120_000 }, async () => {
    const compiled = await press.compile(HOUSEHOLD_QUESTIONNAIRE, { version: 2 });
    expect(compiled.layout.pages).toHaveLength(2);
    await expect(press.compile(form(ask('a'), ask('a')), { version: 1 })).rejects.toMatchObject({
      code: 'questionnaire.not-printable',
      places: [{ path: 'items.1.name' }],
    });
    expect((await press.preview(HOUSEHOLD_QUESTIONNAIRE)).sides).toBe(2);
  });

  it('ends what takes too long, and prints the next form all the same', async () => {
    const hasty = new FormPress(1, 0);
    await expect(hasty.compile(HOUSEHOLD_QUESTIONNAIRE, { version: 1 })).rejects.toMatchObject({
      code: 'questionnaire.too-slow',
    });
    await hasty.close();
    expect((await press.preview(form(ask('a')))).sides).toBe(1);
  });
});
