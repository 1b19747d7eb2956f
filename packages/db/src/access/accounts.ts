import type { Insertable, Updateable } from 'kysely';
import type { DB, Db } from '../schema/index.ts';

/** The columns that make an actor, of an account that may still sign in. */
export async function findActorColumns(trx: Db, accountId: string) {
  return trx
    .selectFrom('account')
    .select(['id as accountId', 'role', 'communeId', 'provinceCode', 'cadreId'])
    .where('id', '=', accountId)
    .where('disabledAt', 'is', null)
    .executeTakeFirst();
}

export async function findAccountByUsername(trx: Db, username: string) {
  return trx.selectFrom('account').selectAll().where('username', '=', username).executeTakeFirst();
}

export async function findAccount(trx: Db, id: string) {
  return trx.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Accounts without their secrets, of the communes that this transaction sees. */
export async function listAccounts(trx: Db) {
  return trx
    .selectFrom('account')
    .leftJoin('cadre', (join) =>
      join.onRef('cadre.communeId', '=', 'account.communeId').onRef('cadre.id', '=', 'account.cadreId'),
    )
    .leftJoin('unit', 'unit.code', 'account.communeId')
    .select([
      'account.id',
      'account.communeId',
      'unit.name as communeName',
      'account.username',
      'account.displayName',
      'account.role',
      'account.cadreId',
      'cadre.name as cadreName',
      'account.mustChangePassword',
      'account.passwordSetAt',
      'account.totpLastStep',
      'account.disabledAt',
      'account.version',
    ])
    .orderBy('account.username')
    .execute();
}

export async function insertAccount(trx: Db, row: Insertable<DB['account']>): Promise<void> {
  await trx.insertInto('account').values(row).execute();
}

/** Changes an account and raises its version; with `version`, only if it is still that one. Says whether it was. */
export async function updateAccount(
  trx: Db,
  id: string,
  change: Updateable<DB['account']>,
  version?: number,
): Promise<boolean> {
  const done = await trx
    .updateTable('account')
    .set((row) => ({ ...change, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .$if(version !== undefined, (query) => query.where('version', '=', version ?? 0))
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Takes a one-time code's step, unless it or a later one was taken already; says whether it was free. */
export async function takeTotpStep(trx: Db, id: string, step: number): Promise<boolean> {
  const done = await trx
    .updateTable('account')
    .set({ totpLastStep: step })
    .where('id', '=', id)
    .where((row) => row.or([row('totpLastStep', 'is', null), row('totpLastStep', '<', step)]))
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Strikes a recovery code out; says whether it was there. */
export async function takeRecoveryCode(trx: Db, id: string, hash: string): Promise<boolean> {
  const done = await trx
    .updateTable('account')
    .set((row) => ({ recoveryHashes: row.fn<string[]>('array_remove', ['recoveryHashes', row.val(hash)]) }))
    .where('id', '=', id)
    .where((row) => row(row.val(hash), '=', row.fn.any('recoveryHashes')))
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

export async function countAccounts(trx: Db): Promise<number> {
  const row = await trx
    .selectFrom('account')
    .select((column) => column.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return row.n;
}
