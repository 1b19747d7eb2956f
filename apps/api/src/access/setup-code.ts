import { createHash } from 'node:crypto';
import { countAccounts, saveSetupCode, takeSetupCode } from '@gandan/db/access';
import { type AnonymousWork, withoutActor } from '@gandan/db/work';
import type { Deps } from '../frame/deps.ts';
import { randomLetters } from './totp.ts';

const hash = (code: string) =>
  createHash('sha256')
    .update(`setup:${code.toUpperCase().replace(/[^A-Z0-9]/g, '')}`)
    .digest();

/** Whether nobody can sign in yet. */
export const needsSetup = async (work: AnonymousWork): Promise<boolean> => (await countAccounts(work.trx)) === 0;

/**
 * A fresh one-time code for the first sign-in, for the console of the machine only; undefined when accounts exist. An
 * older unused code stops working.
 */
export async function issueSetupCode({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<string | undefined> {
  return withoutActor(db, clock, async (work) => {
    if (!(await needsSetup(work))) return undefined;
    const code = (randomLetters(16).match(/.{4}/g) ?? []).join('-');
    await saveSetupCode(work.trx, hash(code), work.now);
    return code;
  });
}

/** Uses the code up; says whether it was right. */
export const consumeSetupCode = (work: AnonymousWork, code: string): Promise<boolean> =>
  takeSetupCode(work.trx, hash(code), work.now);
