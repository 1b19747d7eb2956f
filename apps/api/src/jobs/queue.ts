import { insertJob, jobsInState } from '@gandan/db/jobs';
import { communeOf } from '@gandan/domain/policy';
import { PgBoss } from 'pg-boss';
import type { Deps } from '../frame/deps.ts';
import type { JobHandler, JobKind, Jobs } from './jobs.ts';
import { type JobName, runJob } from './run-job.ts';

/** The queue of this process. */
export interface JobQueue extends Jobs {
  /** Takes jobs from now on, its own and those that a dead process left behind. */
  open(): Promise<void>;
  /** Runs everything that is queued, here and now, one after the other: for tests. */
  drain(): Promise<void>;
  /** Takes no new job, asks the running ones to stop (they are picked up again), and waits for them. */
  stop(): Promise<void>;
}

const SCHEMA = 'pgboss';
const QUEUE = 'jobs';
// A process that has not been heard of for so long is dead; its job is given out again. pg-boss allows no less than 10.
const HEARTBEAT_S = 10;
const LONGEST_JOB_S = 6 * 3600;
const RETRIES = 5;
// After a commit the row is there at once; the sweep finds what other processes and a crash in between left.
const AFTER_COMMIT_MS = 40;
const SWEEP_MS = 2000;

/**
 * Jobs are rows of ours (what people see, in the transaction that asked for the work) and messages of pg-boss (who does
 * it, and again when he dies). The row comes first, so nothing that was acknowledged is lost.
 */
export function createJobs(parts: Pick<Deps, 'db' | 'ownerUrl' | 'clock' | 'log'>): JobQueue {
  const handlers = new Map<JobKind, JobHandler>();
  const stopping = new AbortController();
  let boss: PgBoss | undefined;
  let sweeping: NodeJS.Timeout | undefined;
  let sweep: Promise<void> = Promise.resolve();

  const run = (name: JobName, again: boolean) =>
    runJob({ ...parts, handlers }, name, { again, stopping: stopping.signal });

  /** Gives every queued row to pg-boss; one that it has already is not given twice. */
  const dispatch = () => {
    sweep = sweep.then(async () => {
      if (boss === undefined || stopping.signal.aborted) return;
      try {
        for (const name of await jobsInState(parts.db, ['queued'])) await boss.send(QUEUE, name, { id: name.id });
      } catch (error) {
        parts.log.warn({ event: 'jobs.sweep', err: error });
      }
    });
    return sweep;
  };

  return {
    register(kind, handler) {
      handlers.set(kind, handler);
    },
    async start(work, kind, params, total) {
      const id = work.newId();
      await insertJob(work.trx, {
        communeId: communeOf(work),
        id,
        kind,
        state: 'queued',
        params,
        total,
        createdBy: work.actor.userId,
        createdAt: work.now,
      });
      if (boss !== undefined) setTimeout(dispatch, AFTER_COMMIT_MS).unref();
      return id;
    },
    async open() {
      boss = new PgBoss({
        connectionString: parts.ownerUrl,
        schema: SCHEMA,
        application_name: 'gandan-jobs',
        max: 4,
        schedule: false,
        monitorIntervalSeconds: 2,
        superviseIntervalSeconds: 2,
        queueCacheIntervalSeconds: 5,
      });
      boss.on('error', (error) => parts.log.warn({ event: 'jobs.queue', err: error }));
      await boss.start();
      await boss.createQueue(QUEUE, {
        retryLimit: RETRIES,
        retryDelay: 1,
        heartbeatSeconds: HEARTBEAT_S,
        expireInSeconds: LONGEST_JOB_S,
      });
      await boss.work<JobName>(QUEUE, { pollingIntervalSeconds: 0.5, batchSize: 1 }, async ([job]) => {
        if (job !== undefined) await run(job.data, job.retryCount > 0);
      });
      await dispatch();
      sweeping = setInterval(dispatch, SWEEP_MS).unref();
    },
    async drain() {
      for (const name of await jobsInState(parts.db, ['queued'])) await run(name, false);
    },
    async stop() {
      stopping.abort();
      clearInterval(sweeping);
      await sweep;
      await boss?.stop({ graceful: true, timeout: 8000, close: true });
      boss = undefined;
    },
  };
}
