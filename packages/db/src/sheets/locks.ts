import { sql } from 'kysely';
import type { Db } from '../schema/index.ts';

/**
 * Makes everything that moves the sheets of one meeting wait in line: keying, returning, closing, printing. Sheets are
 * only ever added to, so there is no row to lock; two keyings of one sheet would otherwise both find it free.
 */
export async function lockMeeting(trx: Db, meetingId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`meeting ${meetingId}`}, 0))`.execute(trx);
}

/** The same for many, always in the order of their ids, so that two who want several of them never block each other. */
export async function lockMeetings(trx: Db, meetingIds: readonly string[]): Promise<void> {
  const names = [...meetingIds].sort().map((id) => `meeting ${id}`);
  await sql`select pg_advisory_xact_lock(hashtextextended(name, 0))
    from unnest(${names}::text[]) with ordinality as wanted(name, nth) order by nth`.execute(trx);
}

/** One at a time through the printing of an office: serials and generations are handed out here. */
export async function lockPrinting(trx: Db, communeId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`printing ${communeId}`}, 0))`.execute(trx);
}

/** One at a time through asking for a print: a double click must not start two jobs. */
export async function lockPrintRequests(trx: Db, communeId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`print requests ${communeId}`}, 0))`.execute(trx);
}
