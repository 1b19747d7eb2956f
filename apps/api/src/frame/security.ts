import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Deps, Env } from './deps.ts';
import { refuse } from './errors.ts';

// Nothing from anywhere else, no inline script or style, no frames (ASVS 3.4.3). pdf.js wants its worker and pictures
// made in the page; both stay on this server.
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

/** The headers of every answer. */
export function securityHeaders(): MiddlewareHandler<Env> {
  return async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value);
  };
}

/** Addresses under which this server may be asked: its own, and for a server on this machine both names of loopback. */
export function knownOrigins(origin: string): string[] {
  const twin = origin.includes('//localhost')
    ? origin.replace('//localhost', '//127.0.0.1')
    : origin.replace('//127.0.0.1', '//localhost');
  return [...new Set([origin, twin])];
}

/** Another Host than ours is refused (421): links and QR codes never come from it, and rebinding a name gets nowhere. */
export function hostCheck({ origin }: Pick<Deps, 'origin'>): MiddlewareHandler<Env> {
  const hosts = knownOrigins(origin).map((known) => new URL(known).host);
  return async (c, next) => {
    const host = c.req.header('Host')?.toLowerCase() ?? '';
    if (hosts.includes(host)) return next();
    return refuse(
      c,
      421,
      'host.unknown',
      `Máy chủ này chỉ trả lời tại ${origin}. Nếu văn phòng dùng địa chỉ khác, hãy đặt GANDAN_ORIGIN.`,
      `This server answers at ${origin} only. If the office uses another address, set GANDAN_ORIGIN.`,
    );
  };
}

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Everything that changes something must come from our own pages, whatever its content type: `Origin` must be ours, and a
 * browser must not say that another site asks. A program that is no browser sends `Origin` itself.
 */
export function originCheck({ origin }: Pick<Deps, 'origin'>): MiddlewareHandler<Env> {
  const known = knownOrigins(origin);
  return async (c, next) => {
    if (READING.has(c.req.method)) return next();
    const site = c.req.header('Sec-Fetch-Site');
    const from = c.req.header('Origin');
    const ours = from === undefined ? site === 'same-origin' : known.includes(from);
    if (ours && (site === undefined || site === 'same-origin' || site === 'none')) return next();
    return refuse(
      c,
      403,
      'origin.foreign',
      'Yêu cầu này đến từ một trang khác nên bị từ chối.',
      `This request comes from another site and is refused. A program sends the header Origin: ${origin}.`,
    );
  };
}

const MIB = 1024 * 1024;
/** Uploads of tables and forms; everything else is small JSON. */
export const UPLOAD_BYTES = 20 * MIB;
const JSON_BYTES = MIB;
const UPLOADS = /^\/api\/(?:households\/imports|questionnaires\/(?:read|import))$/;

/** Refuses bodies that are too large, also those that come in chunks without saying how long they are (413). */
export function bodySize(): MiddlewareHandler<Env> {
  const limit = (bytes: number) =>
    bodyLimit({
      maxSize: bytes,
      onError: (c) =>
        refuse(
          c,
          413,
          'body.too-large',
          `Nội dung gửi lên quá lớn: nhiều nhất ${bytes / MIB} MB.`,
          `What was sent is too large: at most ${bytes / MIB} MB.`,
        ),
    });
  const uploads = limit(UPLOAD_BYTES);
  const others = limit(JSON_BYTES);
  return (c, next) => (UPLOADS.test(c.req.path) ? uploads : others)(c, next);
}

/** Answers of the api are about people: no cache of a browser or a proxy keeps them. */
export function noStore(): MiddlewareHandler<Env> {
  return async (c, next) => {
    await next();
    c.res.headers.set('Cache-Control', 'no-store');
  };
}
