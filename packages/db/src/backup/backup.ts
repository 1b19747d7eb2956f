import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { DomainError } from '@gandan/domain/errors';
import type pg from 'pg';
import { cannotWrite } from './errors.ts';
import { FORMAT, FORMAT_VERSION, FrameWriter, type Header } from './format.ts';
import { type BackupTable, copyOut, countRows, listTables, openClient, RowHash, seeEverything } from './tables.ts';

/** Rows and stored files done, of all. */
export type Progress = (progress: { readonly done: number; readonly total: number }) => void;

export interface BackupOptions {
  readonly ownerUrl: string;
  /** Where the bytes of a stored file lie (the file store's own answer). */
  readonly pathOf: (file: { readonly sha256: string }) => string;
  readonly onProgress?: Progress;
}

export interface BackupSummary {
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  /** Stored files whose bytes were not in the store: their rows are in the backup, their content is lost. */
  readonly missingFiles: readonly string[];
  readonly bytes: number;
}

/**
 * Writes everything into one file: all tables as of one moment (people may go on working), and the stored files they
 * name. The file appears whole or not at all, readable by its owner only: it holds personal data and password hashes.
 *
 * @example await backupTo('sao-luu.gandan', { ownerUrl, pathOf: files.pathOf });
 */
export async function backupTo(file: string, options: BackupOptions): Promise<BackupSummary> {
  const temporary = `${file}.${process.pid}.part`;
  const client = await openClient(options.ownerUrl);
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    await seeEverything(client);
    const gzip = createGzip();
    const written = pipeline(gzip, createWriteStream(temporary, { mode: 0o600 }));
    // The stream's error (a full disk) ends our waiting for it to take more.
    written.catch(() => gzip.destroy());
    const summary = await Promise.race([
      writeAll(client, new FrameWriter(gzip), options),
      written.then(() => Promise.reject(new Error('the file was closed too early'))),
    ]);
    await written;
    await sync(temporary);
    await rename(temporary, file);
    return { ...summary, bytes: (await stat(file)).size };
  } catch (error) {
    throw error instanceof DomainError || !isFileError(error) ? error : cannotWrite(file, error);
  } finally {
    await client.end();
    await rm(temporary, { force: true });
  }
}

async function writeAll(
  client: pg.Client,
  frames: FrameWriter,
  { pathOf, onProgress }: BackupOptions,
): Promise<Omit<BackupSummary, 'bytes'>> {
  const tables = await listTables(client);
  const counts = new Map<string, number>();
  for (const { name } of tables) counts.set(name, await countRows(client, name));
  const { present, missingFiles } = await listFiles(client, pathOf);
  const rows = [...counts.values()].reduce((sum, n) => sum + n, 0);
  const total = rows + present.length;
  let done = 0;
  const advance = (by: number) => {
    done += by;
    onProgress?.({ done, total });
  };

  const header: Header = {
    format: FORMAT,
    version: FORMAT_VERSION,
    createdAt: new Date().toISOString(),
    migrations: await appliedMigrations(client),
    tables: tables.map(({ name, columns }) => ({ name, columns, rows: counts.get(name) ?? 0 })),
    files: present.length,
  };
  await frames.json('H', header);
  for (const table of tables) await writeTable(client, frames, table, advance);
  for (const sha256 of present) {
    await writeFile(frames, sha256, pathOf({ sha256 }));
    advance(1);
  }
  await frames.end();
  return { tables: tables.length, rows, files: present.length, missingFiles };
}

async function writeTable(
  client: pg.Client,
  frames: FrameWriter,
  table: BackupTable,
  advance: (rows: number) => void,
): Promise<void> {
  const hash = new RowHash();
  await frames.json('T', { name: table.name });
  for await (const chunk of copyOut(client, table)) {
    advance(hash.add(chunk));
    await frames.bytes('D', chunk);
  }
  await frames.json('E', hash.end());
}

async function writeFile(frames: FrameWriter, sha256: string, path: string): Promise<void> {
  const hash = createHash('sha256');
  let count = 0;
  await frames.json('F', { sha256 });
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk);
    count += chunk.length;
    await frames.bytes('D', chunk);
  }
  await frames.json('G', { sha256: hash.digest('hex'), count });
}

async function listFiles(client: pg.Client, pathOf: BackupOptions['pathOf']) {
  const { rows } = await client.query<{ sha256: string }>('select distinct sha256 from stored_file order by 1');
  const present: string[] = [];
  const missingFiles: string[] = [];
  for (const { sha256 } of rows) {
    const found = await stat(pathOf({ sha256 })).catch(() => undefined);
    (found === undefined ? missingFiles : present).push(sha256);
  }
  return { present, missingFiles };
}

async function appliedMigrations(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from kysely_migration order by name');
  return rows.map((row) => row.name);
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const isFileError = (error: unknown) => error instanceof Error && 'syscall' in error && 'path' in error;
