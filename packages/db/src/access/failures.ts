import { sql } from 'kysely';
import type { Db } from '../schema/index.ts';

export interface Failures {
  readonly failures: number;
  readonly lastAt: Date;
}

/** What is remembered of failed tries under a key; the row stays locked until the transaction ends. */
export async function lockFailures(trx: Db, key: string): Promise<Failures | undefined> {
  // Taken before the row may exist, so that a hundred tries at once are counted one after the other.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`login:${key}`}, 0))`.execute(trx);
  return trx.selectFrom('loginFailure').select(['failures', 'lastAt']).where('key', '=', key).executeTakeFirst();
}

export async function saveFailures(trx: Db, key: string, { failures, lastAt }: Failures): Promise<void> {
  await trx
    .insertInto('loginFailure')
    .values({ key, failures, lastAt })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ failures, lastAt }))
    .execute();
}

export async function forgetFailures(trx: Db, key: string): Promise<void> {
  await trx.deleteFrom('loginFailure').where('key', '=', key).execute();
}

/** Forgets what is older than a day. */
export async function forgetFailuresBefore(trx: Db, before: Date): Promise<void> {
  await trx.deleteFrom('loginFailure').where('lastAt', '<', before).execute();
}
