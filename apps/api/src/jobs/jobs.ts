import type { Work } from '@gandan/db/work';
import type { Sentence } from '@gandan/domain/errors';
import type { Actor } from '@gandan/domain/policy';

/** Long work that shows how far it is, can be cancelled, and is picked up again after a crash. */
export const JOB_KINDS = ['print-packets', 'print-self-forms', 'import-households'] as const;
export type JobKind = (typeof JOB_KINDS)[number];

/** Steps of printing: giving out numbers, drawing the pages, keeping the files and entering the ledger. */
export type JobPhase = 'numbering' | 'drawing' | 'storing';

/** What the handler of a kind holds while its job runs. */
export interface RunningJob {
  readonly id: string;
  readonly communeId: string;
  readonly params: unknown;
  /** Who started it: the handler works with this person's rights. */
  readonly actor: Actor;
  /** Aborts when somebody cancels the job or the server stops. */
  readonly signal: AbortSignal;
  readonly cancelled: boolean;
  /** Runs a task in one transaction as the person who started the job. */
  run<T>(task: (work: Work) => Promise<T>): Promise<T>;
  /** Tells how far it is, and how many bytes it has written; cheap to call often. */
  progress(done: number, total?: number, bytes?: number): Promise<void>;
  /** Tells which step begins; fails when somebody cancelled the job meanwhile. */
  phase(phase: JobPhase): Promise<void>;
  /** The last step, in the same transaction as the job's last change, so that a crash cannot do it twice. */
  finish(work: Work, result?: { fileId?: string; bytes?: number; message?: Sentence }): Promise<void>;
}

/** A handler must be idempotent: after a crash it runs again from the start, with the same params. */
export type JobHandler = (job: RunningJob) => Promise<void>;

/** The queue of long work. */
export interface Jobs {
  /** Says what does the work of a kind; called while the app is put together. */
  register(kind: JobKind, handler: JobHandler): void;
  /** Adds the job's row in this transaction; it starts when that has committed. */
  start(work: Work, kind: JobKind, params: unknown, total: number): Promise<string>;
}
