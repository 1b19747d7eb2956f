import { closeSync, existsSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataFolder } from './data-folder.ts';
import { postgresError } from './errors.ts';
import { isAlive, startedAt } from './processes.ts';

/**
 * Who uses the server: one file per process and use. The last one to leave turns off the light, so a server adopted from
 * a killed process is stopped too, and the command line does not stop the server under the web application.
 */
export interface Lease {
  /** Gives the lease back; true when nobody else uses the server. */
  release(): boolean;
}

let uses = 0;

export function takeLease(folder: DataFolder): Lease {
  const file = join(folder.leases, `${process.pid}-${++uses}`);
  writeFileSync(file, startedAt(process.pid));
  return {
    release() {
      rmSync(file, { force: true });
      return otherLeases(folder).length === 0;
    },
  };
}

/** Leases of living processes; what the dead left is swept away. */
function otherLeases(folder: DataFolder): string[] {
  return readdirSync(folder.leases).filter((name) => {
    const path = join(folder.leases, name);
    const pid = Number(name.split('-')[0]);
    if (isHeldBy(pid, path)) return true;
    rmSync(path, { force: true });
    return false;
  });
}

const LOCK_WAIT_MS = 90_000;

/** Starting and stopping happen one process at a time; a lock left by a dead process is taken over. */
export async function withLock<T>(folder: DataFolder, task: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + LOCK_WAIT_MS;
  while (!tryLock(folder.lock)) {
    if (Date.now() > deadline) {
      throw postgresError(
        'busy',
        `Một tiến trình khác đang khởi động hoặc dừng cơ sở dữ liệu trong ${folder.root}. Hãy thử lại sau ít phút.`,
        `Another process is starting or stopping the database in ${folder.root}. Try again in a minute.`,
      );
    }
    await pause(50);
  }
  try {
    return await task();
  } finally {
    rmSync(folder.lock, { force: true });
  }
}

function tryLock(path: string): boolean {
  try {
    const handle = openSync(path, 'wx');
    writeFileSync(handle, `${process.pid} ${startedAt(process.pid)}`);
    closeSync(handle);
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    const [pid, start] = readLock(path);
    const justMade = pid === undefined;
    if (!justMade && !(isAlive(Number(pid)) && startedAt(Number(pid)) === start)) rmSync(path, { force: true });
    return false;
  }
}

function readLock(path: string): [string?, string?] {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const [pid, start] = text.split(' ');
  return text === '' ? [] : [pid ?? '', start ?? ''];
}

function isHeldBy(pid: number, path: string): boolean {
  return isAlive(pid) && existsSync(path) && readFileSync(path, 'utf8') === startedAt(pid);
}
