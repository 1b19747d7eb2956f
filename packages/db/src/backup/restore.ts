import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { DomainError } from '@gandan/domain/errors';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
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
import {
  type BackupTable,
  columnList,
  countRows,
  hashTable,
  listTables,
  openClient,
  RowHash,
  seeEverything,
  TRANSIENT_TABLES,
} from './tables.ts';

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

class TableLoader {
  readonly loaded = new Set<string>();
  rows = 0;
  readonly #client: pg.Client;
  readonly #tables: readonly BackupTable[];
  #current: { table: BackupTable; copy: CopyIn; hash: RowHash } | undefined;

  constructor(client: pg.Client, tables: readonly BackupTable[]) {
    this.#client = client;
    this.#tables = tables;
  }

  async begin(name: string, header: Header): Promise<void> {
    const table = this.#tables.find((known) => known.name === name);
    const columns = header.tables.find((known) => known.name === name)?.columns;
    if (table === undefined || columns?.join() !== table.columns.join() || this.loaded.has(name)) {
      throw new BrokenFrames(`table ${name} is not expected`);
    }
    const into = `${pg.escapeIdentifier(name)} (${columnList(table.columns)})`;
    const copy = new CopyIn(this.#client.query(copyFrom(`copy ${into} from stdin`)));
    this.#current = { table, copy, hash: new RowHash() };
  }

  async write(chunk: Buffer): Promise<void> {
    const { copy, hash } = this.#expect();
    this.rows += hash.add(chunk);
    await copy.write(chunk);
  }

  async end(ending: Ending): Promise<void> {
    const { table, copy, hash } = this.#expect();
    await copy.end();
    const sent = hash.end();
    const stored = await hashTable(this.#client, table);
    if (sent.sha256 !== ending.sha256 || sent.count !== ending.count)
      throw new BrokenFrames(`table ${table.name} differs`);
    if (stored.sha256 !== ending.sha256) throw new BrokenFrames(`table ${table.name} was not stored as it was`);
    this.loaded.add(table.name);
    this.#current = undefined;
  }

  #expect() {
    if (this.#current === undefined) throw new BrokenFrames('rows of no table');
    return this.#current;
  }
}

/** Stored files of a backup: staged beside their places, moved there when everything else is well. */
class IncomingFiles {
  count = 0;
  readonly #pathOf: BackupOptions['pathOf'];
  readonly #staged = new Map<string, string>();
  #current: { handle: FileHandle; sha256: string; hash: ReturnType<typeof createHash> } | undefined;

  constructor(pathOf: BackupOptions['pathOf']) {
    this.#pathOf = pathOf;
  }

  async begin(sha256: string): Promise<void> {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new BrokenFrames('a stored file has no proper name');
    const folder = dirname(this.#pathOf({ sha256 }));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const staged = join(folder, `.${randomUUID()}.part`);
    this.#staged.set(staged, this.#pathOf({ sha256 }));
    this.#current = { handle: await open(staged, 'wx', 0o600), sha256, hash: createHash('sha256') };
  }

  async write(chunk: Buffer): Promise<void> {
    const { handle, hash } = this.#expect();
    hash.update(chunk);
    await handle.writeFile(chunk);
  }

  async end(): Promise<void> {
    const { handle, sha256, hash } = this.#expect();
    await handle.sync();
    await handle.close();
    this.#current = undefined;
    if (hash.digest('hex') !== sha256) throw new BrokenFrames(`stored file ${sha256} differs`);
    this.count++;
  }

  async keep(): Promise<void> {
    for (const [staged, path] of this.#staged) await rename(staged, path);
    this.#staged.clear();
  }

  async discard(): Promise<void> {
    await this.#current?.handle.close();
    for (const staged of this.#staged.keys()) await rm(staged, { force: true });
  }

  #expect() {
    if (this.#current === undefined) throw new BrokenFrames('bytes of no file');
    return this.#current;
  }
}

/** COPY FROM as a stream that fails with the database's own first word, also when it comes between two writes. */
class CopyIn {
  readonly #stream: Writable;
  #refusal: Error | undefined;

  constructor(stream: Writable) {
    this.#stream = stream;
    stream.on('error', (error) => {
      this.#refusal ??= error;
    });
  }

  async write(chunk: Buffer): Promise<void> {
    if (this.#refusal !== undefined) throw this.#refusal;
    if (!this.#stream.write(chunk)) await once(this.#stream, 'drain');
  }

  async end(): Promise<void> {
    if (this.#refusal !== undefined) throw this.#refusal;
    this.#stream.end();
    await finished(this.#stream);
  }
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
  if ('path' in error && error.path === file) return noFile(file);
  return error;
}
