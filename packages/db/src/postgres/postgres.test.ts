import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type PostgresServer, startPostgres } from './index.ts';
import { isAlive } from './processes.ts';

const AS_ROOT = process.getuid?.() === 0;

describe('the built-in PostgreSQL', () => {
  let stopped: string;
  let folder: string;
  const running: PostgresServer[] = [];
  /** Most tests begin with a data folder that was used before: making one takes seconds, copying it does not. */
  beforeAll(async () => {
    stopped = mkdtempSync(join(tmpdir(), 'gandan-launcher-'));
    await (await startPostgres({ folder: stopped })).stop();
  });
  afterAll(() => rmSync(stopped, { recursive: true, force: true }));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gandan-launcher-'));
  });
  afterEach(async () => {
    for (const server of running.splice(0)) await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const usedBefore = () => {
    // With its owner, who is not us when we are root.
    spawnSync('cp', ['-a', `${stopped}/.`, folder]);
  };
  const start = async (where = folder) => {
    const server = await startPostgres({ folder: where });
    running.push(server);
    return server;
  };

  it('starts from nothing: UTF-8, the same order of text everywhere, safe settings, a password only we can read', async () => {
    const server = await start();
    const [row] = await query(
      server.url,
      `select datlocprovider as provider, datlocale as locale, pg_encoding_to_char(encoding) as encoding,
        current_setting('fsync') as fsync, current_setting('listen_addresses') as address,
        current_setting('data_checksums') as checksums from pg_database where datname = 'gandan'`,
    );
    expect(row).toEqual({
      provider: 'b',
      locale: 'C.UTF-8',
      encoding: 'UTF8',
      fsync: 'on',
      address: '127.0.0.1',
      checksums: 'on',
    });
    expect(statSync(join(folder, 'postgres.json')).mode & 0o777).toBe(0o600);
    const wrong = new URL(server.url);
    wrong.password = 'guess';
    await expect(query(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/);
  });

  it.runIf(AS_ROOT)('never runs as root', async () => {
    usedBefore();
    const server = await start();
    expect(statSync(`/proc/${server.pid()}`).uid).not.toBe(0);
  });

  it('stops without leaving a process, and the next start finds the data and the port again', async () => {
    usedBefore();
    const first = await start();
    await query(first.url, 'create table kept (n int); insert into kept values (7)');
    const pid = first.pid();
    await first.stop();
    expect(isAlive(pid)).toBe(false);
    const second = await start();
    expect(second.adopted).toBe(false);
    expect(second.url).toBe(first.url);
    expect(await query(second.url, 'select n from kept')).toEqual([{ n: 7 }]);
  });

  it('is shared by two users of one folder; the last one to leave stops it', async () => {
    usedBefore();
    const first = await start();
    const second = await start();
    expect(second.adopted).toBe(true);
    expect(second.pid()).toBe(first.pid());
    await first.stop();
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await second.stop();
    expect(isAlive(second.pid())).toBe(false);
  });

  it('is adopted when the process that started it was killed, and stopped by the one that adopted it', async () => {
    usedBefore();
    const launcher = spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `const { startPostgres } = await import(process.argv[1]);
        const server = await startPostgres({ folder: process.argv[2] }); console.log(server.pid());
        setInterval(() => {}, 1000);`,
        join(import.meta.dirname, 'index.ts'),
        folder,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const [said] = await once(launcher.stdout, 'data');
    launcher.kill('SIGKILL');
    await once(launcher, 'exit');
    const server = await start();
    expect(server.adopted).toBe(true);
    expect(server.pid()).toBe(Number(said));
    await server.stop();
    expect(isAlive(Number(said))).toBe(false);
  });

  it('refuses the data folder of another major version and touches nothing', async () => {
    usedBefore();
    const file = join(folder, 'postgres', 'PG_VERSION');
    writeFileSync(file, '17\n');
    await expect(start()).rejects.toMatchObject({ code: 'postgres.version', sentence: { vi: /PostgreSQL 17/ } });
    expect(readFileSync(file, 'utf8')).toBe('17\n');
  });

  it('refuses a folder whose password is lost, in words that help', async () => {
    usedBefore();
    rmSync(join(folder, 'postgres.json'));
    await expect(start()).rejects.toMatchObject({ code: 'postgres.password' });
  });

  it('is not fooled by what a crash left: half-made files, a lock, a process id that now belongs to another program', async () => {
    usedBefore();
    mkdirSync(join(folder, 'postgres.new'));
    writeFileSync(join(folder, 'postgres.lock'), '999999 1');
    writeFileSync(join(folder, 'postgres', 'postmaster.pid'), `${process.pid}\n${folder}\n1\n5432\n`);
    const server = await start();
    expect(server.adopted).toBe(false);
  });

  it('moves to another port when its own is taken', async () => {
    usedBefore();
    const first = await start();
    await first.stop();
    const { port } = new URL(first.url);
    const squatter = createServer().listen(Number(port), '127.0.0.1');
    await once(squatter, 'listening');
    const second = await start();
    expect(new URL(second.url).port).not.toBe(port);
    squatter.close();
  });

  it('can be begun again after its first start was cut off', async () => {
    mkdirSync(join(folder, 'postgres.new'));
    writeFileSync(join(folder, 'postgres.new', 'PG_VERSION'), '18\n');
    await start();
    expect(existsSync(join(folder, 'postgres.new'))).toBe(false);
  });

  it.runIf(AS_ROOT)('leaves an ordinary user’s folder his own when root starts it once', async () => {
    usedBefore();
    const user = 65534;
    spawnSync('chown', ['-R', `${user}:${user}`, folder]);
    // Another port than the one kept, so that the file is written anew.
    const secrets = join(folder, 'postgres.json');
    writeFileSync(secrets, JSON.stringify({ ...JSON.parse(readFileSync(secrets, 'utf8')), port: 0 }));
    const server = await start();
    expect(statSync(`/proc/${server.pid()}`).uid).toBe(user);
    await server.stop();
    for (const name of ['postgres', 'postgres.json', 'postgres.start.log']) {
      expect(statSync(join(folder, name)).uid, name).toBe(user);
    }
  });

  it.runIf(AS_ROOT)('works in a folder that only root may enter', async () => {
    const locked = join(folder, 'locked');
    mkdirSync(locked, { mode: 0o700 });
    chmodSync(locked, 0o700);
    const server = await start(join(locked, 'data'));
    expect(statSync(`/proc/${server.pid()}`).uid).not.toBe(0);
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const result = await client.query(text);
    return result.rows;
  } finally {
    await client.end();
  }
}
