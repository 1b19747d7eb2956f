import type { Actor, Role } from '@gandan/domain/policy';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { TestDatabase } from './test-database.ts';

export interface SeededGroup {
  readonly id: string;
  readonly code: string;
}

export interface SeededCommune {
  readonly communeId: string;
  readonly provinceCode: string;
  readonly hamletId: string;
  readonly groups: readonly [SeededGroup, SeededGroup];
  /** The first looks after the first group since 2026-01-01, the second after the second. */
  readonly cadres: readonly [SeededGroup, SeededGroup];
  /** One signed-in person of each role; `cadre` is the first cadre. */
  readonly actors: Readonly<Record<Role, Actor>>;
}

export interface SeededOffice extends SeededCommune {
  /** A second commune of the same province, to be seen by nobody of the first. */
  readonly other: SeededCommune;
}

/** What seeding needs of a test database: its owner's sight. */
type Seedable = Pick<TestDatabase, 'ownerDb'>;

const PROVINCE = '86';
const SINCE = '2026-01-01';

/** A minimal fictional office, Xã Phú Lễ (prefix PL), and its neighbour Xã Thử Nghiệm (TN). */
export async function seedOffice(t: Seedable): Promise<SeededOffice> {
  const office = await seedCommune(t, '99901', 'Xã Phú Lễ', 'PL');
  const other = await seedCommune(t, '99902', 'Xã Thử Nghiệm', 'TN');
  return { ...office, other };
}

async function seedCommune(t: Seedable, communeId: string, name: string, prefix: string): Promise<SeededCommune> {
  const db = t.ownerDb;
  await db.insertInto('unit').values({ code: communeId, kind: 'commune', name, parentCode: PROVINCE }).execute();
  const office = {
    communeId,
    sheetPrefix: prefix,
    superiorName: 'ỦY BAN NHÂN DÂN TỈNH VĨNH LONG',
    issuerName: `ỦY BAN NHÂN DÂN ${name.toUpperCase()}`,
    placeName: name.replace('Xã ', ''),
  };
  await db.insertInto('office').values(office).execute();
  const hamletId = v7();
  const hamlet = { communeId, id: hamletId, code: 'AP-01', kind: 'ap', name: 'Ấp Mẫu', validFrom: SINCE };
  await db.insertInto('hamlet').values(hamlet).execute();
  const groups = [await seedGroup(t, communeId, hamletId, 1), await seedGroup(t, communeId, hamletId, 2)] as const;
  const cadres = [
    await seedCadre(t, communeId, 1, 'Nguyễn Văn Mẫu', groups[0].id),
    await seedCadre(t, communeId, 2, 'Trần Thị Ví Dụ', groups[1].id),
  ] as const;
  const actor = (role: Role) => seedAccount(t, communeId, prefix, role, cadres[0].id, groups[0].id);
  const actors = {
    'province-admin': await actor('province-admin'),
    'commune-admin': await actor('commune-admin'),
    leader: await actor('leader'),
    clerk: await actor('clerk'),
    cadre: await actor('cadre'),
    auditor: await actor('auditor'),
  };
  return { communeId, provinceCode: PROVINCE, hamletId, groups, cadres, actors };
}

async function seedGroup(t: Seedable, communeId: string, hamletId: string, n: number): Promise<SeededGroup> {
  const group = { communeId, id: v7(), hamletId, code: `TO-0${n}`, name: `Tổ số ${n}`, validFrom: SINCE };
  await t.ownerDb.insertInto('residentGroup').values(group).execute();
  return { id: group.id, code: group.code };
}

async function seedCadre(
  t: Seedable,
  communeId: string,
  n: number,
  name: string,
  groupId: string,
): Promise<SeededGroup> {
  const id = v7();
  const key = name.toLowerCase();
  const cadre = { communeId, id, code: `CB-0${n}`, name, sortKey: key, searchKey: key, activeFrom: SINCE };
  const duty = { post: 'Công chức', department: 'Văn phòng' };
  await t.ownerDb
    .insertInto('cadre')
    .values({ ...cadre, ...duty })
    .execute();
  const during = sql<string>`daterange(${SINCE}::date, null)`;
  await t.ownerDb.insertInto('assignment').values({ communeId, id: v7(), cadreId: id, groupId, during }).execute();
  return { id, code: cadre.code };
}

async function seedAccount(
  t: Seedable,
  communeId: string,
  prefix: string,
  role: Role,
  cadreId: string,
  groupId: string,
): Promise<Actor> {
  const ofProvince = role === 'province-admin';
  const account = {
    id: v7(),
    communeId: ofProvince ? null : communeId,
    provinceCode: ofProvince ? PROVINCE : null,
    cadreId: role === 'cadre' ? cadreId : null,
  };
  const username = `${prefix}.${role}`.toLowerCase();
  // Not a hash: nobody signs in with these; tests of signing in make their own.
  const secret = { passwordHash: 'unset' };
  await t.ownerDb
    .insertInto('account')
    .values({ ...account, ...secret, username, displayName: `Tài khoản Thử ${role}`, role })
    .execute();
  const { id: userId, ...reach } = account;
  return { userId, role, ...reach, groupIds: role === 'cadre' ? [groupId] : [] };
}
