import type { Insertable } from 'kysely';
import { type DB, type Db, slices } from '../schema/index.ts';

/**
 * The hashes of the tokens that were printed on feedback slips. Stored in the order of the hashes, so that not even the
 * order of the rows on the disk tells which slips lay beside each other.
 */
export async function insertSlipTokens(trx: Db, rows: readonly Insertable<DB['slipToken']>[]): Promise<void> {
  const sorted = [...rows].sort((left, right) => Buffer.compare(left.tokenHash, right.tokenHash));
  for (const part of slices(sorted)) await trx.insertInto('slipToken').values(part).execute();
}
