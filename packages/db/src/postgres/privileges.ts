import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { postgresError } from './errors.ts';

export interface User {
  readonly uid: number;
  readonly gid: number;
}

/** How to start one program of PostgreSQL: as ourselves, or as somebody without privileges. */
export interface Launch {
  readonly command: readonly string[];
  readonly user?: User;
}

const ROOT = 0;
// Bits of /proc/self/status CapEff. Both need cap_setpcap to be lent.
const CAP_SETPCAP = 8;
const CAPABILITIES = [
  { name: 'dac_read_search', bit: 2 },
  { name: 'dac_override', bit: 1 },
] as const;

/**
 * The user for the server, `undefined` when we are nobody special. PostgreSQL refuses to run as root, so root hands
 * over to the owner of an existing data folder, else to the system's `postgres`, else to `nobody`.
 */
export function serverUser(dataFolder: string): User | undefined {
  if (process.getuid?.() !== ROOT) return undefined;
  if (existsSync(dataFolder)) {
    const { uid, gid } = statSync(dataFolder);
    if (uid !== ROOT) return { uid, gid };
  }
  const users = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8') : '';
  for (const name of ['postgres', 'nobody']) {
    const match = new RegExp(`^${name}:[^:]*:(\\d+):(\\d+):`, 'm').exec(users);
    if (match !== null) return { uid: Number(match[1]), gid: Number(match[2]) };
  }
  throw postgresError(
    'user',
    'PostgreSQL không chạy dưới quyền root và máy này không có tài khoản “nobody”. Hãy chạy bằng một tài khoản thường.',
    'PostgreSQL does not run as root and this machine has no user "nobody". Start as an ordinary user.',
  );
}

/**
 * The command line prefix to run `program` as `user`. When the user cannot walk to the program or to the data folder
 * (a checkout in /root, mode 700) he is lent the one capability that opens folders on the way; nobody's permissions are
 * changed on disk.
 */
export function launchAs(user: User | undefined, program: string, dataFolder: string): Launch {
  if (user === undefined) return { command: [program] };
  if (canRun(user, program) && canWalkTo(user, dataFolder)) return { command: [program], user };
  const capability = CAPABILITIES.find(({ bit, name }) => hasCapability(bit) && suffices(name, user, program));
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find(existsSync);
  if (capability === undefined || setpriv === undefined || !hasCapability(CAP_SETPCAP)) {
    throw postgresError(
      'unreachable',
      `PostgreSQL không chạy dưới quyền root, và tài khoản thay thế (uid ${user.uid}) không vào được ${dirname(program)} hoặc ${dataFolder}. Hãy chạy bằng tài khoản thường, hoặc đặt phần mềm và GANDAN_DATA ở thư mục mọi người vào được (ví dụ /opt, /srv).`,
      `PostgreSQL does not run as root, and its stand-in (uid ${user.uid}) cannot reach ${dirname(program)} or ${dataFolder}. Start as an ordinary user, or move the product and GANDAN_DATA to a folder that everybody may enter (e.g. /opt, /srv).`,
    );
  }
  const ids = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'];
  // Without the secure bit access(2), with which initdb looks for its siblings, would still say no.
  const caps = [
    `--inh-caps=+${capability.name}`,
    `--ambient-caps=+${capability.name}`,
    '--securebits=+no_setuid_fixup',
  ];
  return { command: [setpriv, ...ids, ...caps, program] };
}

/** dac_read_search opens folders but runs only what is executable for everybody; dac_override runs what anybody may. */
const suffices = (name: string, user: User, program: string): boolean =>
  name === 'dac_override' || allows(user, program, 0o5);

const canRun = (user: User, program: string): boolean => allows(user, program, 0o5) && canWalkTo(user, program);

function canWalkTo(user: User, path: string): boolean {
  const folder = dirname(resolve(path));
  if (folder === resolve(path)) return true;
  return allows(user, folder, 0o1) && canWalkTo(user, folder);
}

/** Access by mode bits for a user without further groups. A folder that is not there yet will be his. */
function allows(user: User, path: string, wanted: number): boolean {
  if (!existsSync(path)) return true;
  const { uid, gid, mode } = statSync(path);
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
  return ((mode >> shift) & wanted) === wanted;
}

function hasCapability(bit: number): boolean {
  if (!existsSync('/proc/self/status')) return false;
  const effective = /^CapEff:\s*([0-9a-f]+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  return effective !== undefined && ((BigInt(`0x${effective}`) >> BigInt(bit)) & 1n) === 1n;
}
