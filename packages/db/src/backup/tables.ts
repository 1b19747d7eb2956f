import { createHash } from 'node:crypto';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';

/** A table as a backup sees it. */
export interface BackupTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
}

/** Not in a backup: after a restore everybody signs in anew. */
export const TRANSIENT_TABLES = ['session', 'login_failure'];
const LEFT_OUT = [...TRANSIENT_TABLES, 'kysely_migration', 'kysely_migration_lock'];

/** A connection of the owner that sees every row and writes every value the same way on every machine. */
export async function openClient(ownerUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: ownerUrl, options: '-c timezone=UTC -c datestyle=ISO' });
  // Its queries fail by themselves when the server dies.
  client.on('error', () => {});
  await client.connect();
  await client.query(`set bytea_output = hex; set intervalstyle = postgres; set extra_float_digits = 1`);
  return client;
}

/** Inside a transaction: an owner who is no superuser is bound by forced row-level security, so he is shown everything. */
export async function seeEverything(client: pg.Client): Promise<void> {
  await client.query(`
    select set_config('gandan.communes', coalesce((select string_agg(code, ',') from unit), ''), true),
      set_config('gandan.groups', '*', true), set_config('gandan.authenticating', 'on', true)`);
}

/** The tables of a backup, each after those that its foreign keys point to. */
export async function listTables(client: pg.Client): Promise<BackupTable[]> {
  const { rows } = await client.query<BackupTable & { parents: string[] }>(
    `select c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
       where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum)) from pg_index i
       join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
       where i.indrelid = c.oid and i.indisprimary) as key,
      array(select distinct p.relname::text from pg_constraint f join pg_class p on p.oid = f.confrelid
       where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as parents
     from pg_class c
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> all($1) order by c.relname`,
    [LEFT_OUT],
  );
  const ordered: BackupTable[] = [];
  const place = (table: (typeof rows)[number], below: readonly string[]) => {
    if (ordered.some((done) => done.name === table.name)) return;
    if (below.includes(table.name)) throw new Error(`foreign keys go in a circle at ${table.name}`);
    for (const parent of rows.filter((row) => table.parents.includes(row.name))) place(parent, [...below, table.name]);
    ordered.push({ name: table.name, columns: table.columns, key: table.key });
  };
  for (const table of rows) place(table, []);
  return ordered;
}

export async function countRows(client: pg.Client, table: string): Promise<number> {
  const { rows } = await client.query<{ n: string }>(`select count(*) as n from ${pg.escapeIdentifier(table)}`);
  return Number(rows[0]?.n ?? 0);
}

export const columnList = (columns: readonly string[]): string => columns.map(pg.escapeIdentifier).join(', ');

/** All rows in the order of their key, as COPY text; by that order equal tables give equal bytes. */
export function copyOut(client: pg.Client, table: BackupTable): AsyncIterable<Buffer> {
  const from = pg.escapeIdentifier(table.name);
  const order = columnList(table.key);
  return client.query(copyTo(`copy (select ${columnList(table.columns)} from ${from} order by ${order}) to stdout`));
}

/** SHA-256 and row count of COPY text; a row ends with a newline, and those inside values are escaped. */
export class RowHash {
  readonly #hash = createHash('sha256');
  #rows = 0;

  add(chunk: Buffer): number {
    this.#hash.update(chunk);
    let rows = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) rows++;
    this.#rows += rows;
    return rows;
  }

  end(): { sha256: string; count: number } {
    return { sha256: this.#hash.digest('hex'), count: this.#rows };
  }
}

/** Rows and hash of every table of a backup: two databases with equal answers hold the same data. */
export async function hashTables(ownerUrl: string): Promise<Record<string, { sha256: string; count: number }>> {
  const client = await openClient(ownerUrl);
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    await seeEverything(client);
    const hashes: Record<string, { sha256: string; count: number }> = {};
    for (const table of await listTables(client)) hashes[table.name] = await hashTable(client, table);
    return hashes;
  } finally {
    await client.end();
  }
}

export async function hashTable(client: pg.Client, table: BackupTable): Promise<{ sha256: string; count: number }> {
  const hash = new RowHash();
  for await (const chunk of copyOut(client, table)) hash.add(chunk);
  return hash.end();
}
