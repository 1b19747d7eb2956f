import { type Insertable, sql, type Updateable } from 'kysely';
import type { DB, Db } from '../schema/index.ts';

const COLUMNS = ['id', 'code', 'kind', 'name', 'validFrom', 'validTo', 'successorId', 'version'] as const;

export function listHamlets(trx: Db, communeId: string) {
  return trx.selectFrom('hamlet').select(COLUMNS).where('communeId', '=', communeId).orderBy('code').execute();
}

export function findHamlet(trx: Db, communeId: string, id: string) {
  return trx
    .selectFrom('hamlet')
    .select(COLUMNS)
    .where('communeId', '=', communeId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function insertHamlets(trx: Db, rows: readonly Insertable<DB['hamlet']>[]): Promise<void> {
  if (rows.length > 0)
    await trx
      .insertInto('hamlet')
      .values([...rows])
      .execute();
}

/** Changes the hamlet if it still has this version; says whether it had. */
export async function updateHamlet(
  trx: Db,
  communeId: string,
  id: string,
  version: number,
  change: Updateable<DB['hamlet']>,
): Promise<boolean> {
  const done = await trx
    .updateTable('hamlet')
    .set({ ...change, version: sql`version + 1` })
    .where('communeId', '=', communeId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}
