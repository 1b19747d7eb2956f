import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { listOffices } from '@gandan/db/access';
import { findJob } from '@gandan/db/jobs';
import { DomainError, found, invalidField, type Sentence } from '@gandan/domain/errors';
import { type Actor, systemActor } from '@gandan/domain/policy';
import { localFileStore } from '../files/local-store.ts';
import { fileLog, filesFolder, type OpenOffice, openDatabase, openOffice } from '../office.ts';
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

/** Runs one command: over the server's database when it runs, else over one that is started and stopped again. */
export async function runCommand(args: readonly string[], options: RunOptions): Promise<VerbResult> {
  const { verb, positionals, values } = understand(args, options.verbs);
  const settings = settingsFor(verb, values.demo === true, options.env);
  const log = fileLog(settings);
  const database = await openDatabase(settings, log);
  let office: OpenOffice | undefined;
  const open = async () => (office ??= await openOffice(settings, { database, log }));
  try {
    return await verb.run({
      positionals,
      values,
      // A package manager changes to the project's folder and keeps the user's in INIT_CWD.
      path: (file) => resolve(options.env.INIT_CWD ?? process.cwd(), file),
      database: { ownerUrl: database.url, files: localFileStore(filesFolder(settings)) },
      deps: async () => (await open()).deps,
      office: async () => chooseOffice(await open(), values.commune),
      finished: async (actor, jobId) => finished(await open(), actor, jobId, options.progress),
    });
  } finally {
    await (office ?? { close: database.release }).close();
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
