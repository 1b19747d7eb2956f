import { setTimeout as pause } from 'node:timers/promises';
import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import pg from 'pg';
import type { DB } from '../schema/index.ts';

/** How many connections one process holds at most; the built-in server has 60. */
const POOL_SIZE = 12;
/** How long a request waits for a server that restarts (the launcher brings it back in about a second). */
const RESTART_WAIT_MS = 8000;
const RETRY_MS = 100;

/**
 * The application's database: every connection works as `gandan_app`, bound by row-level security, without the right to
 * change facts. Close it with `db.destroy()`.
 */
export const connect = (url: string): Kysely<DB> => open(url, '-c role=gandan_app');

/** The owner's database, for migrations, backups and restores only: sees everything. */
export const connectOwner = (url: string): Kysely<DB> => open(url);

function open(url: string, options?: string): Kysely<DB> {
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL_SIZE,
    connectionTimeoutMillis: 20_000,
    idleTimeoutMillis: 30_000,
    types: { getTypeParser },
    ...(options === undefined ? {} : { options }),
  });
  // A killed server ends idle connections; the pool drops them and opens new ones.
  pool.on('error', () => {});
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool: waitingForRestart(pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}

/** While the server restarts, a new request waits for it instead of failing; running transactions do fail. */
function waitingForRestart(pool: pg.Pool): PostgresPool {
  return {
    async connect() {
      const deadline = Date.now() + RESTART_WAIT_MS;
      for (;;) {
        try {
          const client = await pool.connect();
          // Without a listener an ending connection would end the process, also while a transaction holds it.
          if (client.listenerCount('error') === 0) client.on('error', () => {});
          return client;
        } catch (error) {
          if (!isServerDown(error) || Date.now() > deadline) throw error;
          await pause(RETRY_MS);
        }
      }
    },
    end: () => pool.end(),
    options: pool.options,
  };
}

/** Codes of a server that is stopping, starting, recovering, or not there for a moment. */
const DOWN_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03']);

export function isServerDown(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && DOWN_CODES.has(String(error.code))) return true;
  // The last one is what the rollback of a transaction on a broken connection says in place of the first error.
  return /connection terminated|server closed the connection|encountered a connection error/i.test(error.message);
}

// Per connection pool, not pg.types.setTypeParser(): that one is global to the process.
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') => {
  if (format !== 'binary') {
    // A day has no zone and stays the text 'YYYY-MM-DD'; counts fit a number.
    if (oid === pg.types.builtins.DATE) return String;
    if (oid === pg.types.builtins.INT8 || oid === pg.types.builtins.NUMERIC) return Number;
  }
  return pg.types.getTypeParser(oid, format);
};
