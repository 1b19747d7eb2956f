import { sql } from 'kysely';
import type { Db } from '../schema/index.ts';

/** A session with the account behind it, as the request's middleware needs it. */
export async function findSession(trx: Db, tokenHash: Buffer) {
  return trx
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.accountId')
    .select([
      'session.stage',
      'session.createdAt',
      'session.lastSeenAt',
      'account.id as accountId',
      'account.role',
      'account.communeId',
      'account.provinceCode',
      'account.cadreId',
      'account.disabledAt',
    ])
    .where('session.tokenHash', '=', tokenHash)
    .executeTakeFirst();
}

export async function insertSession(
  trx: Db,
  row: { tokenHash: Buffer; accountId: string; stage: string; createdAt: Date; lastSeenAt: Date },
): Promise<void> {
  await trx.insertInto('session').values(row).execute();
}

export async function touchSession(trx: Db, tokenHash: Buffer, at: Date): Promise<void> {
  await trx.updateTable('session').set({ lastSeenAt: at }).where('tokenHash', '=', tokenHash).execute();
}

export async function deleteSession(trx: Db, tokenHash: Buffer): Promise<void> {
  await trx.deleteFrom('session').where('tokenHash', '=', tokenHash).execute();
}

/** Ends every session of an account. */
export async function deleteSessionsOf(trx: Db, accountId: string): Promise<void> {
  await trx.deleteFrom('session').where('accountId', '=', accountId).execute();
}

/**
 * The same for an administrator's transaction, which otherwise sees no sessions; afterwards it sees none again.
 */
export async function endSessionsOf(trx: Db, accountId: string): Promise<void> {
  await sql`select set_config('gandan.authenticating', 'on', true)`.execute(trx);
  await deleteSessionsOf(trx, accountId);
  await sql`select set_config('gandan.authenticating', '', true)`.execute(trx);
}

/** Old sessions that nobody will use again. */
export async function deleteSessionsBefore(trx: Db, lastSeen: Date, created: Date): Promise<void> {
  await trx
    .deleteFrom('session')
    .where((row) => row.or([row('lastSeenAt', '<', lastSeen), row('createdAt', '<', created)]))
    .execute();
}
