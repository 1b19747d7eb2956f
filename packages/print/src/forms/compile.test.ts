import { HOUSEHOLD_QUESTIONNAIRE, paperQuestions, type QuestionnaireModel } from '@gandan/domain/questionnaires';
import { beforeAll, describe, expect, it } from 'vitest';
import { largestError } from '../testing/field-edges.ts';
import { type GreyPage, noPoppler, rasterise } from '../testing/poppler.ts';
import { type CompiledForm, compileForm } from './compile.ts';
import { profileOf } from './profile.ts';

const DPI = 300;
const TOLERANCE_MM = 0.2;

describe('the household form laid out', () => {
  let form: CompiledForm;
  beforeAll(async () => {
    form = await compileForm(HOUSEHOLD_QUESTIONNAIRE, { version: 3 });
  });

  it('is one leaf: two sides of A4', () => {
    expect(form.layout.pages).toHaveLength(2);
    expect(form.lint).toEqual([]);
  });

  it('has its questions in the order in which they are keyed', () => {
    const printed = form.layout.pages.flatMap((page) => page.fields.map((field) => field.question));
    const order = [...new Set(printed)];
    expect(order).toEqual(paperQuestions(HOUSEHOLD_QUESTIONNAIRE).map((question) => question.name));
  });

  it('never splits a question over two sides', () => {
    const [front, back] = form.layout.pages.map((page) => new Set(page.fields.map((field) => field.question)));
    expect([...(front ?? [])].filter((question) => back?.has(question))).toEqual([]);
  });

  it('keeps boxes of 4.5 mm at least 7 mm apart, clear of marks and codes', () => {
    for (const page of form.layout.pages) {
      const boxes = page.fields.filter((field) => field.kind === 'choice');
      for (const [index, a] of boxes.entries()) {
        expect([a.w, a.h]).toEqual([4.5, 4.5]);
        for (const b of boxes.slice(index + 1))
          expect(Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y))).toBeGreaterThan(6.9);
        const solid = [
          ...page.qr.map((code) => ({ ...code, air: 3.2 })),
          ...page.marks.map((mark) => ({ ...mark, air: 1 })),
        ];
        for (const { x, y, s, air } of solid) {
          const apart = a.x > x + s + air || a.x + a.w < x - air || a.y > y + s + air || a.y + a.h < y - air;
          expect(apart, `${a.id} and a mark`).toBe(true);
        }
      }
    }
  });

  it('gives the same bytes and the same layout again', async () => {
    const again = await compileForm(HOUSEHOLD_QUESTIONNAIRE, { version: 3 });
    expect(again.layout).toEqual(form.layout);
    expect(Buffer.compare(again.templatePdf, form.templatePdf)).toBe(0);
  });

  it('keeps its layout id when a typo is corrected, and changes it when a box moves', async () => {
    const renamed = { ...HOUSEHOLD_QUESTIONNAIRE, notice: { vi: 'Thông tin chỉ dùng để giải quyết kiến nghị.' } };
    const shorter = { ...HOUSEHOLD_QUESTIONNAIRE, items: HOUSEHOLD_QUESTIONNAIRE.items.slice(1) };
    expect((await compileForm(renamed, { version: 4 })).layout.layoutId).toBe(form.layout.layoutId);
    expect((await compileForm(shorter, { version: 5 })).layout.layoutId).not.toBe(form.layout.layoutId);
  });

  it.skipIf(noPoppler)('stands on paper where the map says, to a fifth of a millimetre (skipped: no poppler)', () => {
    for (const page of form.layout.pages) {
      const image = rasterise(form.templatePdf, page.page, DPI);
      const drawn = page.fields.filter((field) => field.kind !== 'text');
      expect(drawn.length).toBeGreaterThan(40);
      for (const field of drawn) expect(largestError(image, field, DPI), field.id).toBeLessThan(TOLERANCE_MM);
      for (const { x, y, s } of page.marks) expect(darkness(image, x + 0.3, y + 0.3, s - 0.6)).toBe(1);
    }
  });
});

describe('what paper cannot carry', () => {
  const compile = (items: QuestionnaireModel['items']) =>
    compileForm({ code: 'thu', title: { vi: 'PHIẾU THỬ' }, items }, { version: 1 });
  const one = { type: 'select_one', choices: [{ name: '1', label: { vi: 'Có' } }] } as const;

  it('is refused with its place, all at once', async () => {
    const bad = compile([
      { ...one, name: 'a', label: { vi: 'Một 😀' } },
      { type: 'text', name: 'B', label: { vi: '' }, lines: 1 },
    ]);
    await expect(bad).rejects.toMatchObject({
      code: 'questionnaire.not-printable',
      places: [{ path: 'items.0.label' }, { path: 'items.1.label' }, { path: 'items.1.name' }],
    });
  });

  it('is a skip over questions that do not follow at once', async () => {
    const choices = [
      { name: '1', label: { vi: 'Có' } },
      { name: '2', label: { vi: 'Không' } },
    ];
    const far = compile([
      { type: 'select_one', name: 'a', label: { vi: 'Một' }, choices },
      { type: 'text', name: 'b', label: { vi: 'Hai' }, lines: 1 },
      { type: 'text', name: 'c', label: { vi: 'Ba' }, lines: 1, relevant: { question: 'a', choices: ['1'] } },
    ]);
    await expect(far).rejects.toMatchObject({ places: [{ path: 'items.2.relevant' }] });
  });

  it('is a title, an instruction or a notice longer than its place', async () => {
    const long = { vi: 'Ý kiến của gia đình về việc này trong thời gian tới '.repeat(19) };
    const bad = compileForm(
      {
        code: 'thu',
        title: long,
        instructions: long,
        notice: long,
        items: [{ ...one, name: 'a', label: { vi: 'Một' } }],
      },
      { version: 1 },
    );
    await expect(bad).rejects.toMatchObject({
      places: [{ path: 'title' }, { path: 'instructions' }, { path: 'notice' }],
    });
  });

  it('is more than four sides', async () => {
    const items = Array.from({ length: 12 }, (_, index) => ({
      type: 'text' as const,
      name: `t${index}`,
      label: { vi: `Ý kiến ${index}` },
      lines: 12,
    }));
    await expect(compile(items)).rejects.toMatchObject({ code: 'questionnaire.too-long' });
  });

  it('is not a long label: that is wrapped', async () => {
    const long = {
      vi: 'Gia đình có ý kiến gì về việc này và muốn xã, ấp làm gì trong thời gian tới? '.repeat(3).trim(),
    };
    const form = await compile([
      { ...one, name: 'a', label: long },
      { type: 'integer', name: 'b', label: long, digits: 3 },
      { type: 'text', name: 'c', label: long, lines: 2 },
      { type: 'note', name: 'd', label: long },
    ]);
    const fields = form.layout.pages.flatMap((page) => page.fields);
    expect(fields.map((field) => field.id)).toEqual(['a.1', 'b', 'c']);
    for (const field of fields)
      expect(field.x + field.w).toBeLessThanOrEqual(profileOf('a4').content.x + profileOf('a4').content.w + 0.1);
  });
});

/** Share of dark pixels in a square. */
function darkness(image: GreyPage, x: number, y: number, side: number): number {
  const px = DPI / 25.4;
  let [dark, all] = [0, 0];
  for (let row = Math.ceil(y * px); row < (y + side) * px; row += 1) {
    for (let column = Math.ceil(x * px); column < (x + side) * px; column += 1) {
      all += 1;
      if ((image.data[row * image.width + column] ?? 255) < 128) dark += 1;
    }
  }
  return dark / all;
}
