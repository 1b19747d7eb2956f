import { insertJob, unfinishedJobs } from '@gandan/db/jobs';
import { communeOf } from '../files/local-store.ts';
import type { Deps } from '../frame/deps.ts';
import type { JobHandler, JobKind, Jobs } from './jobs.ts';
import { runJob } from './run-job.ts';

/** The queue of this process. */
export interface JobQueue extends Jobs {
  /** Runs everything that is queued, here and now, one after the other: for tests. */
  drain(): Promise<void>;
  /** Takes no new job, asks the running ones to stop (they are picked up again), and waits for them. */
  stop(): Promise<void>;
}

export function createJobs(parts: Pick<Deps, 'db' | 'ownerUrl' | 'clock' | 'log'>): JobQueue {
  const handlers = new Map<JobKind, JobHandler>();
  const stopping = new AbortController();
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
      return id;
    },
    async drain() {
      for (const name of await unfinishedJobs(parts.db, ['queued'])) {
        await runJob({ ...parts, handlers }, name, { again: false, stopping: stopping.signal });
      }
    },
    async stop() {
      stopping.abort();
    },
  };
}
