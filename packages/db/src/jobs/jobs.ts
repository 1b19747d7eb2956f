import type { Insertable, Kysely, Updateable } from 'kysely';
import { everywhere } from '../access/index.ts';
import { type DB, type Db, json } from '../schema/index.ts';

export async function insertJob(
  trx: Db,
  { params, ...row }: Omit<Insertable<DB['job']>, 'params'> & { params: unknown },
): Promise<void> {
  await trx
    .insertInto('job')
    .values({ ...row, params: json(params) })
    .execute();
}

export async function findJob(trx: Db, id: string) {
  return trx.selectFrom('job').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The latest jobs first; `createdBy` narrows to one account's own. */
export async function listJobs(trx: Db, createdBy?: string) {
  let rows = trx.selectFrom('job').selectAll().orderBy('createdAt', 'desc').limit(100);
  if (createdBy !== undefined) rows = rows.where('createdBy', '=', createdBy);
  return rows.execute();
}

/** Changes a job that is in one of these states; says whether it was. */
export async function changeJob(
  trx: Db,
  id: string,
  from: readonly string[],
  { message, ...change }: Omit<Updateable<DB['job']>, 'message'> & { message?: unknown },
): Promise<boolean> {
  const done = await trx
    .updateTable('job')
    .set((eb) => ({
      ...change,
      ...(message === undefined ? {} : { message: json(message) }),
      // Progress is written at most every so often; what is done is done to its end.
      ...(change.state === 'done' ? { done: eb.ref('total') } : {}),
    }))
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Jobs of every commune in these states, oldest first: for the queue, which belongs to no commune. */
export async function jobsInState(db: Kysely<DB>, states: readonly string[]) {
  return everywhere(db, (trx) =>
    trx
      .selectFrom('job')
      .select(['communeId', 'id'])
      .where('state', 'in', [...states])
      .orderBy('createdAt')
      .orderBy('id')
      .execute(),
  );
}
