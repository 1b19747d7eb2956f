import {
  deleteSession,
  deleteSessionsOf,
  findAccount,
  findAccountByUsername,
  insertSession,
  takeRecoveryCode,
  takeTotpStep,
  updateAccount,
} from '@gandan/db/access';
import { type AnonymousWork, withoutActor } from '@gandan/db/work';
import { conflict, DomainError, found } from '@gandan/domain/errors';
import { INITIAL_PASSWORD_DAYS, needsSecondFactor, type Role, requireGoodPassword } from '@gandan/domain/policy';
import type { Deps } from '../frame/deps.ts';
import { unauthenticated } from '../frame/errors.ts';
import { hashPassword, isPassword } from './passwords.ts';
import type { Stage } from './stage.ts';
import { countTry, succeeded, triesKey } from './throttle.ts';
import { hashToken, newToken } from './token.ts';
import { newRecoveryCodes, newTotpSecret, recoveryHash, totpStep, totpUri } from './totp.ts';

type Parts = Pick<Deps, 'db' | 'clock' | 'demo'>;
type Account = NonNullable<Awaited<ReturnType<typeof findAccount>>>;

/** A session that was just made: the secret for the cookie, and what is still to be done in it. */
export interface NewSession {
  readonly token: string;
  readonly stage: Stage;
}

/** The session of a request. */
export interface KnownSession {
  readonly tokenHash: Buffer;
  readonly accountId: string;
  readonly stage: Stage;
}

const enrolled = (account: Account) => account.totpSecret !== null && account.totpLastStep !== null;

/** What comes next for an account that has proved so much. */
function nextStage(account: Account, demo: boolean, secondFactorGiven: boolean): Stage {
  if (enrolled(account) && !secondFactorGiven) return 'totp';
  if (account.mustChangePassword) return 'change-password';
  if (needsSecondFactor(account.role as Role) && !enrolled(account) && !demo) return 'enrol-totp';
  return 'open';
}

/** User name and password. Every failure looks the same, takes as long, and makes the next try wait. */
export async function signIn(
  parts: Parts,
  input: { username: string; password: string; address: string; previous: Buffer | undefined },
): Promise<NewSession> {
  const username = input.username.trim().toLowerCase().normalize('NFC');
  const key = triesKey('password', username, input.address);
  await countTry(parts, key);
  const account = await withoutActor(parts.db, parts.clock, (work) => findAccountByUsername(work.trx, username));
  const right = await isPassword(input.password, account?.passwordHash);
  const session = await withoutActor(parts.db, parts.clock, async (work) => {
    if (account === undefined || !right || account.disabledAt !== null) {
      // What was typed as a name may be a password: it is not written down.
      await work.audit('access.sign-in-refused', account?.id ?? 'unknown', {
        communeId: account?.communeId ?? null,
        accountId: account?.id ?? null,
      });
      return undefined;
    }
    await succeeded(work, key);
    if (isExpired(account, work.now)) return 'expired';
    if (input.previous !== undefined) await deleteSession(work.trx, input.previous);
    await work.audit('access.signed-in', account.id, { communeId: account.communeId, accountId: account.id });
    return begin(work, account.id, nextStage(account, parts.demo, false));
  });
  if (session === undefined) throw wrongPassword();
  if (session === 'expired') throw expired();
  return session;
}

/** The code of the authenticator, or a recovery code; each works once. */
export async function giveSecondFactor(
  parts: Parts,
  session: KnownSession,
  input: { code?: string | undefined; recoveryCode?: string | undefined; address: string },
): Promise<NewSession> {
  if (session.stage !== 'totp') throw unauthenticated();
  const key = triesKey('totp', session.accountId, input.address);
  await countTry(parts, key);
  const next = await withoutActor(parts.db, parts.clock, async (work) => {
    const account = await accountOf(work, session);
    const detail = { communeId: account.communeId, accountId: account.id };
    const right =
      input.recoveryCode !== undefined
        ? await takeRecoveryCode(work.trx, account.id, recoveryHash(input.recoveryCode))
        : await takeCode(work, account, input.code ?? '');
    if (!right) {
      await work.audit('access.second-factor-refused', account.id, detail);
      return undefined;
    }
    await succeeded(work, key);
    if (input.recoveryCode !== undefined) await work.audit('access.recovery-code-used', account.id, detail);
    return renew(work, session, nextStage(account, parts.demo, true));
  });
  if (next === undefined) throw wrongCode();
  return next;
}

/** A secret for the authenticator app; it counts only once a code of it has been given back. */
export async function beginEnrolment(parts: Parts, session: KnownSession): Promise<{ secret: string; uri: string }> {
  if (session.stage !== 'enrol-totp' && session.stage !== 'open') throw unauthenticated();
  return withoutActor(parts.db, parts.clock, async (work) => {
    const account = await accountOf(work, session);
    if (enrolled(account)) {
      throw conflict('access.enrolled', {
        vi: 'Tài khoản này đã có xác thực hai lớp. Muốn làm lại, hãy nhờ người quản trị đặt lại.',
        en: 'This account has a second factor already. To set it up anew, ask the administrator to reset it.',
      });
    }
    const secret = newTotpSecret();
    await updateAccount(work.trx, account.id, { totpSecret: secret });
    return { secret, uri: totpUri(secret, account.username) };
  });
}

