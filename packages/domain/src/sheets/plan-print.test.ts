import { describe, expect, it } from 'vitest';
import type { SheetState } from './ledger.ts';
import { sheetNumber } from './number.ts';
import { planHolds, planPrint, planReprint } from './plan-print.ts';

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

describe('printing some sheets again', () => {
  const numbered = (serial: number, state: SheetState, generation = 1, householdId = `h${serial}`) => ({
    number: sheetNumber('PL', serial).text,
    householdId,
    generation,
    state,
  });
  const sheets = [
    numbered(1, 'issued'),
    numbered(2, 'returned'),
    numbered(3, 'lost'),
    numbered(4, 'printed'),
    numbered(5, 'void', 1, 'moved'),
    numbered(9, 'printed', 2, 'moved'),
  ];
  const numberOf = (serial: number) => sheetNumber('PL', serial).text;
  const replaced = (choice: Parameters<typeof planReprint>[1]) =>
    planReprint(sheets, choice).fresh.map((each) => each.replaces);

  it('of a range takes those that are still out or lost, both ends included', () => {
    expect(replaced({ from: numberOf(1), to: numberOf(3) })).toEqual([numberOf(1), numberOf(3)]);
    expect(replaced({ from: numberOf(5), to: numberOf(8) })).toEqual([]);
  });

  it('by number replaces just these, however they are typed', () => {
    expect(replaced([numberOf(4).toLowerCase().replaceAll('-', ' ')])).toEqual([numberOf(4)]);
    expect(planReprint(sheets, [numberOf(9)]).fresh).toEqual([
      { householdId: 'moved', generation: 3, replaces: numberOf(9) },
    ]);
  });

  it('refuses a number that came back or whose place a reprint took, and one that is not of the meeting', () => {
    expect(() => planReprint(sheets, [numberOf(1), numberOf(2)])).toThrow('sheet.not-reprintable');
    expect(() => planReprint(sheets, [numberOf(5)])).toThrow('sheet.not-reprintable');
    expect(() => planReprint(sheets, [numberOf(77)])).toThrow('sheet.unknown');
  });

  it('a plan holds until one of its sheets moves or is printed by somebody else', () => {
    const { fresh } = planReprint(sheets, [numberOf(1), numberOf(4)]);
    expect(planHolds(fresh, sheets)).toBe(true);
    expect(planHolds(fresh, [...sheets.slice(1), numbered(1, 'returned')])).toBe(false);
    expect(planHolds(fresh, [...sheets, numbered(12, 'printed', 2, 'h4')])).toBe(false);
    expect(planHolds([{ householdId: 'new', generation: 1 }], sheets)).toBe(true);
  });
});
