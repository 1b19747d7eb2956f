import { type Insertable, sql } from 'kysely';
import type { DB, Db } from '../schema/index.ts';

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
    .onConflict((conflict) => conflict.column('singleton').doUpdateSet({ codeHash, createdAt: at, usedAt: null }))
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

/** A new office; its hamlets and groups follow. */
export async function insertOffice(trx: Db, row: Insertable<DB['office']>): Promise<void> {
  await trx.insertInto('office').values(row).execute();
}

/** Offices of a province with the name of their commune. */
export async function listOfficesOf(trx: Db, provinceCode: string) {
  return trx
    .selectFrom('office')
    .innerJoin('unit', 'unit.code', 'office.communeId')
    .select(['office.communeId', 'unit.name', 'office.sheetPrefix', 'office.issuerName', 'office.placeName'])
    .where('unit.parentCode', '=', provinceCode)
    .orderBy('office.communeId')
    .execute();
}
