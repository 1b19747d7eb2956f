import { type Insertable, sql } from 'kysely';
import { type DB, type Db, json } from '../schema/index.ts';

/** The print jobs that a meeting is in, newest first. */
export function printJobsOf(trx: Db, communeId: string, meetingId: string) {
  return trx
    .selectFrom('job')
    .leftJoin('account', 'account.id', 'job.createdBy')
    .select(['job.id', 'job.state', 'job.done', 'job.total', 'job.params'])
    .select(['job.createdAt', 'job.finishedAt', 'job.message', 'account.displayName as byName'])
    .where('job.communeId', '=', communeId)
    .where('job.kind', '=', 'print-packets')
    .where(sql<boolean>`job.params @> ${json({ meetings: [{ id: meetingId }] })}`)
    .orderBy('job.createdAt', 'desc')
    .orderBy('job.id', 'desc')
    .execute();
}

/** Print jobs that are not finished and hold one of these meetings. */
export async function unfinishedPrintJobs(trx: Db, communeId: string, meetingIds: readonly string[]) {
  const jobs = await trx
    .selectFrom('job')
    .select(['id', sql<{ meetings: { id: string }[] }>`params`.as('params')])
    .where('communeId', '=', communeId)
    .where('kind', '=', 'print-packets')
    .where('state', 'in', ['queued', 'running'])
    .orderBy('createdAt')
    .execute();
  return jobs
    .map(({ id, params }) => ({ id, params, meetingIds: params.meetings.map((meeting) => meeting.id) }))
    .filter((job) => job.meetingIds.some((id) => meetingIds.includes(id)));
}

/** The files that these jobs left, each with what lies in it; of one meeting when it is named. */
export function printFilesOf(trx: Db, jobIds: readonly string[], meetingId?: string) {
  let query = trx
    .selectFrom('printFile')
    .innerJoin('storedFile', (join) =>
      join.onRef('storedFile.communeId', '=', 'printFile.communeId').onRef('storedFile.id', '=', 'printFile.fileId'),
    )
    .select(['printFile.jobId', 'printFile.fileId as id', 'storedFile.name', 'storedFile.size'])
    .select(['printFile.pages', 'printFile.sheets', 'printFile.slips'])
    .where('printFile.jobId', 'in', [...jobIds])
    .orderBy('printFile.jobId')
    .orderBy('printFile.seq');
  if (meetingId !== undefined) query = query.where(sql<boolean>`${meetingId}::uuid = any(print_file.meeting_ids)`);
  return jobIds.length === 0 ? Promise.resolve([]) : query.execute();
}

export async function insertPrintFiles(trx: Db, rows: readonly Insertable<DB['printFile']>[]): Promise<void> {
  if (rows.length > 0)
    await trx
      .insertInto('printFile')
      .values([...rows])
      .execute();
}

/** What a job is going to print, numbered; gone when the job is over. */
export async function findPlan<T>(trx: Db, communeId: string, jobId: string): Promise<T | undefined> {
  const row = await trx
    .selectFrom('printPlan')
    .select('plan')
    .where('communeId', '=', communeId)
    .where('jobId', '=', jobId)
    .executeTakeFirst();
  return row?.plan as T | undefined;
}

export async function insertPlan(
  trx: Db,
  { plan, ...row }: { communeId: string; jobId: string; madeAt: Date; plan: unknown },
): Promise<void> {
  await trx
    .insertInto('printPlan')
    .values({ ...row, plan: json(plan) })
    .execute();
}

export async function deletePlan(trx: Db, communeId: string, jobId: string): Promise<void> {
  await trx.deleteFrom('printPlan').where('communeId', '=', communeId).where('jobId', '=', jobId).execute();
}
