import { DomainError } from '@gandan/domain/errors';
import { type Action, mayEver } from '@gandan/domain/policy';
import type { MiddlewareHandler } from 'hono';
import { describeRoute } from 'hono-openapi';
import type { Env } from './deps.ts';
import { unauthenticated } from './errors.ts';

/** The policy line of a route: the action that it is, or `open` for the few that come before one is signed in. */
export interface PolicyLine {
  readonly action: Action | 'open';
  readonly summary: string;
}

const lines = new WeakMap<object, PolicyLine>();

/** The policy line that `allow` or `open` made, for the test that refuses a route without one. */
export const policyLineOf = (handler: object): PolicyLine | undefined => lines.get(handler);

/**
 * First in every route: which action it is, and what it does in one line (the office's language; it goes into the OpenAPI
 * document). Refuses everybody who is not signed in, and every role that may never do it; the service then asks `require`
 * about the one record.
 */
export function allow(action: Action, summary: string): MiddlewareHandler<Env> {
  return line({ action, summary }, async (c, next) => {
    const actor = c.get('actor');
    if (actor === undefined) throw unauthenticated();
    if (!mayEver(actor, action)) {
      throw new DomainError('forbidden', 'policy.role', {
        vi: 'Tài khoản của bạn không có quyền làm việc này.',
        en: 'Your account may not do this.',
      });
    }
    await next();
  });
}

/** A route for people who are not signed in yet: signing in, setting up. A test holds the list of them. */
export function open(summary: string): MiddlewareHandler<Env> {
  return line({ action: 'open', summary }, (_c, next) => next());
}

function line(policy: PolicyLine, check: MiddlewareHandler<Env>): MiddlewareHandler<Env> {
  const described = describeRoute({
    summary: policy.summary,
    ...(policy.action === 'open' ? { security: [] } : { description: `\`${policy.action}\`` }),
  });
  // hono-openapi finds its description on the function; the check takes its place and keeps it.
  const handler = Object.assign(check, described);
  lines.set(handler, policy);
  return handler;
}
