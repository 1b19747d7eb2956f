import { type Insertable, sql, type Updateable } from 'kysely';
import type { DB, Db } from '../schema/index.ts';

const COLUMNS = ['id', 'code', 'name', 'post', 'department', 'isLeader', 'activeFrom', 'activeTo', 'version'] as const;

/** Cadres by given name; `only` narrows to one of them. */
export function listCadres(trx: Db, communeId: string, only?: string) {
  return trx
    .selectFrom('cadre')
    .select(COLUMNS)
    .where('communeId', '=', communeId)
    .$if(only !== undefined, (query) => query.where('id', '=', only ?? ''))
    .orderBy('sortKey')
    .orderBy('code')
    .execute();
}

export function findCadre(trx: Db, communeId: string, id: string) {
  return trx
    .selectFrom('cadre')
    .select(COLUMNS)
    .where('communeId', '=', communeId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The cadre of a code, as typed on the command line; case does not count. */
export function findCadreByCode(trx: Db, communeId: string, code: string) {
  return trx
    .selectFrom('cadre')
    .select(COLUMNS)
    .where('communeId', '=', communeId)
    .where(sql<boolean>`upper(code) = upper(${code})`)
    .executeTakeFirst();
}

export async function insertCadres(trx: Db, rows: readonly Insertable<DB['cadre']>[]): Promise<void> {
  if (rows.length > 0)
    await trx
      .insertInto('cadre')
      .values([...rows])
      .execute();
}

/** Changes the cadre if he still has this version; says whether he had. */
export async function updateCadre(
  trx: Db,
  communeId: string,
  id: string,
  version: number,
  change: Updateable<DB['cadre']>,
): Promise<boolean> {
  const done = await trx
    .updateTable('cadre')
    .set({ ...change, version: sql`version + 1` })
    .where('communeId', '=', communeId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Cadres whose search key holds all of these folded words. */
export function searchCadres(trx: Db, communeId: string, words: readonly string[], limit: number, only?: string) {
  let query = trx.selectFrom('cadre').select(COLUMNS).where('communeId', '=', communeId);
  if (only !== undefined) query = query.where('id', '=', only);
  for (const word of words) query = query.where(sql<boolean>`position(${word} in search_key) > 0`);
  return query.orderBy('sortKey').limit(limit).execute();
}
