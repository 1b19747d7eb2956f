import { randomUUID } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { policyLineOf } from './allow.ts';
import type { Deps, Env } from './deps.ts';

/**
 * One line an event: which route, what came of it, who asked. Never a query string, a body or a header: they carry names.
 * A refused action is also a line of the audit log, since it may be somebody who tries (ASVS 16.3.2).
 */
export function requestLog(deps: Pick<Deps, 'log' | 'as'>): MiddlewareHandler<Env> {
  return async (c, next) => {
    const started = performance.now();
    c.set('requestId', randomUUID());
    await next();
    const actor = c.get('actor');
    const { status } = c.res;
    const route = routeOf(c);
    c.res.headers.set('X-Request-Id', c.get('requestId'));
    deps.log.info({
      event: 'request',
      id: c.get('requestId'),
      method: c.req.method,
      route,
      status,
      ms: Math.round(performance.now() - started),
      account: actor?.userId,
    });
    if (status === 403 && actor !== undefined) {
      const detail = { method: c.req.method, route };
      await deps.as(actor, (work) => work.audit('access.refused', actor.userId, detail)).catch(() => {});
    }
  };
}

/** The pattern, `/api/households/:id`, never the address itself. */
function routeOf(c: Context<Env>): string {
  return matchedRoutes(c).find((route) => policyLineOf(route.handler) !== undefined)?.path ?? 'none';
}
