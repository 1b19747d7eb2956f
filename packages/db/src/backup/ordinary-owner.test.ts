import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, connectOwner } from '../connect/index.ts';
import { migrate } from '../migrations/index.ts';
import { seedOffice, type TestDatabase, testDatabase } from '../testing/index.ts';
import { systemClock, withActor } from '../work/index.ts';
import { backupTo, hashTables, restoreFrom } from './index.ts';

/** A server of the province's own (`DATABASE_URL`): the user owns one database and is no superuser. */
describe('an owner who is no superuser', () => {
  const OWNER = 'ordinary_owner';
  let folder: string;
  let first: TestDatabase;
  let second: TestDatabase;
  const owned = (t: TestDatabase, options = '') => {
    const url = new URL(t.url);
    url.username = OWNER;
    url.password = 'fictional';
    if (options !== '') url.searchParams.set('options', options);
    return url.href;
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gandan-owner-'));
    first = await testDatabase({ empty: true });
    second = await testDatabase({ empty: true });
    await sql`create role ordinary_owner login password 'fictional'`.execute(first.ownerDb);
    await sql`grant gandan_app to ordinary_owner with admin option`.execute(first.ownerDb);
    for (const t of [first, second]) {
      const name = sql.id(new URL(t.url).pathname.slice(1));
      await sql`alter database ${name} owner to ordinary_owner`.execute(t.ownerDb);
    }
  });
  afterAll(async () => {
    const server = new URL(first.url);
    server.pathname = 'postgres';
    await Promise.all([first.drop(), second.drop()]);
    const superuser = connectOwner(server.href);
    await sql`drop role ordinary_owner`.execute(superuser);
    await superuser.destroy();
    rmSync(folder, { recursive: true, force: true });
  });

  it('migrates, works, backs up and restores', async () => {
    await migrate(owned(first));
    const seeing = owned(first, '-c gandan.communes=99901,99902 -c gandan.groups=*');
    const ownerDb = connectOwner(seeing);
    const office = await seedOffice({ ownerDb });
    const db = connect(owned(first));
    const seen = await withActor(db, office.actors.clerk, systemClock, ({ trx }) =>
      trx.selectFrom('residentGroup').select('id').execute(),
    );
    expect(seen).toHaveLength(2);
    await Promise.all([db.destroy(), ownerDb.destroy()]);

    const file = join(folder, 'sao-luu.gandan');
    const pathOf = ({ sha256 }: { sha256: string }) => join(folder, sha256);
    await backupTo(file, { ownerUrl: owned(first), pathOf });
    await restoreFrom(file, { ownerUrl: owned(second), pathOf });
    const hashes = await hashTables(first.url);
    expect(hashes.resident_group?.count).toBe(4);
    expect(await hashTables(second.url)).toEqual(hashes);
    // Row-level security is forced again: without a setting not even the owner sees the groups.
    const restored = connectOwner(owned(second));
    expect(await restored.selectFrom('residentGroup').select('id').execute()).toEqual([]);
    await restored.destroy();
  });
});
