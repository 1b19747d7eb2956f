import { createHash } from 'node:crypto';
import { forgetFailures, lockFailures, saveFailures } from '@gandan/db/access';
import { type AnonymousWork, withoutActor } from '@gandan/db/work';
import { DomainError } from '@gandan/domain/errors';
import { waitAfter } from '@gandan/domain/policy';
import type { Deps } from '../frame/deps.ts';

/** Failures older than this are forgotten. */
const FORGET_MS = 24 * 3_600_000;

/** Which tries belong together: what is tried, on whom, from where. Hashed: the table shows no names and addresses. */
export const triesKey = (...parts: string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/**
 * Counts a try before it is looked at, so that a hundred at once do not pass as one; refuses it while the wait after the
 * earlier failures lasts. `succeeded` forgets them.
 */
export async function countTry({ db, clock }: Pick<Deps, 'db' | 'clock'>, key: string): Promise<void> {
  const wait = await withoutActor(db, clock, async (work) => {
    const known = await lockFailures(work.trx, key);
    const recent = known !== undefined && work.now.getTime() - known.lastAt.getTime() < FORGET_MS ? known : undefined;
    const failures = recent?.failures ?? 0;
    const passed =
      recent === undefined ? Number.POSITIVE_INFINITY : (work.now.getTime() - recent.lastAt.getTime()) / 1000;
    const left = waitAfter(failures) - passed;
    if (left > 0) return Math.ceil(left);
    await saveFailures(work.trx, key, { failures: failures + 1, lastAt: work.now });
    return 0;
  });
  if (wait > 0) throw tooMany(wait);
}

export const succeeded = (work: AnonymousWork, key: string): Promise<void> => forgetFailures(work.trx, key);

function tooMany(seconds: number): DomainError {
  return new DomainError('too-many', 'access.wait', {
    vi: `Sai nhiều lần liên tiếp. Hãy đợi ${seconds} giây rồi thử lại.`,
    en: `Too many failures in a row. Wait ${seconds} seconds, then try again.`,
  });
}
