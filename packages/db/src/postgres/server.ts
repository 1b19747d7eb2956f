import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { isServerDown } from '../connect/index.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import {
  checkVersion,
  type DataFolder,
  dataFolder,
  leaveToOwner,
  newPassword,
  type Postmaster,
  prepareFolder,
  readPostmaster,
  readSecrets,
  writeSecrets,
} from './data-folder.ts';
import { postgresError } from './errors.ts';
import { DATABASE, initialise, run } from './initialise.ts';
import { takeLease, withLock } from './leases.ts';
import { launchAs, serverUser, type User } from './privileges.ts';
import { isAlive, mayBePostgres } from './processes.ts';
import { settingsFile } from './settings.ts';

export interface PostgresOptions {
  /** The office's data folder (`GANDAN_DATA`); the cluster lies in `postgres/` below it. */
  readonly folder: string;
  /** Overrides of single settings, e.g. `{ fsync: 'off' }` for throw-away test clusters. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Told when the server died and was started again. */
  readonly onRestart?: (event: { readonly pid: number; readonly afterMs: number }) => void;
}

export interface PostgresServer {
  /** For the owner of the database `gandan`; stays the same when the server is restarted. */
  readonly url: string;
  /** Whether the server was running already. */
  readonly adopted: boolean;
  /** The process id of the server as of now. */
  pid(): number;
  /** Gives the server back; it stops when no other process uses it. */
  stop(): Promise<void>;
}

const READY_WAIT_MS = 60_000;
const WATCH_MS = 250;
const STOP_WAIT_S = 20;

