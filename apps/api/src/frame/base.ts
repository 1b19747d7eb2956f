import { Hono } from 'hono';
import { session } from '../access/session-middleware.ts';
import type { Deps, Env } from './deps.ts';
import { errorHandler, refuse } from './errors.ts';
import { type Rate, rateLimit } from './rate.ts';
import { requestLog } from './request-log.ts';
import { bodySize, hostCheck, noStore, originCheck, securityHeaders } from './security.ts';

/** What stands before every feature: headers, log line, Host, origin, size, session; and what answers when none does. */
export function createBase(deps: Deps, rate: Rate): Hono<Env> {
  const base = new Hono<Env>();
  base.onError(errorHandler(deps.log));
  base.notFound((c) => refuse(c, 404, 'route.unknown', 'Không có địa chỉ này.', 'There is nothing at this address.'));
  base.use('*', securityHeaders());
  base.use('/api/*', requestLog(deps), noStore());
  base.use('*', hostCheck(deps));
  base.use('/api/*', originCheck(deps), bodySize(), session(deps), rateLimit(rate));
  return base;
}
