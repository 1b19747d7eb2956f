import { describe, expect, it } from 'vitest';
import { decideMultiple, decideSingle, type MeasuredBox, pageContext } from './decide.ts';
import type { BoxFeatures, PageContext } from './ink.ts';

const EMPTY: BoxFeatures = {
  cover: 0,
  dark: 0,
  darkness: 0,
  least: 0,
  extent: 0,
  core: 0,
  gaps: [0, 0, 0, 0, 0, 0],
  line: false,
  streak: false,
  faint: 0.13,
  outline: 0.6,
  dx: 0,
  dy: 0,
};
const CROSS: BoxFeatures = { ...EMPTY, cover: 0.42, dark: 0.36, darkness: 0.6, least: 0.02, extent: 1, core: 0.7 };
const FILLED: BoxFeatures = { ...CROSS, cover: 0.98, dark: 0.95, least: 0.9, core: 1 };
const PAGE: PageContext = { markDarkness: 0.6, markCover: 0.42, outline: 0.6, gaps: [0, 0, 0, 0, 0, 0] };

const boxes = (...features: readonly Partial<BoxFeatures>[]): MeasuredBox[] =>
  features.map((one, index) => ({ choice: String(index + 1), features: { ...EMPTY, ...one } }));
const single = (...features: readonly Partial<BoxFeatures>[]) => {
  const { state, choices, reason } = decideSingle(boxes(...features), PAGE);
  return [state, choices.join('+'), reason];
};
const multiple = (...features: readonly Partial<BoxFeatures>[]) => {
  const { state, choices, reason } = decideMultiple(boxes(...features), PAGE);
  return [state, choices.join('+'), reason];
};

describe('a question with one answer', () => {
  it('is answered by exactly one clear mark', () => {
    expect(single(EMPTY, CROSS, EMPTY)).toEqual(['answered', '2', 'clear']);
    expect(single(EMPTY, EMPTY)).toEqual(['blank', '', 'empty']);
    expect(single(CROSS, EMPTY, CROSS)).toEqual(['multiple', '1+3', 'several-marks']);
  });

  it('takes the mark beside a box that was filled in to cancel it, never a filled box alone', () => {
    expect(single(FILLED, CROSS)).toEqual(['corrected', '2', 'cancelled']);
    expect(single(FILLED, EMPTY)).toEqual(['doubt', '', 'only-filled']);
  });

  it('leaves to a person what is faint, half filled, or crossed by a line', () => {
    expect(single({ ...CROSS, darkness: 0.2 }, EMPTY)).toEqual(['doubt', '', 'faint']);
    expect(single({ ...CROSS, cover: 0.85, least: 0.5 }, EMPTY)).toEqual(['doubt', '', 'half-filled']);
    expect(single({ ...CROSS, line: true }, EMPTY)).toEqual(['doubt', '', 'line-through']);
    expect(single(CROSS, { ...EMPTY, outline: 0.05 })).toEqual(['doubt', '1', 'no-outline']);
  });

  it('does not take the end of a neighbour’s stroke for a mark, nor a ring around another box for nothing', () => {
    const stray = { ...EMPTY, cover: 0.06, darkness: 0.6, extent: 0.3 };
    expect(single(CROSS, stray)).toEqual(['answered', '1', 'clear']);
    expect(single(CROSS, { ...EMPTY, gaps: [0.3, 0.2, 0.3, 0, 0, 0] })).toEqual(['doubt', '1', 'ink-around']);
  });
});

describe('a question with several answers', () => {
  it('takes every clear mark', () => {
    expect(multiple(CROSS, EMPTY, CROSS)).toEqual(['answered', '1+3', 'clear']);
    expect(multiple(CROSS, FILLED, EMPTY)).toEqual(['corrected', '1', 'cancelled']);
  });

  it('is a doubt as soon as there is ink beside an empty box', () => {
    expect(multiple(CROSS, { ...EMPTY, gaps: [0, 0.2, 0, 0, 0, 0] })).toEqual(['doubt', '1', 'ink-around']);
    expect(multiple(CROSS, { ...EMPTY, gaps: [0, 0, 0, 0, 0.1, 0] })).toEqual(['doubt', '1', 'ink-around']);
  });
});

describe('the page around a box', () => {
  it('is its own measure: its usual mark, and what its gaps usually have', () => {
    const { markDarkness, gaps } = pageContext([
      ...[0.5, 0.6, 0.7].map((darkness) => ({ ...CROSS, darkness })),
      ...[1, 2, 3, 4].map(() => ({ ...EMPTY, gaps: [0.1, 0, 0, 0.2, 0, 0] })),
    ]);
    expect(markDarkness).toBe(0.6);
    expect(gaps).toEqual([0.1, 0, 0, 0.2, 0, 0]);
  });

  it('says nothing of marks before there are three', () => {
    expect(pageContext([CROSS, CROSS, EMPTY]).markDarkness).toBeNull();
  });
});