/**
 * Starts the built-in PostgreSQL of a data folder, or adopts the one that runs there. Watches it: when it is killed it
 * is started again on the same port, and its write-ahead log brings back everything that was acknowledged.
 *
 * @example const server = await startPostgres({ folder: './data' }); … await server.stop();
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const folder = dataFolder(options.folder);
  prepareFolder(folder);
  const binaries = findBinaries();
  const cluster = new Cluster(folder, binaries, options);
  return withLock(folder, () => cluster.open());
}

class Cluster {
  readonly #folder: DataFolder;
  readonly #binaries: Binaries;
  readonly #options: PostgresOptions;
  #user: User | undefined;
  #password = '';
  #current: Postmaster = { pid: 0, port: 0 };
  readonly #stopping = new AbortController();

  constructor(folder: DataFolder, binaries: Binaries, options: PostgresOptions) {
    this.#folder = folder;
    this.#binaries = binaries;
    this.#options = options;
  }

  async open(): Promise<PostgresServer> {
    const secrets = readSecrets(this.#folder);
    this.#password = secrets?.password ?? newPassword();
    this.#user = serverUser(this.#folder.cluster);
    if (existsSync(this.#folder.cluster)) {
      checkVersion(this.#folder);
      if (secrets === undefined) throw passwordLost(this.#folder);
    } else {
      writeSecrets(this.#folder, { password: this.#password, port: 0 });
      await initialise(this.#folder, this.#binaries, this.#user, this.#password);
    }
    const running = this.#running();
    if (running === undefined) await this.#start(await freePort(secrets?.port ?? 0));
    else this.#current = running;
    try {
      await this.#ready(READY_WAIT_MS);
      await this.#createDatabase();
    } catch (error) {
      if (running === undefined && isAlive(this.#current.pid)) process.kill(this.#current.pid, 'SIGINT');
      throw error;
    }
    writeSecrets(this.#folder, { password: this.#password, port: this.#current.port });
    return this.#handle(running !== undefined);
  }

  #handle(adopted: boolean): PostgresServer {
    const lease = takeLease(this.#folder);
    const watching = this.#watch();
    // A last resort for exits that did not await stop(): a signal is all that can be sent synchronously.
    const onExit = () => {
      if (lease.release() && isAlive(this.#current.pid)) process.kill(this.#current.pid, 'SIGINT');
    };
    process.once('exit', onExit);
    return {
      url: this.#url(DATABASE),
      adopted,
      pid: () => this.#current.pid,
      stop: async () => {
        if (this.#stopping.signal.aborted) return;
        this.#stopping.abort();
        process.removeListener('exit', onExit);
        await watching;
        await withLock(this.#folder, async () => {
          if (lease.release()) await this.#shutDown();
        });
      },
    };
  }

  #url(database: string): string {
    return `postgres://${DATABASE}:${this.#password}@127.0.0.1:${this.#current.port}/${database}`;
  }

  #running(): Postmaster | undefined {
    const found = readPostmaster(this.#folder);
    if (found === undefined) return undefined;
    if (mayBePostgres(found.pid)) return found;
    // The server was killed; its id may belong to another program now, which PostgreSQL itself could not tell.
    rmSync(join(this.#folder.cluster, 'postmaster.pid'), { force: true });
    return undefined;
  }

  async #start(port: number): Promise<void> {
    const { cluster } = this.#folder;
    const conf = join(cluster, 'gandan.conf');
    writeFileSync(conf, settingsFile(this.#options.settings ?? {}), { mode: 0o600 });
    mkdirSync(join(cluster, 'log'), { recursive: true, mode: 0o700 });
    if (this.#user !== undefined) {
      for (const path of [conf, join(cluster, 'log')]) chownSync(path, this.#user.uid, this.#user.gid);
    }
    if (process.platform === 'win32') await this.#startOnWindows(port);
    else await this.#startDetached(port);
    this.#current = { pid: this.#current.pid, port };
  }

  /** Of its own session, so that Ctrl-C in the terminal reaches us first and requests can finish. */
  async #startDetached(port: number): Promise<void> {
    const { cluster, root } = this.#folder;
    const launch = launchAs(this.#user, this.#binaries.postgres, cluster);
    const [command = this.#binaries.postgres, ...prefix] = launch.command;
    const logFile = join(root, 'postgres.start.log');
    const log = openSync(logFile, 'w', 0o600);
    leaveToOwner(this.#folder, logFile);
    const child = spawn(command, [...prefix, '-D', cluster, '-p', String(port)], {
      detached: true,
      stdio: ['ignore', log, log],
      cwd: cluster,
      env: { ...process.env, LC_ALL: 'C' },
      ...launch.user,
    });
    closeSync(log);
    await once(child, 'spawn');
    child.unref();
    this.#current = { pid: child.pid ?? 0, port };
  }

  /** pg_ctl gives up administrator rights, which PostgreSQL refuses on Windows as it refuses root elsewhere. */
  async #startOnWindows(port: number): Promise<void> {
    const { cluster, root } = this.#folder;
    const log = join(root, 'postgres.start.log');
    await run(this.#binaries.pgCtl, ['start', '-W', '-D', cluster, '-l', log, '-o', `-p ${port}`], cluster, undefined);
  }

  /** Waits until the server takes our password; a server that recovers from a crash refuses for a while. */
  async #ready(waitMs: number): Promise<void> {
    const deadline = Date.now() + waitMs;
    for (;;) {
      const running = readPostmaster(this.#folder);
      if (running !== undefined && mayBePostgres(running.pid)) this.#current = running;
      const failure = await this.#query('postgres', 'select 1').then(
        () => undefined,
        (error: unknown) => error,
      );
      if (failure === undefined) return;
      const refused = failure instanceof pg.DatabaseError && !isServerDown(failure);
      const dead = this.#current.pid !== 0 && !isAlive(this.#current.pid);
      if (refused || dead || Date.now() > deadline) throw this.#notStarted(failure);
      await pause(40);
    }
  }

  #notStarted(reason: unknown): Error {
    const log = join(this.#folder.root, 'postgres.start.log');
    const said = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-5).join('\n') : '';
    return postgresError(
      'start',
      `PostgreSQL không khởi động được trong ${this.#folder.cluster}: ${String(reason)}\n${said}`,
      `PostgreSQL did not start in ${this.#folder.cluster}: ${String(reason)}\n${said}`,
    );
  }

  async #createDatabase(): Promise<void> {
    const rows = await this.#query('postgres', `select from pg_database where datname = '${DATABASE}'`);
    if (rows === 0) await this.#query('postgres', `create database ${DATABASE}`);
  }

  async #query(database: string, text: string): Promise<number | null> {
    const client = new pg.Client({ connectionString: this.#url(database), connectionTimeoutMillis: 5000 });
    client.on('error', () => {});
    try {
      await client.connect();
      return (await client.query(text)).rowCount;
    } finally {
      await client.end().catch(() => {});
    }
  }

  /** Starts the server again, on its port, for as long as we live and somebody kills it. */
  async #watch(): Promise<void> {
    const { signal } = this.#stopping;
    const rest = (ms: number) => pause(ms, undefined, { ref: false, signal }).catch(() => {});
    while (!signal.aborted) {
      await rest(WATCH_MS);
      if (signal.aborted || isAlive(this.#current.pid)) continue;
      const died = Date.now();
      await withLock(this.#folder, () => this.#revive()).then(
        () => this.#options.onRestart?.({ pid: this.#current.pid, afterMs: Date.now() - died }),
        // The port may be taken or the disk full for a moment: the next round tries again.
        () => rest(1000),
      );
    }
  }

  async #revive(): Promise<void> {
    if (this.#stopping.signal.aborted) return;
    const running = this.#running();
    if (running === undefined) await this.#start(this.#current.port);
    else this.#current = running;
    await this.#ready(READY_WAIT_MS);
  }

  async #shutDown(): Promise<void> {
    if (!isAlive(this.#current.pid)) return;
    const { cluster } = this.#folder;
    const stop = (mode: string, seconds: number) => {
      const args = ['stop', '-D', cluster, '-m', mode, '-t', String(seconds)];
      return run(this.#binaries.pgCtl, args, cluster, this.#user);
    };
    // PostgreSQL 18 may hang when it is asked to stop in the middle of a recovery, so recovery ends first; an immediate
    // stop is the last resort and loses nothing: the next start recovers.
    await this.#ready(STOP_WAIT_S * 1000).catch(() => {});
    await stop('fast', STOP_WAIT_S).catch(() => stop('immediate', STOP_WAIT_S));
    // pg_ctl returns when the pid file is gone; the process itself ends a moment later.
    for (let tries = 0; tries < 100 && isAlive(this.#current.pid); tries++) await pause(20);
  }
}

function passwordLost(folder: DataFolder): Error {
  return postgresError(
    'password',
    `Có dữ liệu trong ${folder.cluster} nhưng thiếu tệp mật khẩu ${join(folder.root, 'postgres.json')}. Hãy khôi phục tệp này (cùng thư mục dữ liệu cũ) rồi khởi động lại.`,
    `There are data in ${folder.cluster}, but the password file ${join(folder.root, 'postgres.json')} is missing. Bring it back from the old data folder and start again.`,
  );
}

/** The wanted port when it is free, else one that the system gives. */
async function freePort(wanted: number): Promise<number> {
  const tryPort = (port: number) =>
    new Promise<number | undefined>((done) => {
      const probe = createServer();
      probe.once('error', () => done(undefined));
      probe.listen(port, '127.0.0.1', () => {
        const address = probe.address();
        const got = typeof address === 'object' && address !== null ? address.port : undefined;
        probe.close(() => done(got));
      });
    });
  return (await tryPort(wanted)) ?? (await tryPort(0)) ?? 0;
}
