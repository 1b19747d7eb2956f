import { readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';

/** Whether a process of this id runs. A dead one that nobody has collected yet (a container without init) does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return processStat(pid)?.state !== 'Z';
}

/** When the process began, in the kernel's ticks: tells a process from a later one with the same id. */
export const startedAt = (pid: number): string => processStat(pid)?.start ?? '';

/** False only when we know it: after a reboot another program may have got the id that is in `postmaster.pid`. */
export function mayBePostgres(pid: number): boolean {
  if (!isAlive(pid)) return false;
  try {
    return basename(readlinkSync(`/proc/${pid}/exe`)).startsWith('postgres');
  } catch {
    const name = processStat(pid)?.name;
    return name === undefined || name === 'postgres';
  }
}

function processStat(pid: number): { name: string; state: string; start: string } | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const end = stat.lastIndexOf(')');
    const fields = stat.slice(end + 2).split(' ');
    return { name: stat.slice(stat.indexOf('(') + 1, end), state: fields[0] ?? '', start: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}
