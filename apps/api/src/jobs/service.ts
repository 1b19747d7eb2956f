import { changeJob, findJob, listJobs } from '@gandan/db/jobs';
import { printFilesOf } from '@gandan/db/meetings';
import type { Work } from '@gandan/db/work';
import { found, type Sentence } from '@gandan/domain/errors';
import { can, require } from '@gandan/domain/policy';
import type { JobPhase } from './jobs.ts';
import { secondsLeft } from './time-left.ts';

const JOB = { vi: 'việc này', en: 'such job' };
type Row = NonNullable<Awaited<ReturnType<typeof findJob>>>;

/** The latest jobs that the actor may see. */
export async function jobs(work: Work) {
  require(work.actor, 'jobs.read');
  const rows = await listJobs(work.trx);
  return show(
    work,
    rows.filter((row) => can(work.actor, 'jobs.read', resourceOf(row))),
  );
}

export async function job(work: Work, id: string) {
  require(work.actor, 'jobs.read');
  const row = found(await findJob(work.trx, id), JOB);
  require(work.actor, 'jobs.read', resourceOf(row));
  const [shown] = await show(work, [row]);
  return found(shown, JOB);
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

/** As people see it: how far, how long still, and the files that it left, which are there only when it is done. */
async function show(work: Work, rows: readonly Row[]) {
  const files = await printFilesOf(
    work.trx,
    rows.filter((row) => row.state === 'done').map((row) => row.id),
  );
  const ofJob = Map.groupBy(files, (file) => file.jobId);
  return rows.map((row) => {
    const { id, kind, state, phase, done, total, bytes, fileId, startedAt, finishedAt, createdAt } = row;
    return {
      id,
      kind,
      state,
      phase: state === 'running' ? (phase as JobPhase | null) : null,
      done,
      total,
      bytes,
      secondsLeft: secondsLeft(row, work.now),
      message: row.message as Sentence | null,
      fileId,
      files: (ofJob.get(id) ?? []).map(({ jobId, ...file }) => file),
      createdAt,
      startedAt,
      finishedAt,
    };
  });
}
