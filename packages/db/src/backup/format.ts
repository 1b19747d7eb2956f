import { createHash, type Hash } from 'node:crypto';
import { once } from 'node:events';
import type { Writable } from 'node:stream';

/**
 * One file, gzip around frames of `kind (1 byte), length (4 bytes, big endian), payload`:
 *
 * - `H` header (JSON, `Header`)
 * - for each table `T` (JSON `{ name }`), `D`… (PostgreSQL's COPY text), `E` (JSON `Ending`)
 * - for each stored file `F` (JSON `{ sha256 }`), `D`… (its bytes), `G` (JSON `Ending`)
 * - `Z` (JSON `{ sha256 }` of everything before it)
 *
 * COPY text is PostgreSQL's own portable form: any version and machine reads it, and so does a person with `zcat`.
 */
export const FORMAT = 'gandan-backup';
export const FORMAT_VERSION = 1;

export interface Header {
  readonly format: string;
  readonly version: number;
  readonly createdAt: string;
  /** Migrations of the database, oldest first. */
  readonly migrations: readonly string[];
  readonly tables: readonly TableInfo[];
  readonly files: number;
}

export interface TableInfo {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
}

export interface Ending {
  readonly sha256: string;
  /** Rows of a table, bytes of a file. */
  readonly count: number;
}

const KINDS = ['H', 'T', 'D', 'E', 'F', 'G', 'Z'] as const;
export type FrameKind = (typeof KINDS)[number];

export interface Frame {
  readonly kind: FrameKind;
  readonly payload: Buffer;
}

/** Longer payloads are cut; a longer frame in a file can only be damage. */
const MAX_PAYLOAD = 1 << 20;
const PREFIX = 5;

/** Writes frames and keeps the running hash of all of them. */
export class FrameWriter {
  readonly #out: Writable;
  readonly #hash: Hash = createHash('sha256');

  constructor(out: Writable) {
    this.#out = out;
  }

  async json(kind: FrameKind, value: unknown): Promise<void> {
    await this.bytes(kind, Buffer.from(JSON.stringify(value)));
  }

  async bytes(kind: FrameKind, payload: Buffer): Promise<void> {
    for (let start = 0; start === 0 || start < payload.length; start += MAX_PAYLOAD) {
      const part = payload.subarray(start, start + MAX_PAYLOAD);
      const prefix = Buffer.alloc(PREFIX);
      prefix.write(kind, 0, 'latin1');
      prefix.writeUInt32BE(part.length, 1);
      this.#hash.update(prefix).update(part);
      this.#out.write(prefix);
      if (!this.#out.write(part)) await once(this.#out, 'drain');
    }
  }

  /** The last frame: it vouches for all the others. */
  async end(): Promise<void> {
    await this.json('Z', { sha256: this.#hash.copy().digest('hex') });
    this.#out.end();
  }
}

/** What is wrong with a file, in English, for the detail of an error. */
export class BrokenFrames extends Error {}

/** Reads frames until the last one and checks that it vouches for the others. */
export async function* readFrames(bytes: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  const hash = createHash('sha256');
  let ended = false;
  for await (const { prefix, frame } of split(bytes)) {
    if (ended) throw new BrokenFrames('something follows the end');
    if (frame.kind === 'Z') {
      const { sha256 } = parse<{ sha256: string }>(frame);
      if (sha256 !== hash.digest('hex')) throw new BrokenFrames('the checksum of the whole differs');
      ended = true;
    } else {
      hash.update(prefix).update(frame.payload);
    }
    yield frame;
  }
  if (!ended) throw new BrokenFrames('the end is missing');
}

async function* split(bytes: AsyncIterable<Buffer>): AsyncGenerator<{ prefix: Buffer; frame: Frame }> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    while (rest.length >= PREFIX) {
      const kind = KINDS.find((known) => known === String.fromCharCode(rest[0] ?? 0));
      const length = rest.readUInt32BE(1);
      if (kind === undefined || length > MAX_PAYLOAD) throw new BrokenFrames('a frame makes no sense');
      if (rest.length < PREFIX + length) break;
      const prefix = rest.subarray(0, PREFIX);
      yield { prefix, frame: { kind, payload: rest.subarray(PREFIX, PREFIX + length) } };
      rest = rest.subarray(PREFIX + length);
    }
  }
  if (rest.length > 0) throw new BrokenFrames('a frame is cut off');
}

export function parse<T>(frame: Frame): T {
  try {
    return JSON.parse(frame.payload.toString());
  } catch {
    throw new BrokenFrames('a frame is not JSON');
  }
}
