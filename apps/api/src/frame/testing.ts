import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { insertSession } from '@gandan/db/access';
import type { TestDatabase } from '@gandan/db/testing';
import { withoutActor } from '@gandan/db/work';
import { type HandClock, handClock } from '@gandan/domain/calendar';
import type { Actor, Role } from '@gandan/domain/policy';
import { pino } from 'pino';
import { hashToken, newToken } from '../access/token.ts';
import { createApp } from '../app.ts';
import { localFileStore } from '../files/local-store.ts';
import { createJobs } from '../jobs/queue.ts';
import { createDeps, type Deps } from './deps.ts';

const ORIGIN = 'http://localhost:3000';

/** What came back: the status and the parsed body (text when it is not JSON, bytes when it is a workbook). */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Of every shape: tests look into it as JSON.parse gave it. */
  readonly body: ReturnType<typeof JSON.parse>;
}

export interface RequestOptions {
  readonly headers?: Record<string, string>;
  /** Bytes or text instead of JSON (uploads). */
  readonly raw?: string | Uint8Array<ArrayBuffer>;
}

/** A role of the first office, somebody in particular (`office.other.actors.clerk`), or nobody: not signed in. */
export type Who = Role | 'nobody' | Pick<Actor, 'userId'>;

/** A signed-in person of a test: `await clerk.post('/api/meetings', {…})`. */
export interface Person {
  readonly accountId: string;
  get(path: string, options?: RequestOptions): Promise<Answer>;
  post(path: string, json?: unknown, options?: RequestOptions): Promise<Answer>;
  put(path: string, json?: unknown, options?: RequestOptions): Promise<Answer>;
  patch(path: string, json: unknown, version: number): Promise<Answer>;
  delete(path: string): Promise<Answer>;
}

export interface TestApp extends Person {
  readonly deps: Deps;
  readonly clock: HandClock;
  readonly app: ReturnType<typeof createApp>;
  /** Another person of the same database. */
  as(who: Who): Promise<Person>;
  /** Runs every queued job to its end, here and now. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The whole app on a test database, signed in as a seeded account; time stands still at 2026-11-12, 8 o'clock.
 *
 * @example
 * const t = await testDatabase(); await seedOffice(t);
 * const clerk = await testApp(t, { as: 'clerk' });
 * expect((await clerk.get('/api/hamlets')).status).toBe(200);
 */
export async function testApp(t: TestDatabase, options: { as: Who; demo?: boolean; now?: string }): Promise<TestApp> {
  const clock = handClock(options.now ?? '2026-11-12T08:00:00+07:00');
  const folder = join(tmpdir(), 'gandan-test', randomUUID());
  const log = pino({ level: 'silent' });
  const jobs = createJobs({ db: t.db, ownerUrl: t.url, clock, log });
  const deps = createDeps({
    db: t.db,
    ownerUrl: t.url,
    clock,
    files: localFileStore(folder),
    jobs,
    origin: ORIGIN,
    demo: options.demo ?? false,
    log,
  });
  // Tests ask faster than people.
  const app = createApp(deps, { burst: Number.POSITIVE_INFINITY, perSecond: 1 });

  const as: TestApp['as'] = async (who) => {
    if (who === 'nobody') return person(app, '', undefined);
    const accountId = typeof who === 'object' ? who.userId : await accountOf(t, who);
    const token = newToken();
    const now = clock.now();
    await withoutActor(t.db, clock, (work) =>
      insertSession(work.trx, {
        tokenHash: hashToken(token),
        accountId,
        stage: 'open',
        createdAt: now,
        lastSeenAt: now,
      }),
    );
    return person(app, accountId, token);
  };
  const first = await as(options.as);
  return {
    ...first,
    deps,
    clock,
    app,
    as,
    drain: () => jobs.drain(),
    async close() {
      await jobs.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The account of a role in the first office. */
async function accountOf(t: TestDatabase, role: Role): Promise<string> {
  const row = await t.ownerDb
    .selectFrom('account')
    .leftJoin('office', 'office.communeId', 'account.communeId')
    .select('account.id')
    .where('role', '=', role)
    .orderBy('office.sheetPrefix')
    .orderBy('account.id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Of JSON what it says, of a workbook its bytes, else the text. */
async function bodyOf(response: Response): Promise<Answer['body']> {
  const type = response.headers.get('content-type') ?? '';
  if (type.includes('spreadsheetml')) return new Uint8Array(await response.arrayBuffer());
  return type.includes('json') ? response.json() : response.text();
}

function person(app: ReturnType<typeof createApp>, accountId: string, token: string | undefined): Person {
  const send = async (method: string, path: string, json: unknown, { headers = {}, raw }: RequestOptions = {}) => {
    const content = raw ?? (json === undefined ? null : JSON.stringify(json));
    const response = await app.request(`${ORIGIN}${path}`, {
      method,
      headers: {
        Host: 'localhost:3000',
        ...(token === undefined ? {} : { Cookie: `gandan-session=${token}` }),
        ...(method === 'GET' ? {} : { Origin: ORIGIN }),
        ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: content,
    });
    return { status: response.status, headers: response.headers, body: await bodyOf(response) };
  };
  return {
    accountId,
    get: (path, options) => send('GET', path, undefined, options),
    post: (path, json, options) => send('POST', path, json, options),
    put: (path, json, options) => send('PUT', path, json, options),
    patch: (path, json, version) => send('PATCH', path, json, { headers: { 'If-Match': `"${version}"` } }),
    delete: (path) => send('DELETE', path, undefined),
  };
}
