import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../apps/api/src/main.ts');
const START_LIMIT_MS = 120_000;

/** The product as its user runs it: a process of its own, a data folder of its own, a port of its own. */
export interface RunningProduct {
  readonly origin: string;
  readonly dataFolder: string;
  /** Everything it printed so far: the address, the setup code or the demo's sign-ins. */
  printed(): string;
  /** kill -9 of the server process only; `startAgain` comes back on the same port and data. */
  kill(): Promise<void>;
  startAgain(): Promise<void>;
  /** Ctrl-C, then the data folder goes. */
  stop(): Promise<void>;
}

export async function startProduct(options: { demo?: boolean } = {}): Promise<RunningProduct> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'gandan-e2e-'));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  let output = '';
  let child: ChildProcess;

  const launch = async () => {
    child = spawn(process.execPath, [MAIN, ...(options.demo ? ['--demo'] : [])], {
      env: { ...process.env, PORT: String(port), GANDAN_DATA: dataFolder, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const collect = (chunk: Buffer) => {
      output += chunk.toString('utf8');
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    await untilHealthy(origin, child, () => output);
  };

  await launch();
  return {
    origin,
    dataFolder,
    printed: () => output,
    async kill() {
      await ended(child, 'SIGKILL');
    },
    startAgain: launch,
    async stop() {
      await ended(child, 'SIGINT');
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

async function untilHealthy(origin: string, child: ChildProcess, output: () => string): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The server ended with code ${child.exitCode}:\n${output()}`);
    const answer = await fetch(`${origin}/api/health`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The server was not ready after ${START_LIMIT_MS / 1000} s:\n${output()}`);
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}

/** Below the ports that the system lends to outgoing connections: one of those may be taken again before it is used. */
function freePort(): Promise<number> {
  const port = 20_000 + Math.floor(Math.random() * 10_000);
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(freePort()));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(port)));
  });
}
