import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

// `__Host-` makes browsers refuse the cookie without https, with a domain or a path. Plain http exists only on the
// machine itself, where browsers will not keep a Secure cookie for every loopback name.
const PLAIN = /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/;
const nameFor = (origin: string) => (PLAIN.test(origin) ? 'gandan-session' : '__Host-gandan-session');

export function readSessionCookie(c: Context, origin: string): string | undefined {
  return getCookie(c, nameFor(origin));
}

export function writeSessionCookie(c: Context, origin: string, token: string): void {
  setCookie(c, nameFor(origin), token, {
    httpOnly: true,
    secure: !PLAIN.test(origin),
    sameSite: 'Strict',
    path: '/',
  });
}

export function clearSessionCookie(c: Context, origin: string): void {
  deleteCookie(c, nameFor(origin), { httpOnly: true, secure: !PLAIN.test(origin), sameSite: 'Strict', path: '/' });
}
