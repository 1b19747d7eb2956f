import { type Kysely, sql, type Transaction } from 'kysely';
import type { DB } from '../schema/index.ts';

/** A transaction that sees every commune: the server's own housekeeping, never a request. */
export async function everywhere<T>(db: Kysely<DB>, task: (trx: Transaction<DB>) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await sql`select set_config('gandan.communes', coalesce(string_agg(code, ','), ''), true),
      set_config('gandan.groups', '*', true) from unit where kind = 'commune'`.execute(trx);
    return task(trx);
  });
}

/** Whether the database holds demo offices, real ones, both or none. */
export async function officesPresent(db: Kysely<DB>): Promise<{ demo: boolean; real: boolean }> {
  const rows = await everywhere(db, (trx) => trx.selectFrom('office').select('isDemo').distinct().execute());
  return { demo: rows.some((row) => row.isDemo), real: rows.some((row) => !row.isDemo) };
}

/** Codes and names of every office: for the command line, whose user owns the data folder. */
export async function listOffices(db: Kysely<DB>) {
  return everywhere(db, (trx) =>
    trx
      .selectFrom('office')
      .innerJoin('unit', 'unit.code', 'office.communeId')
      .select(['office.communeId', 'unit.name'])
      .orderBy('office.communeId')
      .execute(),
  );
}

/** Throws when the database does not answer. */
export async function isAnswering(db: Kysely<DB>): Promise<void> {
  await sql`select 1`.execute(db);
}