/** The first code of the authenticator; gives the recovery codes, which are shown this once. */
export async function confirmEnrolment(
  parts: Parts,
  session: KnownSession,
  input: { code: string; address: string },
): Promise<NewSession & { recoveryCodes: string[] }> {
  if (session.stage !== 'enrol-totp' && session.stage !== 'open') throw unauthenticated();
  const key = triesKey('enrol', session.accountId, input.address);
  await countTry(parts, key);
  const next = await withoutActor(parts.db, parts.clock, async (work) => {
    const account = await accountOf(work, session);
    if (enrolled(account) || !(await takeCode(work, account, input.code))) return undefined;
    await succeeded(work, key);
    const recoveryCodes = newRecoveryCodes();
    await updateAccount(work.trx, account.id, { recoveryHashes: recoveryCodes.map(recoveryHash) });
    await work.audit('access.second-factor-enrolled', account.id, {
      communeId: account.communeId,
      accountId: account.id,
    });
    return { ...(await renew(work, session, 'open')), recoveryCodes };
  });
  if (next === undefined) throw wrongCode();
  return next;
}

/** A new password of one's own. Every session of the account ends; this one goes on under a new secret. */
export async function changePassword(
  parts: Parts,
  session: KnownSession,
  input: { current: string; next: string; address: string; context: readonly string[] },
): Promise<NewSession> {
  if (session.stage !== 'change-password' && session.stage !== 'open') throw unauthenticated();
  const key = triesKey('change', session.accountId, input.address);
  await countTry(parts, key);
  const account = await withoutActor(parts.db, parts.clock, (work) => accountOf(work, session));
  if (!(await isPassword(input.current, account.passwordHash))) throw wrongCurrent();
  // Only guessing at the current password makes one wait, not looking for a good new one.
  await withoutActor(parts.db, parts.clock, (work) => succeeded(work, key));
  requireGoodPassword(input.next, [account.username, account.displayName, ...input.context]);
  if (input.next.normalize('NFC') === input.current.normalize('NFC')) throw samePassword();
  const passwordHash = await hashPassword(input.next);
  return withoutActor(parts.db, parts.clock, async (work) => {
    await updateAccount(work.trx, account.id, { passwordHash, passwordSetAt: work.now, mustChangePassword: false });
    await deleteSessionsOf(work.trx, account.id);
    await work.audit('access.password-changed', account.id, { communeId: account.communeId, accountId: account.id });
    return begin(work, account.id, nextStage({ ...account, mustChangePassword: false }, parts.demo, true));
  });
}

export async function signOut(parts: Pick<Parts, 'db' | 'clock'>, session: KnownSession): Promise<void> {
  await withoutActor(parts.db, parts.clock, async (work) => {
    const account = await findAccount(work.trx, session.accountId);
    await deleteSession(work.trx, session.tokenHash);
    await work.audit('access.signed-out', session.accountId, {
      communeId: account?.communeId ?? null,
      accountId: session.accountId,
    });
  });
}

/** Makes a session; the caller has seen to it that it may be. */
export async function begin(work: AnonymousWork, accountId: string, stage: Stage): Promise<NewSession> {
  const token = newToken();
  await insertSession(work.trx, {
    tokenHash: hashToken(token),
    accountId,
    stage,
    createdAt: work.now,
    lastSeenAt: work.now,
  });
  return { token, stage };
}

// A new secret at every step up: whoever saw the cookie before the second factor has nothing (ASVS 7.2.4).
async function renew(work: AnonymousWork, session: KnownSession, stage: Stage): Promise<NewSession> {
  await deleteSession(work.trx, session.tokenHash);
  return begin(work, session.accountId, stage);
}

async function accountOf(work: AnonymousWork, session: KnownSession): Promise<Account> {
  return found(await findAccount(work.trx, session.accountId), { vi: 'tài khoản này', en: 'such account' });
}

async function takeCode(work: AnonymousWork, account: Account, code: string): Promise<boolean> {
  if (account.totpSecret === null) return false;
  const step = totpStep(account.totpSecret, code.replace(/\s/g, ''), work.now);
  return step !== null && takeTotpStep(work.trx, account.id, step);
}

function isExpired(account: Account, now: Date): boolean {
  const age = now.getTime() - account.passwordSetAt.getTime();
  return account.mustChangePassword && age > INITIAL_PASSWORD_DAYS * 86_400_000;
}

const wrongPassword = () =>
  new DomainError('unauthenticated', 'access.wrong', {
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng.',
    en: 'The user name or the password is not right.',
  });

const wrongCode = () =>
  new DomainError('unauthenticated', 'access.code', {
    vi: 'Mã không đúng hoặc đã dùng rồi. Hãy đợi mã mới trên điện thoại rồi nhập lại.',
    en: 'The code is not right, or was used already. Wait for a new one on your phone, then enter it.',
  });

const expired = () =>
  new DomainError('forbidden', 'access.initial-expired', {
    vi: `Mật khẩu ban đầu chỉ dùng được trong ${INITIAL_PASSWORD_DAYS} ngày và đã hết hạn. Hãy nhờ người quản trị cấp lại.`,
    en: `The initial password worked for ${INITIAL_PASSWORD_DAYS} days and has expired. Ask the administrator for a new one.`,
  });

function wrongCurrent(): DomainError {
  const sentence = { vi: 'Mật khẩu hiện tại không đúng.', en: 'The current password is not right.' };
  return new DomainError('invalid', 'access.current', sentence, [{ path: 'current', sentence }]);
}

function samePassword(): DomainError {
  const sentence = { vi: 'Mật khẩu mới phải khác mật khẩu cũ.', en: 'The new password must differ from the old one.' };
  return new DomainError('invalid', 'password.same', sentence, [{ path: 'next', sentence }]);
}
