import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/index.ts';
import { loadReferenceUnits, REFERENCE_COUNTS } from './reference.ts';
import { readReferenceUnits } from './reference-data.ts';

describe('the data set of provinces and communes', () => {
  const { units, successors, irregularities } = readReferenceUnits();

  it('has the counts of Resolution 202/2025/QH15', () => {
    expect(units.filter((unit) => unit.kind === 'province')).toHaveLength(REFERENCE_COUNTS.provinces);
    const communes = units.filter((unit) => unit.kind === 'commune');
    expect(communes).toHaveLength(REFERENCE_COUNTS.communes);
    const kinds = Map.groupBy(communes, (unit) => /^(Xã|Phường|Đặc khu) /.exec(unit.name)?.[1]);
    expect([...kinds].map(([kind, list]) => [kind, list.length]).sort()).toEqual([
      ['Phường', 687],
      ['Xã', 2621],
      ['Đặc khu', 13],
    ]);
    expect(units.find((unit) => unit.code === '86')).toMatchObject({ name: 'Tỉnh Vĩnh Long', validFrom: '2025-07-01' });
    expect(units.filter((unit) => unit.parentCode === '86')).toHaveLength(124);
  });

  it('is composed Unicode throughout, each code and each name of a province once', () => {
    for (const { name } of units) expect(name).toBe(name.normalize('NFC'));
    expect(new Set(units.map((unit) => unit.code)).size).toBe(units.length);
    expect(new Set(units.map((unit) => `${unit.parentCode} ${unit.name}`)).size).toBe(units.length);
    const codes = new Set(units.map((unit) => unit.code));
    for (const { toCode } of successors) expect(codes.has(toCode)).toBe(true);
  });

  it('has these irregularities, found and repaired where its own names allow', () => {
    expect(irregularities).toEqual({
      decomposedNames: 129,
      withoutOldCode: 938,
      wrongNewCode: 453,
      repeated: 128,
      withoutPredecessor: ['Bạch Long Vĩ', 'Côn Đảo', 'Cồn Cỏ', 'Hoàng Sa', 'Lý Sơn'].map((name) => `Đặc khu ${name}`),
      unmapped: ['Xã Ia Mơ'],
      unresolved: 0,
    });
    expect(successors).toHaveLength(10_977 - 128 - 5);
  });
});

describe('loading it', () => {
  let t: TestDatabase;
  beforeAll(async () => {
    t = await testDatabase();
  });
  afterAll(() => t.drop());

  it('happens once', async () => {
    expect(await loadReferenceUnits(t.ownerDb)).toEqual({ loaded: false });
  });

  it('brings back what is missing and keeps what an office has', async () => {
    await t.ownerDb
      .insertInto('unit')
      .values({ code: '99901', kind: 'commune', name: 'Xã Thử', parentCode: '86' })
      .execute();
    await t.ownerDb.deleteFrom('unitSuccessor').execute();
    await t.ownerDb.deleteFrom('unit').where('kind', '=', 'commune').where('code', '<', '99900').execute();
    expect(await loadReferenceUnits(t.ownerDb)).toEqual({ loaded: true });
    const count = async (table: 'unit' | 'unitSuccessor') =>
      (
        await t.ownerDb
          .selectFrom(table)
          .select(({ fn }) => fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow()
      ).n;
    expect(await count('unit')).toBe(34 + 3321 + 1);
    expect(await count('unitSuccessor')).toBe(readReferenceUnits().successors.length);
  });
});
