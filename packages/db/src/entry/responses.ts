import type { Answers } from '@gandan/domain/entry';
import { type Insertable, sql } from 'kysely';
import { type DB, type Db, json } from '../schema/index.ts';

/** The first keying of a sheet in a pass, with who did it. */
export function findFirstResponse(trx: Db, communeId: string, year: number, number: string, pass = 1) {
  return responses(trx, communeId)
    .where('response.year', '=', year)
    .where('response.sheetNumber', '=', number)
    .where('response.pass', '=', pass)
    .where('response.correctsId', 'is', null)
    .executeTakeFirst();
}

/** What counts of a sheet today: the first keying, or the last correction of it. */
export function findCurrentResponse(trx: Db, communeId: string, year: number, number: string, pass = 1) {
  return responses(trx, communeId)
    .where('response.year', '=', year)
    .where('response.sheetNumber', '=', number)
    .where('response.pass', '=', pass)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('response as later')
            .select('later.id')
            .whereRef('later.communeId', '=', 'response.communeId')
            .whereRef('later.year', '=', 'response.year')
            .whereRef('later.correctsId', '=', 'response.id'),
        ),
      ),
    )
    .executeTakeFirst();
}

/** A response by its id (the browser makes it); the year comes with the row. */
export function findResponse(trx: Db, communeId: string, id: string) {
  return responses(trx, communeId).where('response.id', '=', id).executeTakeFirst();
}
export type FoundResponse = NonNullable<Awaited<ReturnType<typeof findResponse>>>;

function responses(trx: Db, communeId: string) {
  return trx
    .selectFrom('response')
    .leftJoin('account', 'account.id', 'response.keyedBy')
    .select(['response.year', 'response.id', 'response.sheetNumber', 'response.groupId', 'response.pass'])
    .select(['response.correctsId', 'response.correctionReason', 'response.note', 'response.seconds'])
    .select(['response.keyedBy', 'account.displayName as keyedByName', 'response.submittedAt'])
    .select(sql<Answers>`response.answers`.as('answers'))
    .where('response.communeId', '=', communeId);
}

export async function insertResponse(
  trx: Db,
  { answers, ...row }: Omit<Insertable<DB['response']>, 'answers'> & { answers: Answers },
): Promise<void> {
  await trx
    .insertInto('response')
    .values({ ...row, answers: json(answers) })
    .execute();
}
