import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { BrokenFrames, type Ending, type Header } from './format.ts';
import { type BackupTable, columnList, hashTable, RowHash } from './tables.ts';

/** Loads the tables of a backup and reads each back: it counts when its hash is the one that was written. */
export class TableLoader {
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
