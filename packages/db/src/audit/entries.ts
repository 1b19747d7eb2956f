import type { Db } from '../schema/index.ts';

export interface AuditRow {
  readonly seq: number;
  readonly at: Date;
  readonly accountId: string | null;
  /** Who it was, as he is called today; null for nobody signed in, and for accounts of another commune. */
  readonly accountName: string | null;
  readonly action: string;
  readonly subject: string;
  readonly detail: unknown;
}

/** The newest lines of the reader's commune, newest first; the next page begins `before` the last line's `seq`. */
export async function listAuditEntries(
  trx: Db,
  page: { readonly before?: number | undefined; readonly limit: number },
): Promise<AuditRow[]> {
  return trx
    .selectFrom('auditEntry as e')
    .leftJoin('account as a', 'a.id', 'e.accountId')
    .select(['e.seq', 'e.at', 'e.accountId', 'a.displayName as accountName', 'e.action', 'e.subject', 'e.detail'])
    .$if(page.before !== undefined, (query) => query.where('e.seq', '<', page.before ?? 0))
    .orderBy('e.seq', 'desc')
    .limit(page.limit)
    .execute();
}
