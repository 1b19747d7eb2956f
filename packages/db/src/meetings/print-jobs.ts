import { sql } from 'kysely';
import { type Db, json } from '../schema/index.ts';

/** The print jobs that a meeting is in, newest first. */
export function printJobsOf(trx: Db, communeId: string, meetingId: string) {
  return trx
    .selectFrom('job')
    .select(['id', 'state', 'fileId', 'createdAt', 'finishedAt', 'message'])
    .where('communeId', '=', communeId)
    .where('kind', '=', 'print-packets')
    .where(sql<boolean>`params @> ${json({ meetings: [{ id: meetingId }] })}`)
    .orderBy('createdAt', 'desc')
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
    .map(({ id, params }) => ({ id, meetingIds: params.meetings.map((meeting) => meeting.id) }))
    .filter((job) => job.meetingIds.some((id) => meetingIds.includes(id)));
}
