/**
 * How long until the app can be opened: the README's demo command on a fresh clone with an empty HOME (install, build,
 * database, fictional commune), and the same command again. Needs the package registry for the first.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Figure } from './report.ts';

const ROOT = join(import.meta.dirname, '..');
const PORT = '3987';
const GIVE_UP_MS = 600_000;

export async function figures(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gandan-start-'));
  try {
    const clone = join(folder, 'gan-dan');
    const home = join(folder, 'home');
    mkdirSync(home);
    execFileSync('git', ['clone', '--quiet', ROOT, clone]);
    const first = await secondsUntilServed(clone, home);
    const again = await secondsUntilServed(clone, home);
    return [
      { name: 'demo on a fresh clone, install included', value: first, unit: 's', wanted: { at: 'most', value: 180 } },
      {
        name: 'demo again',
        value: again,
        unit: 's',
        peer: { name: 'the first time', value: first },
        wanted: { at: 'most', value: 15 },
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs the demo until its page answers, then stops it with Ctrl-C. */
async function secondsUntilServed(clone: string, home: string): Promise<number> {
  const { packageManager } = JSON.parse(readFileSync(join(clone, 'package.json'), 'utf8')) as {
    packageManager: string;
  };
  const begun = performance.now();
  const demo = spawn('npx', ['--yes', packageManager, 'demo'], {
    cwd: clone,
    // Outside of `pnpm run`: the machine's own node, nothing of this checkout on the path.
    env: { PATH: pathOutside(), HOME: home, PORT },
    detached: true,
    stdio: 'ignore',
  });
  const { pid } = demo;
  if (pid === undefined) throw new Error('npx did not start');
  const ended = once(demo, 'exit');
  try {
    while (!(await isServed())) {
      if (demo.exitCode !== null) throw new Error(`the demo ended with code ${demo.exitCode}`);
      if (performance.now() - begun > GIVE_UP_MS) throw new Error('the demo did not come up');
      await pause(50);
    }
    return (performance.now() - begun) / 1000;
  } finally {
    process.kill(-pid, 'SIGINT');
    await ended;
    while (await isServed()) await pause(50);
  }
}

async function isServed(): Promise<boolean> {
  const page = await fetch(`http://localhost:${PORT}/`).catch(() => undefined);
  return page?.ok === true;
}

const pathOutside = () =>
  (process.env.PATH ?? '')
    .split(':')
    .filter((folder) => !folder.startsWith(ROOT) && !folder.includes('node_modules'))
    .join(':');
