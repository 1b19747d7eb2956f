import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchAs, serverUser } from './privileges.ts';

const AS_ROOT = process.getuid?.() === 0;
const NOBODY = { uid: 65534, gid: 65534 };

describe('the server’s user', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gandan-privileges-'));
    chmodSync(folder, 0o755);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** `id` in a folder of this mode, run as nobody the way the server would be. */
  const idFrom = (folderMode: number, fileMode: number) => {
    const place = join(folder, 'place');
    mkdirSync(place);
    const program = join(place, 'id');
    copyFileSync('/usr/bin/id', program);
    chmodSync(program, fileMode);
    chmodSync(place, folderMode);
    const launch = launchAs(NOBODY, program, join(folder, 'data'));
    const [command = '', ...args] = launch.command;
    const lent = command !== program;
    const said = spawnSync(command, [...args, '-u'], { ...launch.user }).stdout.toString();
    return { lent, said, finds: lent && findsAs([command, ...args.slice(0, -1)], program) };
  };

  /** Whether access(2), which PostgreSQL asks about its own programs, says yes; being able to run it is not enough. */
  const findsAs = ([command = '', ...args]: string[], program: string) => {
    const script = 'require("node:fs").accessSync(process.argv[1], 5)';
    return spawnSync(command, [...args, process.execPath, '-e', script, program]).status === 0;
  };

  it('is ourselves when we are nobody special', () => {
    expect(launchAs(undefined, '/opt/postgres', folder)).toEqual({ command: ['/opt/postgres'] });
  });

  it.runIf(AS_ROOT)('is somebody without privileges when we are root', () => {
    expect(serverUser(join(folder, 'none'))?.uid).toBeGreaterThan(0);
  });

  it.runIf(AS_ROOT)('is lent nothing where everybody may go', () => {
    expect(idFrom(0o755, 0o755)).toEqual({ lent: false, said: '65534\n', finds: false });
  });

  it.runIf(AS_ROOT)('is lent the way into a folder that only root may enter', () => {
    expect(idFrom(0o700, 0o755)).toEqual({ lent: true, said: '65534\n', finds: true });
  });

  it.runIf(AS_ROOT)('runs a program that a strict umask kept to root', () => {
    expect(idFrom(0o700, 0o700)).toEqual({ lent: true, said: '65534\n', finds: true });
  });
});
