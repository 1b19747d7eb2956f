import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

// OWASP's floor for argon2id (ASVS 11.4.2): 19 MiB, two passes, one lane; about 50 ms on an office machine.
const MEMORY_KIB = 19 * 1024;
const PASSES = 2;
const LANES = 1;
const HASH_BYTES = 32;
const SALT_BYTES = 16;

const derive = promisify(argon2);

/** `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`, the usual text form, so that parameters can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await argon2id(password, salt, MEMORY_KIB, PASSES, LANES);
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${base64(salt)}$${base64(hash)}`;
}

const FORM = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** Whether this is the password. A stored text of another form never is, and takes as long. */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [, memory, passes, lanes, salt = '', hash = ''] = FORM.exec(stored ?? '') ?? [];
  if (memory === undefined) {
    // An unknown user must not be told by the time that the answer takes.
    await argon2id(password, Buffer.alloc(SALT_BYTES), MEMORY_KIB, PASSES, LANES);
    return false;
  }
  const expected = Buffer.from(hash, 'base64');
  const actual = await argon2id(password, Buffer.from(salt, 'base64'), Number(memory), Number(passes), Number(lanes));
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

const AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

// At most two hashes at a time: a flood of sign-ins costs the flooder patience and the server 38 MiB.
async function argon2id(
  password: string,
  nonce: Buffer,
  memory: number,
  passes: number,
  parallelism: number,
): Promise<Buffer> {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  else running++;
  try {
    // The same password typed on a Mac and on Windows may be composed differently.
    const message = Buffer.from(password.normalize('NFC'));
    return await derive('argon2id', { message, nonce, parallelism, tagLength: HASH_BYTES, memory, passes });
  } finally {
    const next = waiting.shift();
    if (next === undefined) running--;
    else next();
  }
}

const base64 = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
