import { describe, expect, it } from 'vitest';
import { asWanted, type Figure, json, table } from './report.ts';

const figure: Figure = {
  name: 'CPU',
  value: 2,
  unit: 's',
  peer: { name: 'other', value: 8 },
  wanted: { at: 'most', value: 10 },
};

describe('the figures of a bench', () => {
  it('show value, peer, ratio and what was wanted', () => {
    expect(table([figure])).toContain('× 0.25');
    expect(JSON.parse(json('packet', [figure]))).toMatchObject({
      bench: 'packet',
      figures: [{ ratio: 0.25, kept: true }],
    });
  });

  it('say when a bound is missed, either way', () => {
    expect(asWanted({ ...figure, value: 11 })).toBe(false);
    expect(asWanted({ ...figure, wanted: { at: 'least', value: 3 } })).toBe(false);
    expect(table([{ ...figure, value: 11 }])).toContain('MISSED');
  });
});
