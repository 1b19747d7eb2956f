import { mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deleteSessionsBefore, forgetFailuresBefore, officesPresent } from '@gandan/db/access';
import { connect } from '@gandan/db/connect';
import { migrate } from '@gandan/db/migrations';
import { startPostgres } from '@gandan/db/postgres';
import { withoutActor } from '@gandan/db/work';
import { type Clock, systemClock } from '@gandan/domain/calendar';
import { DomainError } from '@gandan/domain/errors';
import { type Logger, pino } from 'pino';
import { ABSOLUTE_MS, IDLE_MS } from './access/session-middleware.ts';
import { createApp } from './app.ts';
import { localFileStore } from './files/local-store.ts';
import { createDeps, type Deps } from './frame/deps.ts';
import { createJobs } from './jobs/queue.ts';
import type { Settings } from './settings.ts';

const LOG_BYTES = 100 * 1024 * 1024;

/** Everything that a process of the product holds open: the server and the command line open the same. */
export interface OpenOffice {
  readonly deps: Deps;
  readonly app: ReturnType<typeof createApp>;
  /** Takes jobs; the command line does too while it waits for one. */
  openJobs(): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseInUse {
  /** The owner's connection string. */
  readonly url: string;
  release(): Promise<void>;
}

/** The database of these settings: an existing one, or the built-in server, started or adopted. */
export async function openDatabase(settings: Settings, log: Logger): Promise<DatabaseInUse> {
  if (settings.databaseUrl !== undefined) return { url: settings.databaseUrl, release: async () => {} };
  const server = await startPostgres({
    folder: settings.dataFolder,
    onRestart: (event) => log.warn({ event: 'postgres.restarted', ...event }),
  });
  return { url: server.url, release: () => server.stop() };
}

/** Opens database, files, jobs and the app. `log` goes to `gandan.log` in the data folder unless another is given. */
export async function openOffice(
  settings: Settings,
  options: { clock?: Clock; log?: Logger; database?: DatabaseInUse } = {},
): Promise<OpenOffice> {
  const { clock = systemClock, log = fileLog(settings) } = options;
  const database = options.database ?? (await openDatabase(settings, log));
  try {
    await migrate(database.url);
    const db = connect(database.url);
    const jobs = createJobs({ db, ownerUrl: database.url, clock, log });
    const deps = createDeps({
      db,
      ownerUrl: database.url,
      clock,
      files: localFileStore(filesFolder(settings)),
      jobs,
      origin: settings.origin,
      demo: settings.demo,
      log,
    });
    const app = createApp(deps);
    const sweeping = setInterval(() => forget(deps).catch(() => {}), 3_600_000).unref();
    const close = async () => {
      clearInterval(sweeping);
      await jobs.stop();
      await db.destroy();
      await database.release();
    };
    return { deps, app, openJobs: () => jobs.open(), close };
  } catch (error) {
    await database.release();
    throw error;
  }
}

/** Where stored files lie. */
export const filesFolder = (settings: Settings): string => join(settings.dataFolder, 'files');

/** The log of one process: one JSON line an event, nothing personal in it. */
export function fileLog(settings: Settings): Logger {
  mkdirSync(settings.dataFolder, { recursive: true, mode: 0o700 });
  const path = join(settings.dataFolder, 'gandan.log');
  // A year of an office is about this much; one older file is kept.
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES) renameSync(path, `${path}.old`);
  return pino(
    { base: { pid: process.pid }, redact: ['password', '*.password', 'cookie', 'authorization', '*.connectionString'] },
    pino.destination({ dest: path, mode: 0o600, sync: true }),
  );
}

/** Sessions that ended and failures that nobody remembers are not kept. */
async function forget({ db, clock }: Deps): Promise<void> {
  await withoutActor(db, clock, async ({ trx, now }) => {
    await deleteSessionsBefore(trx, new Date(now.getTime() - IDLE_MS), new Date(now.getTime() - ABSOLUTE_MS));
    await forgetFailuresBefore(trx, new Date(now.getTime() - 86_400_000));
  });
}

/** The demo asks for no second factor and prints its passwords: neither may ever meet real records. */
export async function refuseMixture({ db, demo }: Deps): Promise<void> {
  const present = await officesPresent(db);
  if (demo && present.real) {
    throw new DomainError('conflict', 'demo.real-data', {
      vi: 'Cơ sở dữ liệu này có dữ liệu thật nên không chạy được bản dùng thử trên đó. Hãy dùng lệnh "start", hoặc thư mục dữ liệu khác.',
      en: 'This database holds real records, so the demo does not run on it. Use "start", or another data folder.',
    });
  }
  if (!demo && present.demo) {
    throw new DomainError('conflict', 'demo.demo-data', {
      vi: 'Cơ sở dữ liệu này là của bản dùng thử (mật khẩu ai cũng biết). Hãy dùng lệnh "demo", hoặc thư mục dữ liệu khác cho văn phòng thật.',
      en: 'This database is the demo’s (everybody knows its passwords). Use "demo", or another data folder for a real office.',
    });
  }
}
