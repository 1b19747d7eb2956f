import type { PlainDate } from '@gandan/domain/calendar';
import { sql } from 'kysely';
import { type Db, json } from '../schema/index.ts';

/** Every household that the office ever had: an imported list is compared with all of them. */
export function knownHouseholds(trx: Db, communeId: string) {
  return trx
    .selectFrom('household')
    .select(['id', 'code', 'headName', 'address', 'groupId', 'validTo', 'version'])
    .where('communeId', '=', communeId)
    .execute();
}

/** Groups and hamlets in force on a day, as a list of households may name them. */
export function knownGroups(trx: Db, communeId: string, on: PlainDate) {
  return trx
    .selectFrom('residentGroup')
    .select(['id', 'code', 'name', 'hamletId'])
    .where('communeId', '=', communeId)
    .where((where) => where.or([where('validTo', 'is', null), where('validTo', '>=', on)]))
    .orderBy('code')
    .execute();
}

export function knownHamlets(trx: Db, communeId: string, on: PlainDate) {
  return trx
    .selectFrom('hamlet')
    .select(['id', 'code', 'name'])
    .where('communeId', '=', communeId)
    .where((where) => where.or([where('validTo', 'is', null), where('validTo', '>=', on)]))
    .orderBy('code')
    .execute();
}

/** One import at a time in a commune: what was compared must still hold when it is written. */
export async function lockImports(trx: Db, communeId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`households.import:${communeId}`}, 0))`.execute(trx);
}

export interface HouseholdRow {
  readonly id: string;
  readonly code: string;
  readonly groupId: string;
  readonly headName: string;
  readonly address: string;
  readonly sortKey: string;
  readonly searchKey: string;
}

/** Many households in one statement: one parameter a column, not one a cell. */
export async function insertHouseholds(
  trx: Db,
  communeId: string,
  validFrom: PlainDate,
  rows: readonly HouseholdRow[],
): Promise<void> {
  await sql`
    insert into household (commune_id, id, code, group_id, head_name, address, sort_key, search_key, valid_from)
    select ${communeId}, *, ${validFrom}::date from unnest(
      ${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.code)}::text[],
      ${rows.map((row) => row.groupId)}::uuid[], ${rows.map((row) => row.headName)}::text[],
      ${rows.map((row) => row.address)}::text[], ${rows.map((row) => row.sortKey)}::text[],
      ${rows.map((row) => row.searchKey)}::text[])
  `.execute(trx);
}

/** Many corrections in one statement; gives how many households still had the version that the correction is based on. */
export async function updateHouseholds(
  trx: Db,
  communeId: string,
  rows: readonly (HouseholdRow & { readonly version: number })[],
): Promise<number> {
  const { numAffectedRows } = await sql`
    update household set head_name = change.head_name, address = change.address, group_id = change.group_id,
      sort_key = change.sort_key, search_key = change.search_key, version = household.version + 1
    from unnest(
      ${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.version)}::integer[],
      ${rows.map((row) => row.groupId)}::uuid[], ${rows.map((row) => row.headName)}::text[],
      ${rows.map((row) => row.address)}::text[], ${rows.map((row) => row.sortKey)}::text[],
      ${rows.map((row) => row.searchKey)}::text[]
    ) as change (id, version, group_id, head_name, address, sort_key, search_key)
    where household.commune_id = ${communeId} and household.id = change.id and household.version = change.version
  `.execute(trx);
  return Number(numAffectedRows ?? 0);
}

/** Dated moves of many households; a second move on the same day replaces where the first one went. */
export async function insertMoves(
  trx: Db,
  communeId: string,
  onDate: PlainDate,
  rows: readonly { readonly id: string; readonly fromGroupId: string; readonly groupId: string }[],
): Promise<void> {
  await sql`
    insert into household_move (commune_id, household_id, on_date, from_group_id, to_group_id)
    select ${communeId}, id, ${onDate}::date, from_group_id, to_group_id from unnest(
      ${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.fromGroupId)}::uuid[],
      ${rows.map((row) => row.groupId)}::uuid[]) as move (id, from_group_id, to_group_id)
    on conflict (commune_id, household_id, on_date) do update set to_group_id = excluded.to_group_id
  `.execute(trx);
}

export interface ImportFileRow {
  readonly communeId: string;
  readonly id: string;
  readonly fileId: string;
  readonly mapping: unknown;
  readonly summary: unknown;
  readonly createdBy: string;
}

export async function insertImportFile(trx: Db, { mapping, summary, ...row }: ImportFileRow): Promise<void> {
  await trx
    .insertInto('importFile')
    .values({ ...row, mapping: json(mapping), summary: json(summary), state: 'uploaded' })
    .execute();
}

/** An uploaded list that was not thrown away, with its file. */
export function findImportFile(trx: Db, communeId: string, id: string) {
  return trx
    .selectFrom('importFile')
    .innerJoin('storedFile', (join) =>
      join.onRef('storedFile.communeId', '=', 'importFile.communeId').onRef('storedFile.id', '=', 'importFile.fileId'),
    )
    .select(['importFile.id', 'importFile.state', 'importFile.mapping', 'importFile.summary', 'importFile.createdBy'])
    .select(['storedFile.id as fileId', 'storedFile.sha256', 'storedFile.name as fileName', 'storedFile.size'])
    .where('importFile.communeId', '=', communeId)
    .where('importFile.id', '=', id)
    .executeTakeFirst();
}

/** Marks an uploaded list as applied; says whether it was not yet. */
export async function markApplied(trx: Db, communeId: string, id: string): Promise<boolean> {
  const done = await trx
    .updateTable('importFile')
    .set({ state: 'applied' })
    .where('communeId', '=', communeId)
    .where('id', '=', id)
    .where('state', '=', 'uploaded')
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Keeps the columns and options that were chosen last, for the worker that applies them. */
export async function updateImportMapping(trx: Db, communeId: string, id: string, mapping: unknown): Promise<void> {
  await trx
    .updateTable('importFile')
    .set({ mapping: json(mapping) })
    .where('communeId', '=', communeId)
    .where('id', '=', id)
    .execute();
}
