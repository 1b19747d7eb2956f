import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/**
 * The address of the socket. X-Forwarded-For is never read: anybody can write it (ASVS 4.1.3), and behind a proxy of the
 * office's own all share one address, which only makes waits a little stricter.
 */
export function addressOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    // A request of a test has no socket.
    return 'unknown';
  }
}
