import type { Answers } from '@gandan/domain/entry';
import { type Insertable, sql } from 'kysely';
import { type DB, type Db, json } from '../schema/index.ts';

type DraftRow = Omit<Insertable<DB['entryDraft']>, 'answers' | 'pass'> & { answers: Answers; pass?: number };

/**
 * Keeps the draft with the most keystrokes. A late packet of an earlier moment (a slow line, a second tab) changes
 * nothing; the answer says which keystroke is stored, so the browser knows what is safe.
 */
export async function saveDraft(trx: Db, { answers, ...row }: DraftRow): Promise<number> {
  await trx
    .insertInto('entryDraft')
    .values({ ...row, answers: json(answers) })
    .onConflict((conflict) =>
      conflict
        .columns(['communeId', 'year', 'sheetNumber', 'pass', 'accountId'])
        .doUpdateSet((excluded) => ({
          answers: excluded.ref('excluded.answers'),
          note: excluded.ref('excluded.note'),
          keystroke: excluded.ref('excluded.keystroke'),
          updatedAt: excluded.ref('excluded.updatedAt'),
        }))
        .whereRef('entryDraft.keystroke', '<=', sql.ref('excluded.keystroke')),
    )
    .execute();
  const { keystroke } = await ownDraft(trx, row.communeId, row.year, row.sheetNumber, row.accountId, row.pass)
    .select('keystroke')
    .executeTakeFirstOrThrow();
  return keystroke;
}

export function findDraft(trx: Db, communeId: string, year: number, number: string, accountId: string, pass = 1) {
  return ownDraft(trx, communeId, year, number, accountId, pass)
    .select([sql<Answers>`entry_draft.answers`.as('answers'), 'note', 'keystroke', 'updatedAt'])
    .executeTakeFirst();
}

/** Who else has begun to key this sheet in this pass, latest first. */
export function draftsOfOthers(trx: Db, communeId: string, year: number, number: string, accountId: string, pass = 1) {
  return trx
    .selectFrom('entryDraft')
    .innerJoin('account', 'account.id', 'entryDraft.accountId')
    .select(['account.displayName as byName', 'entryDraft.updatedAt'])
    .where('entryDraft.communeId', '=', communeId)
    .where('entryDraft.year', '=', year)
    .where('entryDraft.sheetNumber', '=', number)
    .where('entryDraft.pass', '=', pass)
    .where('entryDraft.accountId', '<>', accountId)
    .orderBy('entryDraft.updatedAt', 'desc')
    .execute();
}

/** Once the sheet is submitted nobody's draft of that pass has a meaning any more. */
export async function deleteDrafts(trx: Db, communeId: string, year: number, number: string, pass = 1): Promise<void> {
  await trx
    .deleteFrom('entryDraft')
    .where('communeId', '=', communeId)
    .where('year', '=', year)
    .where('sheetNumber', '=', number)
    .where('pass', '=', pass)
    .execute();
}

function ownDraft(trx: Db, communeId: string, year: number, number: string, accountId: string, pass = 1) {
  return trx
    .selectFrom('entryDraft')
    .where('communeId', '=', communeId)
    .where('year', '=', year)
    .where('sheetNumber', '=', number)
    .where('pass', '=', pass)
    .where('accountId', '=', accountId);
}
