import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { DomainError } from '@gandan/domain/errors';
import pg from 'pg';
import { migrate, migrationNames } from '../migrations/index.ts';
import type { BackupOptions, Progress } from './backup.ts';
import { damaged, newer, noFile, notABackup, notEmpty, otherSchema } from './errors.ts';
import {
  BrokenFrames,
  type Ending,
  FORMAT,
  FORMAT_VERSION,
  type Frame,
  type Header,
  parse,
  readFrames,
} from './format.ts';
import { IncomingFiles } from './incoming-files.ts';
import { TableLoader } from './table-loader.ts';
import { type BackupTable, countRows, listTables, openClient, seeEverything, TRANSIENT_TABLES } from './tables.ts';

export interface RestoreSummary {
  readonly createdAt: string;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
}

/** What migrating and the very first start put into a database that is still empty. */
const REFERENCE_TABLES = new Set(['unit', 'unit_successor', 'setup_code']);

/**
 * Brings a backup back into an empty database: everything or nothing. What was loaded is read again and its hashes are
 * compared with the backup's before it counts. Migrates the database first and, for a backup of an older release, after.
 *
 * @example await restoreFrom('sao-luu.gandan', { ownerUrl, pathOf: files.pathOf });
 */
export async function restoreFrom(file: string, options: BackupOptions): Promise<RestoreSummary> {
  try {
    const header = await readHeader(file);
    if (!(await isMigrated(options.ownerUrl))) await migrate(options.ownerUrl, { upTo: header.migrations.at(-1) });
    const summary = await restore(file, header, options);
    await migrate(options.ownerUrl);
    return summary;
  } catch (error) {
    throw explain(file, error);
  }
}

async function restore(file: string, header: Header, options: BackupOptions): Promise<RestoreSummary> {
  const client = await openClient(options.ownerUrl);
  const files = new IncomingFiles(options.pathOf);
  try {
    await client.query('begin');
    const tables = await prepare(client, header);
    const forced = await setForced(client, tables, false);
    const rows = await load(framesOf(file), header, new TableLoader(client, tables), files, options.onProgress);
    await setForced(client, forced, true);
    // The files first: extra files do no harm when the power fails between the two, missing ones would.
    await files.keep();
    await client.query('commit');
    return { createdAt: header.createdAt, tables: header.tables.length, rows, files: header.files };
  } finally {
    await files.discard();
    await client.end();
  }
}

async function readHeader(file: string): Promise<Header> {
  for await (const frame of framesOf(file)) {
    const header = frame.kind === 'H' ? parse<Header>(frame) : undefined;
    if (header?.format !== FORMAT) throw notABackup(file);
    const known = new Set(migrationNames());
    if (header.version > FORMAT_VERSION || header.migrations.some((name) => !known.has(name))) throw newer(file);
    return header;
  }
  throw notABackup(file);
}

async function isMigrated(ownerUrl: string): Promise<boolean> {
  const client = await openClient(ownerUrl);
  try {
    const { rows } = await client.query(`select where to_regclass('public.kysely_migration') is not null`);
    return rows.length > 0;
  } finally {
    await client.end();
  }
}

/** Checks that the database fits and is empty, and clears what its own first start put there. */
async function prepare(client: pg.Client, header: Header): Promise<BackupTable[]> {
  const { rows } = await client.query<{ name: string }>('select name from kysely_migration order by name');
  if (rows.map((row) => row.name).join() !== header.migrations.join()) throw otherSchema();
  const tables = await listTables(client);
  for (const { name } of tables) await client.query(`lock table ${pg.escapeIdentifier(name)}`);
  await seeEverything(client);
  for (const { name } of tables) {
    if (!REFERENCE_TABLES.has(name) && (await countRows(client, name)) > 0) throw notEmpty(name);
  }
  // Row by row, each unit would look for its communes among the rows just removed: four seconds instead of none.
  const all = [...tables.map(({ name }) => name), ...TRANSIENT_TABLES];
  await client.query(`truncate ${all.map(pg.escapeIdentifier).join(', ')}`);
  return tables;
}

/** COPY refuses to write where row-level security binds the owner, so it is lifted inside the transaction. */
async function setForced(client: pg.Client, tables: readonly BackupTable[], on: boolean): Promise<BackupTable[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relforcerowsecurity = $1`,
    [!on],
  );
  const changed = tables.filter((table) => rows.some((row) => row.name === table.name));
  for (const { name } of changed) {
    await client.query(`alter table ${pg.escapeIdentifier(name)} ${on ? '' : 'no'} force row level security`);
  }
  return changed;
}

/** Takes every frame to its place; returns the number of rows. */
async function load(
  frames: AsyncIterable<Frame>,
  header: Header,
  tables: TableLoader,
  files: IncomingFiles,
  onProgress: Progress | undefined,
): Promise<number> {
  const total = header.tables.reduce((sum, table) => sum + table.rows, header.files);
  const report = () => onProgress?.({ done: tables.rows + files.count, total });
  let target: TableLoader | IncomingFiles = tables;
  for await (const frame of frames) {
    if (frame.kind === 'T') await tables.begin(parse<{ name: string }>(frame).name, header);
    else if (frame.kind === 'F') await files.begin(parse<{ sha256: string }>(frame).sha256);
    if (frame.kind === 'T') target = tables;
    else if (frame.kind === 'F') target = files;
    else if (frame.kind === 'D') await target.write(frame.payload);
    else if (frame.kind === 'E' || frame.kind === 'G') await target.end(parse<Ending>(frame));
    report();
  }
  if (tables.loaded.size !== header.tables.length) throw new BrokenFrames('a table is missing');
  if (files.count !== header.files) throw new BrokenFrames('a stored file is missing');
  return tables.rows;
}

async function* framesOf(file: string): AsyncGenerator<Frame> {
  const packed = createReadStream(file);
  const unpacked = createGunzip();
  packed.on('error', (error) => unpacked.destroy(error));
  try {
    yield* readFrames(packed.pipe(unpacked));
  } finally {
    packed.destroy();
    unpacked.destroy();
  }
}

/** Errors of reading the file, in words; DomainErrors and the database's own pass. */
function explain(file: string, error: unknown): unknown {
  if (error instanceof DomainError || !(error instanceof Error)) return error;
  if (error instanceof BrokenFrames) return damaged(file, error.message);
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'Z_DATA_ERROR' && /incorrect header check/.test(error.message)) return notABackup(file);
  // Rows that the database refuses did not come from a backup as it was written.
  const refusedRow = error instanceof pg.DatabaseError && /^2[23]/.test(code);
  if (code.startsWith('Z_') || refusedRow) return damaged(file, error.message);
  if (code === 'EISDIR' || ('path' in error && error.path === file)) return noFile(file);
  return error;
}
