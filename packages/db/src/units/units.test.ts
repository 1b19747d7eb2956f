import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SeededOffice, seedOffice, type TestDatabase, testDatabase } from '../testing/index.ts';
import { systemClock, withActor } from '../work/index.ts';
import {
  findGroupByCode,
  findOffice,
  findUnit,
  listCommunes,
  listGroups,
  listHamlets,
  listProvinces,
  predecessorsOf,
  successorsOf,
  updateHamlet,
} from './index.ts';

describe('the tree of units', () => {
  let t: TestDatabase;
  let office: SeededOffice;
  const as = <T>(role: 'commune-admin' | 'cadre', task: Parameters<typeof withActor<T>>[3]) =>
    withActor(t.db, office.actors[role], systemClock, task);
  beforeAll(async () => {
    t = await testDatabase();
    office = await seedOffice(t);
  });
  afterAll(() => t.drop());

  it('has 34 provinces whose communes add up', async () => {
    const provinces = await listProvinces(t.db);
    expect(provinces).toHaveLength(34);
    const communes = provinces.reduce((sum, province) => sum + province.communes, 0);
    expect(communes).toBe(3321 + 2); // and the two of this test's offices
    expect(await listCommunes(t.db)).toHaveLength(communes);
    expect((await listCommunes(t.db, '86')).every((commune) => commune.provinceCode === '86')).toBe(true);
  });

  it('says of a commune what it was made of, and of an old one what it became', async () => {
    const [commune] = (await listCommunes(t.db, '86')).filter((row) => !row.code.startsWith('999'));
    const before = await predecessorsOf(t.db, commune?.code ?? '');
    expect(before.length).toBeGreaterThan(0);
    const after = await successorsOf(t.db, before[0]?.code ?? '');
    expect(after.map((row) => row.code)).toContain(commune?.code);
    expect(await findUnit(t.db, commune?.code ?? '')).toMatchObject({ kind: 'commune', parentCode: '86' });
    expect(await findUnit(t.db, 'không có')).toBeUndefined();
  });

  it('lists the hamlets and groups that the actor sees', async () => {
    const groups = await as('commune-admin', ({ trx }) => listGroups(trx, office.communeId, '2026-11-12'));
    expect(groups).toMatchObject([
      { code: 'TO-01', hamletName: 'Ấp Mẫu', households: 0, version: 1 },
      { code: 'TO-02', hamletName: 'Ấp Mẫu' },
    ]);
    const own = await as('cadre', ({ trx }) => listGroups(trx, office.communeId, '2026-11-12'));
    expect(own.map((group) => group.code)).toEqual(['TO-01']);
    expect(await as('commune-admin', ({ trx }) => listHamlets(trx, office.other.communeId))).toEqual([]);
  });

  it('finds a group by its code in either case', async () => {
    const group = await as('commune-admin', ({ trx }) => findGroupByCode(trx, office.communeId, 'to-01', '2026-11-12'));
    expect(group?.id).toBe(office.groups[0].id);
  });

  it('knows the office with its commune and province', async () => {
    const row = await as('commune-admin', ({ trx }) => findOffice(trx, office.communeId));
    expect(row).toMatchObject({ name: 'Xã Phú Lễ', sheetPrefix: 'PL', nextSerial: 1 });
    expect(row?.provinceName).toMatch(/Vĩnh Long/);
  });

  it('changes a hamlet only from the version that was read', async () => {
    const change = (version: number, name: string) =>
      as('commune-admin', ({ trx }) => updateHamlet(trx, office.communeId, office.hamletId, version, { name }));
    expect(await change(1, 'Ấp Mẫu Một')).toBe(true);
    expect(await change(1, 'Ấp Mẫu Hai')).toBe(false);
  });
});
