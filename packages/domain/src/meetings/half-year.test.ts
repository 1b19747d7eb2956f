import { expect, it } from 'vitest';
import { halfYearOf, halfYearWords, slipCount } from './half-year.ts';

it('a meeting lies in one half of its year, and the slip says which', () => {
  expect([halfYearOf('2026-06-30'), halfYearOf('2026-07-01')]).toEqual(['2026-1', '2026-2']);
  expect(halfYearWords('2026-2').vi).toBe('6 tháng cuối năm 2026');
});

it('there are a few slips more than households, two on each paper', () => {
  expect([0, 1, 25, 26, 200].map(slipCount)).toEqual([0, 4, 28, 28, 210]);
});
