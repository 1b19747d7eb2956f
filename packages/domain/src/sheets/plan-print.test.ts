import { describe, expect, it } from 'vitest';
import type { SheetState } from './ledger.ts';
import { planPrint } from './plan-print.ts';

const sheet = (householdId: string, state: SheetState, generation = 1) => ({
  number: `${householdId}-${generation}`,
  householdId,
  generation,
  state,
});

describe('printing a packet', () => {
  it('numbers a sheet for each household that has none', () => {
    expect(planPrint(['a', 'b'], [], false).fresh.map((each) => each.generation)).toEqual([1, 1]);
  });

  it('a second time after a paper jam changes nothing: the same sheets with the same numbers', () => {
    const plan = planPrint(['a', 'b', 'c'], [sheet('a', 'printed'), sheet('b', 'issued')], false);
    expect(plan).toEqual({ fresh: [{ householdId: 'c', generation: 1 }], kept: ['a-1', 'b-1'] });
  });

  it('again voids what is still out or lost, and leaves alone what came back or was refused', () => {
    const out = [
      sheet('a', 'issued'),
      sheet('b', 'lost'),
      sheet('c', 'returned'),
      sheet('d', 'refused'),
      sheet('e', 'entered'),
    ];
    expect(planPrint(['a', 'b', 'c', 'd', 'e'], out, true)).toEqual({
      fresh: [
        { householdId: 'a', generation: 2, replaces: 'a-1' },
        { householdId: 'b', generation: 2, replaces: 'b-1' },
      ],
      kept: [],
    });
  });

  it('gives a household whose sheet was spoiled a new one, and looks at its newest sheet only', () => {
    expect(planPrint(['a'], [sheet('a', 'void')], false).fresh).toEqual([{ householdId: 'a', generation: 2 }]);
    expect(planPrint(['a'], [sheet('a', 'void'), sheet('a', 'printed', 2)], false)).toEqual({
      fresh: [],
      kept: ['a-2'],
    });
  });
});
