import { findActorColumns } from '@gandan/db/access';
import { isServerDown } from '@gandan/db/connect';
import { changeJob, findJob } from '@gandan/db/jobs';
import { withActor, withoutActor } from '@gandan/db/work';
import { DomainError, type Sentence } from '@gandan/domain/errors';
import { type Actor, SYSTEM_ACCOUNT, systemActor } from '@gandan/domain/policy';
import { actorOf } from '../access/actor.ts';
import type { Deps } from '../frame/deps.ts';
import type { JobHandler, JobKind, RunningJob } from './jobs.ts';

export type JobParts = Pick<Deps, 'db' | 'clock' | 'log'> & { readonly handlers: ReadonlyMap<JobKind, JobHandler> };
export interface JobName {
  readonly communeId: string;
  readonly id: string;
}

// Progress is shown to people: more often than this nobody sees it.
const PROGRESS_MS = 250;

const STOPPED = Symbol('the server stops');

/**
 * Runs one job to its end. `again`: an earlier attempt died with its process, so a row that says "running" is taken too.
 * Throws only when the server stops or the database is away: the queue then gives the job out again.
 */
export async function runJob(
  parts: JobParts,
  name: JobName,
  { again, stopping }: { again: boolean; stopping: AbortSignal },
): Promise<void> {
  const asSystem = <T>(task: Parameters<typeof withActor<T>>[3]) =>
    withActor(parts.db, systemActor(name.communeId), parts.clock, task);

  const row = await asSystem(async (work) => {
    const from = again ? ['queued', 'running'] : ['queued'];
    const claimed = await changeJob(work.trx, name.id, from, {
      state: 'running',
      startedAt: work.now,
      done: 0,
      bytes: 0,
    });
    return claimed ? findJob(work.trx, name.id) : undefined;
  });
  if (row === undefined) return;

  const cancel = new AbortController();
  const signal = AbortSignal.any([cancel.signal, stopping]);
  let shownAt = 0;
  const actor = await startedBy(parts, row.createdBy, name.communeId);
  const job: RunningJob = {
    ...name,
    params: row.params,
    actor,
    signal,
    get cancelled() {
      return signal.aborted;
    },
    run(task) {
      if (stopping.aborted) throw STOPPED;
      return withActor(parts.db, actor, parts.clock, task);
    },
    async progress(done, total, bytes) {
      if (Date.now() - shownAt < PROGRESS_MS && done !== total) return;
      shownAt = Date.now();
      const far = { done, ...(total === undefined ? {} : { total }), ...(bytes === undefined ? {} : { bytes }) };
      if (!(await asSystem((work) => changeJob(work.trx, name.id, ['running'], far)))) cancel.abort();
    },
    async phase(phase) {
      if (await asSystem((work) => changeJob(work.trx, name.id, ['running'], { phase }))) return;
      cancel.abort();
      throw cancelledError();
    },
    async finish(work, result = {}) {
      const change = {
        state: 'done',
        // The end of the work, not of the transaction's beginning.
        finishedAt: parts.clock.now(),
        ...(result.fileId === undefined ? {} : { fileId: result.fileId }),
        ...(result.bytes === undefined ? {} : { bytes: result.bytes }),
        ...(result.message === undefined ? {} : { message: result.message }),
      };
      if (!(await changeJob(work.trx, name.id, ['running'], change))) throw cancelledError();
    },
  };

  try {
    const handler = parts.handlers.get(row.kind as JobKind);
    if (handler === undefined) throw new Error(`no handler for jobs of kind ${row.kind}`);
    await handler(job);
    await asSystem((work) => changeJob(work.trx, name.id, ['running'], { state: 'done', finishedAt: work.now }));
  } catch (error) {
    // What was committed is picked up again; when the database is back the queue gives the job out again.
    if (stopping.aborted || isServerDown(error)) throw error;
    if (!(error instanceof DomainError))
      parts.log.error({ event: 'job.defect', job: name.id, kind: row.kind, err: error });
    await asSystem((work) =>
      changeJob(work.trx, name.id, ['running'], {
        state: 'failed',
        finishedAt: work.now,
        message: sentenceOf(error),
      }),
    );
  }
}

async function startedBy(parts: JobParts, accountId: string | null, communeId: string): Promise<Actor> {
  if (accountId === null || accountId === SYSTEM_ACCOUNT) return systemActor(communeId);
  return withoutActor(parts.db, parts.clock, async (work) => {
    const columns = await findActorColumns(work.trx, accountId);
    // An account that was disabled meanwhile sees nothing any more; its job fails at its first look.
    return columns === undefined ? { ...systemActor(''), userId: accountId, role: 'auditor' } : actorOf(work, columns);
  });
}

function sentenceOf(error: unknown): Sentence {
  if (error instanceof DomainError) return error.sentence;
  return {
    vi: 'Việc này dừng lại vì một lỗi ngoài dự kiến. Chưa có gì được lưu nửa chừng; hãy thử lại hoặc báo người quản trị.',
    en: 'This stopped because of an unexpected error. Nothing is half stored; try again or tell the administrator.',
  };
}

const cancelledError = () =>
  new DomainError('conflict', 'job.cancelled', {
    vi: 'Việc này đã bị hủy trước khi xong.',
    en: 'This was cancelled before it was done.',
  });
