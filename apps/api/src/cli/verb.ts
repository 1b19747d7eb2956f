import type { ParseArgsOptionsConfig } from 'node:util';
import type { Sentence } from '@gandan/domain/errors';
import type { Actor } from '@gandan/domain/policy';
import type { FileStore } from '../files/store.ts';
import type { Deps } from '../frame/deps.ts';

/** What a verb found on the command line. */
export interface VerbInput {
  /** What stands after the verb: `FILE` of `import households FILE`. */
  readonly positionals: readonly string[];
  /** `--commune 28987` → `values.commune`; an option that was not given is undefined. */
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  /** A file named on the command line, as an absolute path from where the user stands. */
  path(file: string): string;
  /** The database as it is found, not yet brought to this release: for backup and restore. Opened when asked for. */
  database(): Promise<{ readonly ownerUrl: string; readonly files: FileStore }>;
  /** Everything that the services need, over a migrated database. */
  deps(): Promise<Deps>;
  /** Who works: the office named by `--commune`, or the only one. Refuses with the list when there are several. */
  office(): Promise<Actor>;
  /** Waits for a job and tells how far it is on the way; a failed job is thrown as its sentence. Gives its file's id. */
  finished(actor: Actor, jobId: string): Promise<{ fileId: string | null }>;
}

/** What a verb says at its end: a sentence for people, data for `--json`. */
export interface VerbResult {
  readonly sentence: Sentence;
  readonly data?: Readonly<Record<string, unknown>>;
}

/**
 * What a verb does, thin over the services that the routes use; lives in a file of its own. Refusals are thrown as
 * DomainError.
 *
 * @example
 * export const run: Run = async ({ deps, office }) => {
 *   const { as } = await deps();
 *   const count = await as(await office(), (work) => countHouseholds(work));
 *   return { sentence: { vi: `Có ${count} hộ.`, en: `${count} households.` }, data: { count } };
 * };
 */
export type Run = (input: VerbInput) => Promise<VerbResult>;

/** One verb of `pnpm gandan`, as its help tells it; `--json`, `--commune` and `--demo` are every verb's. */
export interface Verb {
  /** As it is typed: `import households`. */
  readonly name: string;
  /** `import households FILE.xlsx|csv [--commune CODE]` */
  readonly usage: string;
  readonly summary: Sentence;
  readonly options?: ParseArgsOptionsConfig;
  /** How many positionals there must be, or at least one. */
  readonly positionals: number | 'some';
  /** Works on an empty database too, and never on the demo's unless told so (restore). */
  readonly intoEmpty?: boolean;
  load(): Promise<{ readonly run: Run }>;
}
