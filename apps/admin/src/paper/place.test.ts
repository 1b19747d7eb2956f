import type { LayoutField, LayoutMap } from '@gandan/domain/questionnaires';
import { describe, expect, it } from 'vitest';
import { placeOf, placesOf, questionAt } from './place.ts';

const field = (question: string, x: number, y: number): LayoutField => ({
  id: `${question}-${x}`,
  question,
  kind: 'choice',
  x,
  y,
  w: 4.5,
  h: 4.5,
});
const layout: LayoutMap = {
  layoutId: 'A1B2C3',
  questionnaire: { code: 'household', version: 1 },
  pageSize: { w: 210, h: 297 },
  pages: [
    {
      page: 1,
      marks: [],
      qr: [],
      slots: [],
      fields: [field('water', 20, 100), field('water', 60, 100), field('a', 20, 150), field('b', 120, 150)],
    },
    { page: 2, marks: [], qr: [], slots: [], fields: [field('consent', 20, 250)] },
  ],
};

describe('the place of a question on paper', () => {
  it('spans the text column when the question has its lines to itself', () => {
    expect(placeOf(layout, 'water')).toEqual({ page: 1, x: 9.5, y: 97.5, w: 191, h: 9.5 });
    expect(placeOf(layout, 'consent')?.page).toBe(2);
  });

  it('is only its own fields when another question stands beside it', () => {
    expect(placeOf(layout, 'b')).toMatchObject({ x: 117.5, w: 9.5 });
  });

  it('is nowhere for a question that the layout does not know', () => {
    expect(placeOf(layout, 'unheard_of')).toBeNull();
    expect(placeOf(layout, null)).toBeNull();
  });
});

describe('what is under a click on the page', () => {
  it('is the question whose boxes are there, or next below', () => {
    expect(questionAt(layout, 1, 61, 101)).toBe('water');
    expect(questionAt(layout, 1, 30, 90)).toBe('water');
    expect(questionAt(layout, 1, 30, 140)).toBe('a');
    expect(questionAt(layout, 1, 130, 152)).toBe('b');
    expect(questionAt(layout, 2, 100, 20)).toBe('consent');
  });

  it('is the form itself at its head', () => {
    expect(questionAt(layout, 1, 100, 20)).toBeNull();
  });

  it('takes the words above in, as far as the paper is free', () => {
    expect(placesOf(layout, ['water'], 5)[0]).toMatchObject({ y: 92.5, h: 14.5 });
    expect(placesOf(layout, ['a', 'b'], 80)[0]?.y).toBe(104.5);
  });

  it('and several questions are lit on every page that has one of them', () => {
    expect(placesOf(layout, ['b', 'consent']).map(({ page }) => page)).toEqual([1, 2]);
  });
});
