import type { Db } from '../schema/index.ts';

/** The columns that make an actor, of an account that may still sign in. */
export async function findActorColumns(trx: Db, accountId: string) {
  return trx
    .selectFrom('account')
    .select(['id as accountId', 'role', 'communeId', 'provinceCode', 'cadreId'])
    .where('id', '=', accountId)
    .where('disabledAt', 'is', null)
    .executeTakeFirst();
}
