import type { Readable } from 'node:stream';
import type { Work } from '@gandan/db/work';

/** A file of a commune: who may see it is decided by its row, where it lies by its content. */
export interface StoredFile {
  readonly id: string;
  readonly communeId: string;
  readonly createdBy: string | null;
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}

/** Bytes that lie in the store already. */
export interface KeptBytes {
  readonly sha256: string;
  readonly size: number;
}

/** Files under the data folder, named by the SHA-256 of their bytes: no name of a user ever reaches the disk. */
export interface FileStore {
  /** Writes the bytes (temp, fsync, rename) without a row: what takes long is done before a transaction begins. */
  keep(content: Uint8Array | AsyncIterable<Uint8Array>): Promise<KeptBytes>;
  /** Adds the row of kept bytes in this transaction, gives its id. */
  add(work: Work, name: string, mediaType: string, kept: KeptBytes): Promise<string>;
  /** Both: writes the bytes, adds the row, gives its id. */
  put(work: Work, name: string, mediaType: string, content: Uint8Array | AsyncIterable<Uint8Array>): Promise<string>;
  /** The row, or `not-found`. */
  find(work: Work, id: string): Promise<StoredFile>;
  /** The bytes of a found file. */
  open(file: Pick<StoredFile, 'sha256'>): Readable;
  /** The path of a found file on this machine, for workers that read it themselves. */
  pathOf(file: Pick<StoredFile, 'sha256'>): string;
}
