import type { StrayKind } from '@gandan/domain/sheets';
import { type Insertable, sql } from 'kysely';
import type { DB, Db } from '../schema/index.ts';

/** The tray of sheets that could not be keyed: what lies there, and what was done with the others, newest first. */
export function listStrays(trx: Db, communeId: string) {
  return trx
    .selectFrom('straySheet as stray')
    .leftJoin('straySheetOutcome as outcome', (join) =>
      join.onRef('outcome.communeId', '=', 'stray.communeId').onRef('outcome.strayId', '=', 'stray.id'),
    )
    .leftJoin('account', 'account.id', 'stray.byAccount')
    .select(['stray.id', 'stray.number', sql<StrayKind>`stray.kind`.as('kind'), 'stray.note', 'stray.at'])
    .select(['account.displayName as byName', 'outcome.outcome', 'outcome.at as doneAt'])
    .where('stray.communeId', '=', communeId)
    .orderBy('stray.at', 'desc')
    .orderBy('stray.id', 'desc')
    .limit(500)
    .execute();
}

export function findStray(trx: Db, communeId: string, id: string) {
  return trx
    .selectFrom('straySheet as stray')
    .leftJoin('straySheetOutcome as outcome', (join) =>
      join.onRef('outcome.communeId', '=', 'stray.communeId').onRef('outcome.strayId', '=', 'stray.id'),
    )
    .select(['stray.id', 'stray.number', 'outcome.outcome'])
    .where('stray.communeId', '=', communeId)
    .where('stray.id', '=', id)
    .executeTakeFirst();
}

export async function insertStray(trx: Db, row: Insertable<DB['straySheet']>): Promise<void> {
  await trx.insertInto('straySheet').values(row).execute();
}

export async function insertStrayOutcome(trx: Db, row: Insertable<DB['straySheetOutcome']>): Promise<void> {
  await trx.insertInto('straySheetOutcome').values(row).execute();
}
