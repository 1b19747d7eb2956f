import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context, MiddlewareHandler } from 'hono';
import type { Env } from './deps.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};
const COMPRESSES = /^(text|application\/(json|manifest)|image\/svg)/;
const compress = promisify(gzip);

interface AdminFile {
  readonly bytes: Buffer<ArrayBuffer>;
  readonly type: string;
  readonly etag: string;
  /** Named by their content at build time: kept for a year. */
  readonly lasting: boolean;
  zipped?: Buffer<ArrayBuffer>;
}

/**
 * The built app. The folder is read once, so a path of a request only ever picks from a list and reaches no disk.
 * Addresses of pages are the app's own: they all answer with its first page.
 */
export function adminFiles(folder: string): MiddlewareHandler<Env> {
  const files = readFolder(folder);
  return async (c, next) => {
    if (c.req.path.startsWith('/api/') || (c.req.method !== 'GET' && c.req.method !== 'HEAD')) return next();
    const named = files.get(c.req.path);
    if (named !== undefined) return answer(c, named);
    // A missing script must not be answered with a page.
    if (extname(c.req.path) !== '') return next();
    const first = files.get('/index.html');
    return first === undefined ? notBuilt(c) : answer(c, first);
  };
}

function readFolder(folder: string): Map<string, AdminFile> {
  const files = new Map<string, AdminFile>();
  if (!existsSync(folder)) return files;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const url = `/${relative(folder, path).split(sep).join('/')}`;
    const bytes = readFileSync(path);
    files.set(url, {
      bytes,
      type: TYPES[extname(entry.name)] ?? 'application/octet-stream',
      etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`,
      lasting: url.startsWith('/assets/'),
    });
  }
  return files;
}

async function answer(c: Context<Env>, file: AdminFile): Promise<Response> {
  c.header('ETag', file.etag);
  c.header('Cache-Control', file.lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (c.req.header('If-None-Match') === file.etag) return c.body(null, 304);
  c.header('Content-Type', file.type);
  if (!COMPRESSES.test(file.type) || !/\bgzip\b/.test(c.req.header('Accept-Encoding') ?? '')) return c.body(file.bytes);
  file.zipped ??= await compress(file.bytes);
  c.header('Content-Encoding', 'gzip');
  c.header('Vary', 'Accept-Encoding');
  return c.body(file.zipped);
}

const notBuilt = (c: Context<Env>) =>
  c.text(
    'Giao diện chưa được dựng. Hãy chạy: npx --yes pnpm@12.21.0 start\nThe app is not built yet. Run: npx --yes pnpm@12.21.0 start\n',
    503,
  );
