import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { inject } from 'vitest';
import { connect, connectOwner } from '../connect/index.ts';
import type { DB } from '../schema/index.ts';
import { createDatabase, dropDatabase, inDatabase, TEMPLATE } from './databases.ts';
// What `inject` gives is declared there; other packages see it only through this file.
import type {} from './global-setup.ts';

export interface TestDatabase {
  /** As the application: bound by row-level security. */
  readonly db: Kysely<DB>;
  /** As the owner: sees everything, for arranging and for looking behind the scene. */
  readonly ownerDb: Kysely<DB>;
  /** The owner's connection string. */
  readonly url: string;
  drop(): Promise<void>;
}

/**
 * A migrated database of one's own on the run's cluster, copied from a template (about 0.1 s).
 *
 * @example
 * let t: TestDatabase;
 * beforeAll(async () => { t = await testDatabase(); });
 * afterAll(() => t.drop());
 */
export async function testDatabase(options: { readonly empty?: boolean } = {}): Promise<TestDatabase> {
  const server = inject('postgresUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await createDatabase(server, name, options.empty === true ? 'template0' : TEMPLATE);
  const url = inDatabase(server, name);
  const db = connect(url);
  const ownerDb = connectOwner(url);
  return {
    db,
    ownerDb,
    url,
    async drop() {
      await Promise.all([db.destroy(), ownerDb.destroy()]);
      await dropDatabase(server, name);
    },
  };
}
