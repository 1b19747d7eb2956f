import { sql } from 'kysely';
import type { Db } from '../schema/index.ts';

/** What the chain of the whole audit log says. */
export interface AuditChain {
  readonly entries: number;
  /** The last line's hash, hexadecimal: printed daily, it also shows when the newest lines were cut off. */
  readonly head: string | null;
  /** The first line that was changed, or that stands where lines were removed; null when all is well. */
  readonly brokenAt: number | null;
}

/**
 * Recomputes the whole chain in the database, as the owner: every line's hash covers its content and the line before it.
 *
 * @example if ((await verifyAuditChain(ownerDb)).brokenAt !== null) warn();
 */
export async function verifyAuditChain(ownerDb: Db): Promise<AuditChain> {
  const { rows } = await sql<AuditChain>`
    with line as (
      select *, lag(hash, 1, sha256('gan-dan'::bytea)) over (order by seq) as hash_before,
        lag(seq, 1, 0::bigint) over (order by seq) as seq_before
      from audit_entry
    ), broken as (
      select min(seq) as seq from line
      where seq <> seq_before + 1 or previous <> hash_before
        or hash <> sha256(previous || convert_to(jsonb_build_array(seq, extract(epoch from at), commune_id, account_id,
             action, subject, detail)::text, 'UTF8'))
    )
    select (select count(*) from audit_entry) as "entries",
      (select encode(hash, 'hex') from audit_entry order by seq desc limit 1) as "head",
      (select seq from broken) as "brokenAt"
  `.execute(ownerDb);
  const [chain] = rows;
  return chain ?? { entries: 0, head: null, brokenAt: null };
}
