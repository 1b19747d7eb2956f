import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DomainError, found, invalidField, type Sentence } from '@gandan/domain/errors';
import { type Actor, systemActor } from '@gandan/domain/policy';
import type { DatabaseInUse, OpenOffice } from '../office.ts';
import { readSettings, type Settings } from '../settings.ts';
import { understand } from './command-line.ts';
import type { Verb, VerbResult } from './verb.ts';

const POLL_MS = 150;

export interface RunOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly verbs: readonly Verb[];
  /** Told while one waits, for people only. */
  readonly progress: (sentence: Sentence) => void;
}

/**
 * Runs one command: over the server's database when it runs, else over one that is started and stopped again. A verb
 * that asks for no database (compile, convert, scan) never loads what would open one.
 */
export async function runCommand(args: readonly string[], options: RunOptions): Promise<VerbResult> {
  const { verb, positionals, values } = understand(args, options.verbs);
  const { run } = await verb.load();
  const house = new House(settingsFor(verb, values.demo === true, options.env));
  try {
    return await run({
      positionals,
      values,
      // A package manager changes to the project's folder and keeps the user's in INIT_CWD.
      path: (file) => resolve(options.env.INIT_CWD ?? process.cwd(), file),
      database: () => house.database(),
      deps: async () => (await house.office()).deps,
      office: async () => chooseOffice(await house.office(), values.commune),
      finished: async (actor, jobId) => finished(await house.office(), actor, jobId, options.progress),
    });
  } finally {
    await house.close();
  }
}

/** What a verb has asked to open so far. */
class House {
  readonly #settings: Settings;
  #database: DatabaseInUse | undefined;
  #office: OpenOffice | undefined;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  async database() {
    const { openDatabase, fileLog, filesFolder } = await import('../office.ts');
    const { localFileStore } = await import('../files/local-store.ts');
    this.#database ??= await openDatabase(this.#settings, fileLog(this.#settings));
    return { ownerUrl: this.#database.url, files: localFileStore(filesFolder(this.#settings)) };
  }

  async office(): Promise<OpenOffice> {
    await this.database();
    const { openOffice } = await import('../office.ts');
    this.#office ??= await openOffice(this.#settings, this.#database === undefined ? {} : { database: this.#database });
    return this.#office;
  }

  async close(): Promise<void> {
    await (this.#office?.close() ?? this.#database?.release());
  }
}

/** The office's data folder; the demo's when it is asked for, or when there is nothing else. */
function settingsFor(verb: Verb, demo: boolean, env: NodeJS.ProcessEnv): Settings {
  const real = readSettings(env, { demo: false });
  const trial = readSettings(env, { demo: true });
  if (demo) return trial;
  const exists = (settings: Settings) => existsSync(join(settings.dataFolder, 'postgres'));
  const onlyTrial = real.databaseUrl === undefined && verb.intoEmpty !== true && !exists(real) && exists(trial);
  return onlyTrial ? trial : real;
}

async function chooseOffice({ deps }: OpenOffice, code: string | boolean | undefined): Promise<Actor> {
  const { listOffices } = await import('@gandan/db/access');
  const offices = await listOffices(deps.db);
  const wanted = typeof code === 'string' ? offices.filter((office) => office.communeId === code) : offices;
  const [only] = wanted;
  if (only !== undefined && wanted.length === 1) return systemActor(only.communeId);
  const list = offices.map((office) => `${office.communeId} ${office.name}`).join(', ');
  if (offices.length === 0) {
    throw new DomainError('not-found', 'office.none', {
      vi: 'Chưa có văn phòng nào trong cơ sở dữ liệu này. Hãy chạy "start" và thiết lập trước.',
      en: 'There is no office in this database yet. Run "start" and set it up first.',
    });
  }
  throw invalidField('commune', 'office.choose', {
    vi: `Hãy nêu xã bằng --commune MÃ, một trong: ${list}.`,
    en: `Name the commune with --commune CODE, one of: ${list}.`,
  });
}

/** Works on the queue with the server, whoever is first, until the job is done. */
async function finished(office: OpenOffice, actor: Actor, jobId: string, progress: RunOptions['progress']) {
  const { findJob } = await import('@gandan/db/jobs');
  await office.openJobs();
  let shown = -1;
  for (;;) {
    const job = found(await office.deps.as(actor, (work) => findJob(work.trx, jobId)), {
      vi: 'việc này',
      en: 'such job',
    });
    if (job.state === 'done') return { fileId: job.fileId };
    if (job.state === 'failed' || job.state === 'cancelled') throw failed(job.message as Sentence | null);
    if (job.done !== shown && job.total > 0) {
      shown = job.done;
      progress({ vi: `${job.done}/${job.total}`, en: `${job.done}/${job.total}` });
    }
    await pause(POLL_MS);
  }
}

const failed = (message: Sentence | null) =>
  new DomainError(
    'conflict',
    'job.failed',
    message ?? { vi: 'Việc này đã bị hủy trước khi xong.', en: 'This was cancelled before it was done.' },
  );
