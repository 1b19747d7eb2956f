import type { TestDatabase } from '@gandan/db/testing';
import { TOTP } from 'otpauth';
import { hashPassword } from './passwords.ts';

export const GOOD_PASSWORD = 'tre xanh bên giếng cũ';

/** Gives a seeded account a password; the hash is made once, since it is slow on purpose. */
export async function givePassword(
  t: TestDatabase,
  username: string,
  change: Record<string, unknown> = {},
): Promise<void> {
  hashed ??= hashPassword(GOOD_PASSWORD);
  await t.ownerDb
    .updateTable('account')
    .set({ passwordHash: await hashed, passwordSetAt: new Date('2026-11-12T00:00:00Z'), ...change })
    .where('username', '=', username)
    .execute();
}
let hashed: Promise<string> | undefined;

/** The code that an authenticator shows. */
export const codeAt = (secret: string, now: Date): string =>
  new TOTP({ secret }).generate({ timestamp: now.getTime() });

/** The cookie of an answer, ready to send back. */
export function cookieOf(headers: Headers): Record<string, string> {
  const [pair = ''] = headers.getSetCookie()[0]?.split(';') ?? [];
  return { Cookie: pair };
}
