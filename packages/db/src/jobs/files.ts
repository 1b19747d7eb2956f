import type { Insertable } from 'kysely';
import type { DB, Db } from '../schema/index.ts';

export async function insertFile(trx: Db, row: Insertable<DB['storedFile']>): Promise<void> {
  await trx.insertInto('storedFile').values(row).execute();
}

/** A stored file that this transaction may see. */
export async function findFile(trx: Db, id: string) {
  return trx
    .selectFrom('storedFile')
    .select(['id', 'communeId', 'sha256', 'name', 'mediaType', 'size', 'createdBy', 'createdAt'])
    .where('id', '=', id)
    .executeTakeFirst();
}
