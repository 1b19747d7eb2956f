import { sql } from 'kysely';
import type { Db } from '../schema/index.ts';

/** Lets a transaction before sign-in work in one commune: setting it up, or reading the office of who just signed in. */
export async function showCommune(trx: Db, communeId: string): Promise<void> {
  await sql`select set_config('gandan.communes', ${communeId}, true), set_config('gandan.groups', '*', true)`.execute(
    trx,
  );
}

/** Keeps a fresh setup code in place of an unused one. */
export async function saveSetupCode(trx: Db, codeHash: Buffer, at: Date): Promise<void> {
  await trx
    .insertInto('setupCode')
    .values({ codeHash, createdAt: at })
    .onConflict((conflict) => conflict.column('only').doUpdateSet({ codeHash, createdAt: at, usedAt: null }))
    .execute();
}

/** Uses the setup code up; says whether it was the right one and unused. */
export async function takeSetupCode(trx: Db, codeHash: Buffer, at: Date): Promise<boolean> {
  const done = await trx
    .updateTable('setupCode')
    .set({ usedAt: at })
    .where('codeHash', '=', codeHash)
    .where('usedAt', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** The office with the names of its commune and province, as the session tells them. */
export async function findOfficeOf(trx: Db, communeId: string) {
  return trx
    .selectFrom('office')
    .innerJoin('unit', 'unit.code', 'office.communeId')
    .leftJoin('unit as province', 'province.code', 'unit.parentCode')
    .select([
      'office.communeId',
      'unit.name',
      'province.name as provinceName',
      'office.sheetPrefix',
      'office.superiorName',
      'office.issuerName',
      'office.placeName',
      'office.isDemo',
    ])
    .where('office.communeId', '=', communeId)
    .executeTakeFirst();
}
