import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DomainError } from '@gandan/domain/errors';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { issueSetupCode } from './access/setup-code.ts';
import { seedDemo } from './demo/seed.ts';
import { adminFiles } from './frame/admin-files.ts';
import type { Env } from './frame/deps.ts';
import { type OpenOffice, openOffice, refuseMixture } from './office.ts';
import { isLoopback, type Settings } from './settings.ts';

const ADMIN = join(import.meta.dirname, '../../admin/dist');
const LAST_REQUESTS_MS = 5000;

/** A running server. */
export interface RunningServer {
  readonly settings: Settings;
  readonly office: OpenOffice;
  /** The one-time code for the first account; undefined when accounts exist. */
  readonly setupCode: string | undefined;
  /** Lets requests that are being worked on finish, then closes everything. */
  stop(): Promise<void>;
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Starts everything on one port: database, jobs, api, app. The port is taken first, so that a second start on it says so
 * before it touches any data.
 */
export async function startServer(settings: Settings): Promise<RunningServer> {
  let listener: Listener = starting;
  const server = createServer({ requireHostHeader: true }, (request, response) => listener(request, response));
  await listen(server, settings);
  let office: OpenOffice | undefined;
  const stop = async () => {
    server.close();
    server.closeIdleConnections();
    await Promise.race([closed(server), pause(LAST_REQUESTS_MS, undefined, { ref: false })]);
    server.closeAllConnections();
    await office?.close();
  };
  try {
    office = await openOffice(settings);
    const { deps } = office;
    await refuseMixture(deps);
    let setupCode = await issueSetupCode(deps);
    if (setupCode !== undefined && settings.demo) {
      await seedDemo(deps);
      setupCode = undefined;
    }
    await office.openJobs();
    listener = requestListener(office);
    deps.log.info({ event: 'started', origin: settings.origin, demo: settings.demo });
    return { settings, office, setupCode, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function requestListener(office: OpenOffice): Listener {
  // The api comes first; what it has no route for may be a page or a file of the app.
  const app = office.app as unknown as Hono<Env>;
  app.use('*', adminFiles(ADMIN));
  return getRequestListener(app.fetch);
}

/** While the database starts, browsers that are already open wait a moment instead of failing. */
function starting(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Retry-After': '1',
    'Cache-Control': 'no-store',
  });
  response.end('Gần Dân đang khởi động, xin đợi một chút. Starting, please wait a moment.\n');
}

function listen(server: ReturnType<typeof createServer>, { port, origin }: Settings): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => fail(error.code === 'EADDRINUSE' ? portTaken(port) : error));
    // Without an address of its own the server is for this machine: nobody in the network can connect.
    if (isLoopback(origin)) server.listen(port, '127.0.0.1', done);
    else server.listen(port, done);
  });
}

const closed = (server: ReturnType<typeof createServer>) =>
  new Promise<void>((done) => server.once('close', () => done()));

const portTaken = (port: number) =>
  new DomainError('conflict', 'port.taken', {
    vi: `Cổng ${port} đang có chương trình khác dùng (có thể Gần Dân đã chạy rồi: hãy mở http://localhost:${port}). Muốn chạy ở cổng khác, đặt PORT, ví dụ PORT=${port + 1}.`,
    en: `Port ${port} is in use (Gần Dân may be running already: open http://localhost:${port}). To use another port set PORT, e.g. PORT=${port + 1}.`,
  });
