import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const MAIN = join(import.meta.dirname, 'main.ts');
const CLI = join(import.meta.dirname, 'cli.ts');

describe('starting and stopping', { timeout: 180_000 }, () => {
  let folder: string;
  let port: number;
  const started: ChildProcess[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gandan-main-'));
    port = await freePort();
  });
  afterAll(async () => {
    for (const child of started) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  /** A program of ours with this data folder; `said` is what it printed so far. */
  const run = (file: string, args: string[] = [], env: Record<string, string> = {}) => {
    const child = spawn(process.execPath, [file, ...args], {
      env: { ...process.env, PORT: String(port), GANDAN_DATA: folder, DATABASE_URL: '', GANDAN_ORIGIN: '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    started.push(child);
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
    }
    const ended = once(child, 'exit').then(([code]) => code as number | null);
    return { child, ended, said: () => text };
  };
  const health = () =>
    fetch(`http://localhost:${port}/api/health`).then(
      (answer) => answer.status,
      () => 0,
    );
  const until = async (what: () => Promise<boolean> | boolean) => {
    const deadline = Date.now() + 90_000;
    while (!(await what()) && Date.now() < deadline) await pause(100);
    expect(await what()).toBe(true);
  };
  const databasePid = async () =>
    Number((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
  const isAlive = (pid: number) => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };

  it('prints the setup code, refuses a second start in words, survives its database being killed, and leaves nothing behind', async () => {
    const first = run(MAIN);
    await until(async () => (await health()) === 200);
    await until(() => /([A-Z2-9]{4}-){3}[A-Z2-9]{4}/.test(first.said()));
    expect(first.said()).toContain(`http://localhost:${port}`);

    const second = run(MAIN, [], { GANDAN_DATA: join(folder, 'second') });
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain(`Cổng ${port} đang có chương trình khác dùng`);
    expect(await readdir(folder)).not.toContain('second');

    const killed = await databasePid();
    process.kill(killed, 'SIGKILL');
    await until(async () => (await health()) === 200);
    await until(async () => (await databasePid()) !== killed);

    // The command line uses the running server's database and leaves it running.
    const backup = run(CLI, ['backup', join(folder, 'b.gandan'), '--json']);
    expect(await backup.ended).toBe(0);
    expect(JSON.parse(backup.said())).toMatchObject({ ok: true });
    expect(await health()).toBe(200);

    const database = await databasePid();
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    // An adopted server's remains are collected by the system, a moment later.
    await until(() => !isAlive(database));
  });

  it('keeps what a kill -9 of the server left, and stops the database that it adopts', async () => {
    const first = run(MAIN);
    await until(async () => (await health()) === 200);
    const database = await databasePid();
    first.child.kill('SIGKILL');
    await first.ended;
    const again = run(MAIN);
    await until(async () => (await health()) === 200);
    again.child.kill('SIGINT');
    expect(await again.ended).toBe(0);
    // An adopted server's remains are collected by the system, a moment later.
    await until(() => !isAlive(database));
  });
});

/** Below the ports that the system lends to outgoing connections: one of those may be taken again before it is used. */
function freePort(): Promise<number> {
  const port = 20_000 + Math.floor(Math.random() * 10_000);
  return new Promise((found) => {
    const probe = createServer();
    probe.once('error', () => found(freePort()));
    probe.listen(port, '127.0.0.1', () => probe.close(() => found(port)));
  });
}
