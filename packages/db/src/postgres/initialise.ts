import { spawn } from 'node:child_process';
import { appendFileSync, chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import type { DataFolder } from './data-folder.ts';
import { postgresError } from './errors.ts';
import { launchAs, type User } from './privileges.ts';

/** The name of both the database and its owner. */
export const DATABASE = 'gandan';

/**
 * Makes the cluster beside its place and renames it when it is whole, so that a start that is cut off leaves nothing
 * half-made. Text is UTF-8; the order of text is the built-in C.UTF-8, the same on every machine.
 */
export async function initialise(folder: DataFolder, binaries: Binaries, user: User | undefined, password: string) {
  const fresh = `${folder.cluster}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  const passwordFile = join(folder.root, `postgres.password.${process.pid}`);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user !== undefined) for (const path of [fresh, passwordFile]) chownSync(path, user.uid, user.gid);
  try {
    const args = ['--pgdata', fresh, '--username', DATABASE, '--pwfile', passwordFile, '--auth', 'scram-sha-256'];
    const text = ['--encoding', 'UTF8', '--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'];
    await run(binaries.initdb, [...args, ...text], fresh, user);
    appendFileSync(join(fresh, 'postgresql.conf'), "\ninclude 'gandan.conf'\n");
    renameSync(fresh, folder.cluster);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Runs a program of PostgreSQL to its end; refuses with what it said when it failed. */
export async function run(program: string, args: string[], data: string, user: User | undefined): Promise<void> {
  const launch = launchAs(user, program, data);
  const [command = program, ...prefix] = launch.command;
  const child = spawn(command, [...prefix, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: existsSync(data) ? data : undefined,
    env: { ...process.env, LC_ALL: 'C' },
    ...launch.user,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  const code = await new Promise((done, fail) => child.once('error', fail).once('close', done));
  if (code === 0) return;
  throw postgresError(
    'program',
    `PostgreSQL không khởi tạo được (${program}, mã ${code}): ${said.trim()}`,
    `PostgreSQL could not be set up (${program}, exit ${code}): ${said.trim()}`,
  );
}
