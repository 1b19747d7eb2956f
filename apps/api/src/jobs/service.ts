import { changeJob, findJob, listJobs } from '@gandan/db/jobs';
import type { Work } from '@gandan/db/work';
import { found, type Sentence } from '@gandan/domain/errors';
import { can, require } from '@gandan/domain/policy';

const JOB = { vi: 'việc này', en: 'such job' };
type Row = NonNullable<Awaited<ReturnType<typeof findJob>>>;

/** The latest jobs that the actor may see. */
export async function jobs(work: Work) {
  require(work.actor, 'jobs.read');
  const rows = await listJobs(work.trx);
  return rows.filter((row) => can(work.actor, 'jobs.read', resourceOf(row))).map(shown);
}

export async function job(work: Work, id: string) {
  require(work.actor, 'jobs.read');
  const row = found(await findJob(work.trx, id), JOB);
  require(work.actor, 'jobs.read', resourceOf(row));
  return shown(row);
}

/** Stops a job that is queued or running; what it has not committed is gone. Cancelling a finished job changes nothing. */
export async function cancelJob(work: Work, id: string) {
  require(work.actor, 'jobs.cancel');
  const row = found(await findJob(work.trx, id), JOB);
  require(work.actor, 'jobs.cancel', resourceOf(row));
  const cancelled = await changeJob(work.trx, id, ['queued', 'running'], { state: 'cancelled', finishedAt: work.now });
  if (cancelled) await work.audit('jobs.cancel', id, { kind: row.kind });
  return job(work, id);
}

const resourceOf = (row: Row) => ({ communeId: row.communeId, createdBy: row.createdBy });

function shown({ id, kind, state, done, total, message, fileId, startedAt, finishedAt, createdAt }: Row) {
  return {
    id,
    kind,
    state,
    done,
    total,
    message: message as Sentence | null,
    fileId,
    createdAt,
    startedAt,
    finishedAt,
  };
}
