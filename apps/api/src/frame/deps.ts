import type { DB } from '@gandan/db/schema';
import { type Work, withActor } from '@gandan/db/work';
import type { Clock } from '@gandan/domain/calendar';
import type { Actor } from '@gandan/domain/policy';
import type { Context } from 'hono';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { Stage } from '../access/stage.ts';
import type { FileStore } from '../files/store.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { unauthenticated } from './errors.ts';

/** What a request carries through the middlewares. */
export interface Env {
  Variables: {
    /** Who is signed in; absent before the session is found, and while it is not yet open. */
    actor?: Actor;
    /** The session that the cookie names, also while a second factor or a new password is still due. */
    session?: { readonly tokenHash: Buffer; readonly accountId: string; readonly stage: Stage };
    /** What the one log line of this request calls it; sent back as X-Request-Id. */
    requestId: string;
  };
}

/** What every feature is given: no singletons, no global database. */
export interface Deps {
  readonly db: Kysely<DB>;
  /** For migrations, the job queue and backups: the role that owns the tables. */
  readonly ownerUrl: string;
  readonly clock: Clock;
  readonly files: FileStore;
  readonly jobs: Jobs;
  /** The address that people type; links and QR codes come from it, never from a Host header. */
  readonly origin: string;
  /** A fictional commune to look around in: no second factor, loudly marked. */
  readonly demo: boolean;
  readonly log: Logger;
  /** Runs a task as the signed-in person of this request, in one transaction. */
  run<T>(c: Context<Env>, task: (work: Work) => Promise<T>): Promise<T>;
  /** Runs a task as somebody: jobs and the command line. */
  as<T>(actor: Actor, task: (work: Work) => Promise<T>): Promise<T>;
}

/** The parts, and the two ways to work with them. */
export function createDeps(parts: Omit<Deps, 'run' | 'as'>): Deps {
  const as: Deps['as'] = (actor, task) => withActor(parts.db, actor, parts.clock, task);
  return {
    ...parts,
    as,
    run(c, task) {
      const actor = c.get('actor');
      if (actor === undefined) throw unauthenticated();
      return as(actor, task);
    },
  };
}
