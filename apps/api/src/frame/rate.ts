import { DomainError } from '@gandan/domain/errors';
import type { MiddlewareHandler } from 'hono';
import { addressOf } from '../access/address.ts';
import type { Env } from './deps.ts';

/** How much one person may ask: so many requests at once, and so many a second after that. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

// A clerk who keys without a pause makes about three requests a second; opening a page about ten.
export const OFFICE_RATE: Rate = { burst: 400, perSecond: 20 };
const FORGET_ABOVE = 10_000;

/**
 * Refuses whoever asks more than a person can (ASVS 2.4.1): lists and exports cannot be pumped dry with a stolen session,
 * nor the server be kept busy by one script. Counted per account, before sign-in per address, in this process's memory.
 */
export function rateLimit(rate: Rate, now: () => number = () => performance.now()): MiddlewareHandler<Env> {
  const buckets = new Map<string, { left: number; at: number }>();
  return async (c, next) => {
    const key = c.get('session')?.accountId ?? `address:${addressOf(c)}`;
    const at = now();
    const known = buckets.get(key) ?? { left: rate.burst, at };
    const left = Math.min(rate.burst, known.left + ((at - known.at) / 1000) * rate.perSecond) - 1;
    if (left < 0) {
      c.header('Retry-After', String(Math.ceil(1 / rate.perSecond)));
      throw tooFast();
    }
    // Too many strangers at once: forgetting everybody costs nobody more than a second chance.
    if (buckets.size > FORGET_ABOVE) buckets.clear();
    buckets.set(key, { left, at });
    await next();
  };
}

const tooFast = () =>
  new DomainError('too-many', 'rate', {
    vi: 'Quá nhiều yêu cầu trong một lúc. Hãy đợi vài giây rồi thử lại.',
    en: 'Too many requests at once. Wait a few seconds, then try again.',
  });
