import { readFileSync } from 'node:fs';

const CHECK_MS = 1000;
// `npm exec pnpm@12 demo`, `pnpm demo`, `node …/bin/pnpm.mjs`
const PACKAGE_MANAGER = /^(\S*\/)?(npx|npm|pnpm|yarn|turbo|corepack)(-cli)?(\.[cm]?js)?(\s|$)/;
const SHELL = /^(\S*\/)?(ba|da|z)?sh$/;

/**
 * Calls `gone` when a package manager that started this process has ended. npx and pnpm do not pass every signal on: npx
 * dies of SIGTERM and leaves pnpm and us behind, and a server that nobody sees and nobody can stop is an orphan. Started
 * by hand (`node main.ts &`) nothing is watched.
 */
export function whenStartedByGone(gone: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const links = launchChain();
  setInterval(() => {
    if (links.some(([pid, parent]) => parentOf(pid) !== parent)) gone();
  }, CHECK_MS).unref();
}

/** Who started whom, from us up to the last package manager: `[[ours, sh], [sh, pnpm], [pnpm, sh], [sh, npx]]`. */
function launchChain(): [pid: number, parent: number][] {
  const links: [number, number][] = [[process.pid, process.ppid]];
  // Other systems tell only our own parent.
  if (process.platform !== 'linux') return links;
  let managed = 1;
  for (let pid = process.ppid; pid > 1; pid = parentOf(pid)) {
    const kind = kindOf(pid);
    if (kind === 'other') break;
    // A shell counts between package managers only: above them it is the user's own, which may well end before us.
    if (kind === 'manager') managed = links.length;
    links.push([pid, parentOf(pid)]);
  }
  return links.slice(0, managed);
}

function kindOf(pid: number): 'manager' | 'shell' | 'other' {
  const [program = '', script = ''] = read(`/proc/${pid}/cmdline`).split('\0');
  if (SHELL.test(program)) return 'shell';
  return PACKAGE_MANAGER.test(program) || PACKAGE_MANAGER.test(script) ? 'manager' : 'other';
}

/** The parent of a process, 0 when there is no such process. */
function parentOf(pid: number): number {
  if (pid === process.pid) return process.ppid;
  // The name stands in brackets and may hold any character; the fields after it are: state, parent, …
  const [, fields = ''] = /\) (.*)$/s.exec(read(`/proc/${pid}/stat`)) ?? [];
  return Number(fields.split(' ')[1] ?? 0);
}

/** Whether the hang-up of the terminal was to be ignored (`nohup`): then it stays so. */
export function ignoresHangUp(): boolean {
  const [, mask = '0'] = /^SigIgn:\s*([0-9a-f]+)/m.exec(read('/proc/self/status')) ?? [];
  return (Number.parseInt(mask.slice(-1), 16) & 1) === 1;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
