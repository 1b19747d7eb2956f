import type { Updateable } from 'kysely';
import type { DB, Db } from '../schema/index.ts';

/** The office of a commune with the names of the commune and its province. */
export function findOffice(trx: Db, communeId: string) {
  return trx
    .selectFrom('office')
    .innerJoin('unit', 'unit.code', 'office.communeId')
    .leftJoin('unit as province', 'province.code', 'unit.parentCode')
    .select(['office.communeId', 'unit.name', 'province.name as provinceName', 'office.sheetPrefix'])
    .select(['office.superiorName', 'office.issuerName', 'office.placeName', 'office.isDemo', 'office.nextSerial'])
    .where('office.communeId', '=', communeId)
    .executeTakeFirst();
}

export async function updateOffice(trx: Db, communeId: string, change: Updateable<DB['office']>): Promise<void> {
  await trx.updateTable('office').set(change).where('communeId', '=', communeId).execute();
}
