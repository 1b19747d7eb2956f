import { sql } from 'kysely';
import type { Db } from '../schema/index.ts';

/** The groups that a cadre follows on a day; while signing in, nothing else of the commune is looked at. */
export async function groupsOfCadre(trx: Db, communeId: string, cadreId: string, onDate: string): Promise<string[]> {
  await sql`select set_config('gandan.communes', ${communeId}, true)`.execute(trx);
  const rows = await trx
    .selectFrom('assignment')
    .select('groupId')
    .where('communeId', '=', communeId)
    .where('cadreId', '=', cadreId)
    .where(sql<boolean>`during @> ${onDate}::date`)
    .orderBy('groupId')
    .execute();
  return rows.map((row) => row.groupId);
}
