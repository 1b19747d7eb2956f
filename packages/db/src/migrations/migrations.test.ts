import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/index.ts';
import { migrate, migrationNames } from './index.ts';

describe('migrations', () => {
  let t: TestDatabase;
  beforeAll(async () => {
    t = await testDatabase({ empty: true });
  });
  afterAll(() => t.drop());

  it('bring an empty database to the newest schema, once, however many processes start at the same time', async () => {
    const results = await Promise.all([migrate(t.url), migrate(t.url), migrate(t.url)]);
    expect(results.flatMap((result) => result.applied).sort()).toEqual(migrationNames());
  });

  it('find nothing to do the second time', async () => {
    expect(await migrate(t.url)).toEqual({ applied: [] });
  });

  it('refuse a database of a newer release instead of guessing', async () => {
    await t.ownerDb
      .withTables<{ kyselyMigration: { name: string; timestamp: string } }>()
      .insertInto('kyselyMigration')
      .values({ name: '9999-from-the-future', timestamp: new Date().toISOString() })
      .execute();
    await expect(migrate(t.url)).rejects.toMatchObject({ code: 'database.newer' });
  });
});
