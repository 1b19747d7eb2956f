import { type Insertable, sql } from 'kysely';
import { connectOwner } from '../connect/index.ts';
import type { DB, Db } from '../schema/index.ts';

/** Units that no law knows, beside the real ones. Only the owner of the tables may add units. */
export async function insertFictionalUnits(ownerUrl: string, units: readonly Insertable<DB['unit']>[]): Promise<void> {
  const owner = connectOwner(ownerUrl);
  try {
    await owner
      .insertInto('unit')
      .values([...units])
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  } finally {
    await owner.destroy();
  }
}

/** Accounts in the transaction that makes their office, the province's too, which no actor of a commune sees. */
export async function insertAccountsOfAnyReach(trx: Db, rows: readonly Insertable<DB['account']>[]): Promise<void> {
  await sql`select set_config('gandan.authenticating', 'on', true)`.execute(trx);
  await trx
    .insertInto('account')
    .values([...rows])
    .execute();
  await sql`select set_config('gandan.authenticating', '', true)`.execute(trx);
}
