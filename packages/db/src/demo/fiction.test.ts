import { checkHousehold } from '@gandan/domain/households';
import { checkCadre } from '@gandan/domain/people';
import { describe, expect, it } from 'vitest';
import { AVERAGE_COMMUNE, fictionalCommune } from './fiction.ts';

describe('a fictional commune', () => {
  const commune = fictionalCommune(1, AVERAGE_COMMUNE);

  it('has the size that was asked for, and unique codes', () => {
    for (const [kind, count] of Object.entries(AVERAGE_COMMUNE)) {
      const rows = commune[kind as keyof typeof AVERAGE_COMMUNE];
      expect(rows).toHaveLength(count);
      expect(new Set(rows.map((row) => row.code)).size).toBe(count);
    }
  });

  it('is the same for the same seed and another one for another seed', () => {
    expect(fictionalCommune(1, AVERAGE_COMMUNE)).toEqual(commune);
    expect(fictionalCommune(2, AVERAGE_COMMUNE)).not.toEqual(commune);
  });

  it('says of every person that it is made up', () => {
    const names = [...commune.households.map((row) => row.headName), ...commune.cadres.map((row) => row.name)];
    for (const name of names) expect(name).toMatch(/ (?:Mẫu|Thử|Ví Dụ|Thí Nghiệm) /);
    for (const hamlet of commune.hamlets) expect(hamlet.name).toMatch(/ (?:Mẫu|Thử|Ví Dụ)/);
  });

  it('obeys the rules of the domain', () => {
    for (const household of commune.households) expect(() => checkHousehold(household)).not.toThrow();
    for (const cadre of commune.cadres) {
      expect(() => checkCadre({ ...cadre, activeFrom: '2026-01-01', activeTo: null })).not.toThrow();
    }
  });

  it('has every group followed, by cadres with two to four groups', () => {
    const load = new Map<string, number>();
    for (const { cadreCode } of commune.assignments) load.set(cadreCode, (load.get(cadreCode) ?? 0) + 1);
    expect(commune.assignments).toHaveLength(AVERAGE_COMMUNE.groups);
    for (const groups of load.values()) expect(groups).toBeLessThanOrEqual(4);
    expect([...load.values()].filter((groups) => groups < 2).length).toBeLessThanOrEqual(1);
  });

  it('has groups of about twenty-five households', () => {
    const sizes = Map.groupBy(commune.households, (household) => household.groupCode);
    for (const rows of sizes.values()) {
      expect(rows.length).toBeGreaterThanOrEqual(18);
      expect(rows.length).toBeLessThanOrEqual(33);
    }
  });
});
