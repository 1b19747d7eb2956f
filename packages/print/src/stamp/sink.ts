import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

/** Where the bytes of a PDF go, front to back; nothing is ever read back. */
export interface Sink {
  write(bytes: Uint8Array): void;
}

/** Where a file is written until it is complete. */
export function partName(path: string): string {
  return `${path}.${process.pid}.part`;
}

/** A file that appears under its name only when it is complete and on disk. */
class FileSink implements Sink {
  readonly #path: string;
  readonly #part: string;
  readonly #file: number;

  constructor(path: string) {
    this.#path = path;
    this.#part = partName(path);
    this.#file = openSync(this.#part, 'w');
  }

  write(bytes: Uint8Array): void {
    let from = 0;
    while (from < bytes.length) from += writeSync(this.#file, bytes, from, bytes.length - from);
  }

  /** Forces the bytes to disk, then gives the file its name. */
  commit(): void {
    fsyncSync(this.#file);
    closeSync(this.#file);
    renameSync(this.#part, this.#path);
  }

  /** Leaves no trace. */
  discard(): void {
    closeSync(this.#file);
    rmSync(this.#part, { force: true });
  }
}

/** Writes a file that appears only when it is complete; an error on the way leaves none. */
export async function writeToFile<T>(path: string, write: (sink: Sink) => Promise<T>): Promise<T> {
  const file = new FileSink(path);
  try {
    const written = await write(file);
    file.commit();
    return written;
  } catch (error) {
    file.discard();
    throw error;
  }
}

/** Bytes in memory, for a page or two. */
export class MemorySink implements Sink {
  readonly #chunks: Uint8Array[] = [];

  write(bytes: Uint8Array): void {
    // A copy: the writer fills its buffer anew (and a Buffer's own slice would share it).
    this.#chunks.push(new Uint8Array(bytes));
  }

  bytes(): Uint8Array {
    return Buffer.concat(this.#chunks);
  }
}

const BUFFER = 1 << 18;
/** Objects in one block of offsets. */
const OFFSETS = 1 << 14;

/** Numbers and places the objects of a PDF while they stream out; holds one buffer and one number an object. */
export class ObjectWriter {
  readonly #sink: Sink;
  readonly #buffer = Buffer.allocUnsafe(BUFFER);
  readonly #hash = createHash('md5');
  /** Offset of each object in the file, by its number; 0 while it is only promised. In blocks: growing copies nothing. */
  readonly #offsets: Float64Array[] = [];
  #objects = 1;
  #used = 0;
  #flushed = 0;

  constructor(sink: Sink) {
    this.#sink = sink;
    this.#raw('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n');
  }

  /** Bytes written so far. */
  get size(): number {
    return this.#flushed + this.#used;
  }

  /** A number for an object that is written later. */
  reserve(): number {
    const id = this.#objects;
    this.#objects += 1;
    return id;
  }

  object(id: number, body: string): void {
    this.#begin(id);
    this.#raw(`${body}\nendobj\n`);
  }

  /** `dictionary` without its brackets and without `/Length`. */
  stream(id: number, dictionary: string, data: Uint8Array): void {
    this.#begin(id);
    this.#raw(`<<${dictionary}/Length ${data.length}>>\nstream\n`);
    this.#bytes(data);
    this.#raw('\nendstream\nendobj\n');
  }

  /** A stream whose bytes are the characters of a text, with the object that stands right behind it: a page. */
  pageObjects(streamId: number, data: string, id: number, body: string): void {
    this.#place(streamId);
    const head = `${streamId} 0 obj\n<</Length ${data.length}>>\nstream\n`;
    this.#raw(`${head}${data}\nendstream\nendobj\n`);
    this.object(id, body);
  }

  /** Cross-reference table and trailer; the file's id is the hash of its own bytes. */
  finish(catalog: number, info: number): number {
    const start = this.size;
    this.#raw(`xref\n0 ${this.#objects}\n0000000000 65535 f \n`);
    for (let id = 1; id < this.#objects; id += 1) {
      this.#raw(`${String(this.#offsetOf(id)).padStart(10, '0')} 00000 n \n`);
    }
    this.#flush();
    const id = this.#hash.digest('hex');
    const trailer = `<</Size ${this.#objects}/Root ${catalog} 0 R/Info ${info} 0 R/ID[<${id}><${id}>]>>`;
    const end = Buffer.from(`trailer\n${trailer}\nstartxref\n${start}\n%%EOF\n`, 'latin1');
    this.#sink.write(end);
    return this.#flushed + end.length;
  }

  #begin(id: number): void {
    this.#place(id);
    this.#raw(`${id} 0 obj\n`);
  }

  #place(id: number): void {
    const block = Math.floor(id / OFFSETS);
    let offsets = this.#offsets[block];
    if (offsets === undefined) {
      offsets = new Float64Array(OFFSETS);
      this.#offsets[block] = offsets;
    }
    if (id >= this.#objects || offsets[id % OFFSETS] !== 0) {
      throw new Error(`object ${id} is written twice or was never reserved`);
    }
    offsets[id % OFFSETS] = this.size;
  }

  #offsetOf(id: number): number {
    const offset = this.#offsets[Math.floor(id / OFFSETS)]?.[id % OFFSETS] ?? 0;
    if (offset === 0) throw new Error(`object ${id} was reserved and never written`);
    return offset;
  }

  /** Latin-1 text, one byte a character. */
  #raw(text: string): void {
    if (this.#used + text.length > BUFFER) this.#flush();
    if (text.length > BUFFER) this.#bytes(Buffer.from(text, 'latin1'));
    else this.#used += this.#buffer.write(text, this.#used, 'latin1');
  }

  #bytes(data: Uint8Array): void {
    if (this.#used + data.length > BUFFER) this.#flush();
    if (data.length > BUFFER) this.#pass(data);
    else {
      this.#buffer.set(data, this.#used);
      this.#used += data.length;
    }
  }

  #flush(): void {
    if (this.#used > 0) this.#pass(this.#buffer.subarray(0, this.#used));
    this.#used = 0;
  }

  #pass(data: Uint8Array): void {
    this.#hash.update(data);
    this.#sink.write(data);
    this.#flushed += data.length;
  }
}
