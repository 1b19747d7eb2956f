import { setTimeout as pause } from 'node:timers/promises';
import { type Clock, dayAt, type PlainDate } from '@gandan/domain/calendar';
import type { Actor } from '@gandan/domain/policy';
import { type Kysely, sql, type Transaction } from 'kysely';
import { v7 } from 'uuid';
import { isServerDown } from '../connect/index.ts';
import type { DB } from '../schema/index.ts';
import { translateError } from './errors.ts';

/** What one request or job has in hand: one transaction, who acts, what time it is. */
export interface Work {
  readonly trx: Transaction<DB>;
  readonly actor: Actor;
  readonly now: Date;
  /** The day in Vietnam. */
  readonly today: PlainDate;
  /** A UUIDv7: sorts by time, never used for anonymous rows. */
  newId(): string;
  /** The line in the audit log, beside the change it tells of. Never personal data in `detail`. */
  audit(action: string, subject: string, detail?: Record<string, unknown>): Promise<void>;
}

/** Work before anybody is signed in: sees accounts and sessions, and nothing of any commune. */
export type AnonymousWork = Omit<Work, 'actor' | 'audit'> & {
  audit(action: string, subject: string, detail?: AuditDetail): Promise<void>;
};

/** What the audit line of a sign-in carries besides its details. */
export interface AuditDetail extends Record<string, unknown> {
  readonly communeId?: string | null;
  readonly accountId?: string | null;
}

/**
 * Runs one task in one transaction that sees only what the actor may see: his commune, for a cadre only his groups, for a
 * province admin the communes of his province. Everything is committed together or not at all.
 *
 * @example const rows = await withActor(db, actor, systemClock, (work) => listHamlets(work));
 */
export async function withActor<T>(
  db: Kysely<DB>,
  actor: Actor,
  clock: Clock,
  task: (work: Work) => Promise<T>,
): Promise<T> {
  const show = async (trx: Transaction<DB>) => {
    const groups = actor.role === 'cadre' ? actor.groupIds.join(',') : '*';
    await sql`select set_config('gandan.communes', ${actor.communeId ?? ''}, true),
      set_config('gandan.groups', ${groups}, true),
      set_config('gandan.cadre', ${actor.cadreId ?? ''}, true)`.execute(trx);
    if (actor.provinceCode !== null) await showProvince(trx, actor.provinceCode);
  };
  return transaction(db, show, (trx) =>
    audited(trx, (line) =>
      task({
        ...base(trx, clock),
        actor,
        audit: async (action, subject, detail = {}) => line(actor.communeId, actor.userId, action, subject, detail),
      }),
    ),
  );
}

/** Runs one task of signing in: accounts, sessions, failures and the setup code are visible, no commune is. */
export async function withoutActor<T>(
  db: Kysely<DB>,
  clock: Clock,
  task: (work: AnonymousWork) => Promise<T>,
): Promise<T> {
  const show = async (trx: Transaction<DB>) => {
    await sql`select set_config('gandan.authenticating', 'on', true)`.execute(trx);
  };
  return transaction(db, show, (trx) =>
    audited(trx, (line) =>
      task({
        ...base(trx, clock),
        audit: async (action, subject, { communeId = null, accountId = null, ...detail } = {}) =>
          line(communeId, accountId, action, subject, detail),
      }),
    ),
  );
}

/** For how long work that has not begun yet is offered to a server that restarts. */
const BEGIN_WAIT_MS = 8000;
const BEGIN_RETRY_MS = 100;

/**
 * `show` makes visible what the task may see. When the server dies before the task has begun, nothing has happened yet
 * and we begin again; later its error is the caller's.
 */
async function transaction<T>(
  db: Kysely<DB>,
  show: (trx: Transaction<DB>) => Promise<void>,
  task: (trx: Transaction<DB>) => Promise<T>,
): Promise<T> {
  const deadline = Date.now() + BEGIN_WAIT_MS;
  for (;;) {
    let begun = false;
    try {
      return await db.transaction().execute(async (trx) => {
        await show(trx);
        begun = true;
        return task(trx);
      });
    } catch (error) {
      if (begun || !isServerDown(error) || Date.now() > deadline) throw translateError(error);
      await pause(BEGIN_RETRY_MS);
    }
  }
}

function base(trx: Transaction<DB>, clock: Clock) {
  const now = clock.now();
  return { trx, now, today: dayAt(now), newId: () => v7() };
}

async function showProvince(trx: Transaction<DB>, provinceCode: string): Promise<void> {
  await sql`select set_config('gandan.communes', coalesce(string_agg(code, ','), ''), true)
    from unit where parent_code = ${provinceCode} and kind = 'commune'`.execute(trx);
}

type AuditLine = [
  communeId: string | null,
  accountId: string | null,
  action: string,
  subject: string,
  detail: Record<string, unknown>,
];

/**
 * Writes the task's audit lines when it is through, in its transaction. The chain has one lock for the whole database:
 * taken at the first line of a task that then draws a PDF, it would hold up everybody else's work until the PDF is done.
 */
async function audited<T>(trx: Transaction<DB>, task: (line: (...line: AuditLine) => void) => Promise<T>): Promise<T> {
  const lines: AuditLine[] = [];
  const result = await task((...line) => lines.push(line));
  for (const line of lines) await append(trx, ...line);
  return result;
}

async function append(
  trx: Transaction<DB>,
  ...[communeId, accountId, action, subject, detail]: AuditLine
): Promise<void> {
  const text = JSON.stringify(detail);
  await sql`select append_audit(${communeId}, ${accountId}::uuid, ${action}, ${subject}, ${text}::jsonb)`.execute(trx);
}
