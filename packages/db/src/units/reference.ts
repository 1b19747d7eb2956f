import { type Kysely, sql } from 'kysely';
import type { DB } from '../schema/index.ts';

/** Counts of the data set; a database that has them needs no loading (the check takes a millisecond). */
export const REFERENCE_COUNTS = { provinces: 34, communes: 3321 } as const;

/**
 * Loads the provinces and communes of after 2025-07-01, and which older communes went into them, unless they are there.
 * Units that an office refers to are never removed. Part of `migrate()`.
 */
export async function loadReferenceUnits(ownerDb: Kysely<DB>): Promise<{ loaded: boolean }> {
  if (await isLoaded(ownerDb)) return { loaded: false };
  // The 4 MB of JSON are read only by the first start.
  const { readReferenceUnits, REFORM_DAY } = await import('./reference-data.ts');
  const { units, successors } = readReferenceUnits();
  await ownerDb.transaction().execute(async (trx) => {
    await sql`
      insert into unit (code, kind, name, parent_code, valid_from)
      select * from unnest(${units.map((unit) => unit.code)}::text[], ${units.map((unit) => unit.kind)}::text[],
        ${units.map((unit) => unit.name)}::text[], ${units.map((unit) => unit.parentCode)}::text[],
        ${units.map((unit) => unit.validFrom)}::date[])
      on conflict (code) do update set name = excluded.name, parent_code = excluded.parent_code,
        valid_from = excluded.valid_from
    `.execute(trx);
    await sql`
      insert into unit_successor (from_code, from_name, from_path, to_code, on_date)
      select *, ${REFORM_DAY}::date from unnest(${successors.map((row) => row.fromCode)}::text[],
        ${successors.map((row) => row.fromName)}::text[], ${successors.map((row) => row.fromPath)}::text[],
        ${successors.map((row) => row.toCode)}::text[])
      on conflict do nothing
    `.execute(trx);
  });
  return { loaded: true };
}

async function isLoaded(ownerDb: Kysely<DB>): Promise<boolean> {
  const rows = await ownerDb
    .selectFrom('unit')
    .select(({ fn }) => ['kind', fn.countAll<number>().as('n')])
    .groupBy('kind')
    .execute();
  const n = (kind: string) => rows.find((row) => row.kind === kind)?.n ?? 0;
  return n('province') >= REFERENCE_COUNTS.provinces && n('commune') >= REFERENCE_COUNTS.communes;
}
