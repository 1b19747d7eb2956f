import { deleteSession, findSession, touchSession } from '@gandan/db/access';
import { withoutActor } from '@gandan/db/work';
import type { MiddlewareHandler } from 'hono';
import type { Deps, Env } from '../frame/deps.ts';
import { actorOf } from './actor.ts';
import { readSessionCookie } from './cookie.ts';
import { STAGES, type Stage } from './stage.ts';
import { hashToken } from './token.ts';

/** A session ends after half an hour without a request, and after twelve hours in any case (ASVS 7.3.1, 7.3.2). */
export const IDLE_MS = 30 * 60_000;
export const ABSOLUTE_MS = 12 * 3_600_000;
// "Last seen" is written once a minute, not at every request.
const TOUCH_MS = 60_000;

/** Finds out who asks, from the cookie alone; everything about the person is read anew from the database. */
export function session({ db, clock, origin }: Pick<Deps, 'db' | 'clock' | 'origin'>): MiddlewareHandler<Env> {
  return async (c, next) => {
    const token = readSessionCookie(c, origin);
    if (token !== undefined) {
      const tokenHash = hashToken(token);
      await withoutActor(db, clock, async (work) => {
        const row = await findSession(work.trx, tokenHash);
        if (row === undefined) return;
        const idle = work.now.getTime() - row.lastSeenAt.getTime();
        const age = work.now.getTime() - row.createdAt.getTime();
        if (idle > IDLE_MS || age > ABSOLUTE_MS || row.disabledAt !== null) {
          await deleteSession(work.trx, tokenHash);
          return;
        }
        if (idle > TOUCH_MS) await touchSession(work.trx, tokenHash, work.now);
        const stage = STAGES.find((known): known is Stage => known === row.stage) ?? 'totp';
        c.set('session', { tokenHash, accountId: row.accountId, stage });
        if (stage === 'open') c.set('actor', await actorOf(work, row));
      });
    }
    await next();
  };
}
