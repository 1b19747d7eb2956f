import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { NeedsMore, NotPlain, ObjectParser, type PdfDict, type PdfObject } from './objects.ts';

/** Where an object stands: at an offset of the file, or as the nth object packed in a stream. */
type Place = { readonly offset: number } | { readonly within: number; readonly index: number };

const WINDOW = 4096;
const LARGEST_OBJECT = 4 * 1024 * 1024;
const LARGEST_TABLE = 32 * 1024 * 1024;
const MOST_SECTIONS = 200;

/**
 * A PDF read where it lies: only the objects that are asked for come into memory. It understands what scanners and their
 * drivers write (tables or streams of cross-references, packed objects); for anything else it throws `NotPlain`.
 */
export class PdfFile {
  readonly #file: number;
  readonly size: number;
  readonly #places = new Map<number, Place>();
  /** The packed objects that were last looked into. */
  #packed: {
    readonly id: number;
    readonly text: string;
    readonly first: number;
    readonly starts: readonly number[];
  } | null = null;
  readonly trailer: PdfDict;

  constructor(path: string) {
    this.#file = openSync(path, 'r');
    try {
      this.size = fstatSync(this.#file).size;
      this.trailer = this.#readSections();
    } catch (error) {
      this.close();
      throw error instanceof NeedsMore ? new NotPlain('cut off') : error;
    }
  }

  close(): void {
    closeSync(this.#file);
  }

  /** Follows references; a missing object is null, as the format wants it. */
  resolve(object: PdfObject | undefined): PdfObject {
    let known = object ?? null;
    for (let step = 0; typeof known === 'object' && known?.kind === 'ref'; step += 1) {
      if (step > 20) throw new NotPlain('references in a circle');
      known = this.#object(known.id);
    }
    return known;
  }

  dict(object: PdfObject | undefined): PdfDict {
    const known = this.resolve(object);
    if (typeof known === 'object' && known?.kind === 'dict') return known;
    throw new NotPlain('no dictionary');
  }

  get(dict: PdfDict, key: string): PdfObject {
    return this.resolve(dict.entries.get(key));
  }

  /** The bytes of a stream as they are in the file. */
  raw(dict: PdfDict, most = Number.POSITIVE_INFINITY): Uint8Array {
    const length = this.get(dict, 'Length');
    if (dict.stream === undefined || typeof length !== 'number' || length < 0) throw new NotPlain('no stream');
    if (length > most || dict.stream + length > this.size) throw new NotPlain('a stream that is too long');
    return this.#read(dict.stream, length);
  }

  /** The content of a stream that is packed by Flate or not at all. */
  content(dict: PdfDict, most: number): Buffer {
    const bytes = this.raw(dict, most);
    const filter = nameOf(this.#single(this.get(dict, 'Filter')));
    if (filter === undefined) return Buffer.from(bytes);
    if (filter !== 'FlateDecode') throw new NotPlain(`filter ${filter}`);
    const unpacked = inflateSync(bytes, { maxOutputLength: most });
    const parms = this.#single(this.get(dict, 'DecodeParms'));
    return typeof parms === 'object' && parms?.kind === 'dict' ? this.#unpredicted(unpacked, parms) : unpacked;
  }

  /** The only item of an array, or the object itself. */
  #single(object: PdfObject): PdfObject {
    if (typeof object !== 'object' || object?.kind !== 'array') return object;
    if (object.items.length > 1) throw new NotPlain('several filters');
    return this.resolve(object.items[0]);
  }

  #read(offset: number, length: number): Buffer {
    const buffer = Buffer.alloc(Math.max(0, Math.min(length, this.size - offset)));
    let done = 0;
    while (done < buffer.length) {
      const read = readSync(this.#file, buffer, done, buffer.length - done, offset + done);
      if (read === 0) throw new NotPlain('cut off');
      done += read;
    }
    return buffer;
  }

  /** Parses from an offset, with as much of the file as it takes. */
  #parse<T>(offset: number, task: (parser: ObjectParser) => T): T {
    if (offset < 0 || offset >= this.size) throw new NotPlain('an offset outside of the file');
    for (let length = WINDOW; ; length *= 8) {
      const text = this.#read(offset, length).toString('latin1');
      try {
        return task(new ObjectParser(text, 0, offset + length >= this.size));
      } catch (error) {
        if (!(error instanceof NeedsMore) || offset + length >= this.size || length > LARGEST_OBJECT) throw error;
      }
    }
  }

  #object(id: number): PdfObject {
    const place = this.#places.get(id);
    if (place === undefined) return null;
    return 'offset' in place ? this.#objectAt(place.offset, id) : this.#packedObject(place.within, place.index);
  }

  #objectAt(offset: number, id: number | null): PdfObject {
    return this.#parse(offset, (parser) => {
      const found = Number(parser.word());
      const generation = parser.word();
      if (!/^\d+$/.test(generation) || parser.word() !== 'obj') throw new NotPlain('no object where one should be');
      if (id !== null && found !== id) throw new NotPlain('another object than the table says');
      const object = parser.object();
      if (typeof object !== 'object' || object?.kind !== 'dict') return object;
      const start = this.#streamStart(parser, offset);
      return start === null ? object : { ...object, stream: start };
    });
  }

  #streamStart(parser: ObjectParser, offset: number): number | null {
    if (parser.word() !== 'stream') return null;
    const [first, second] = this.#read(offset + parser.at, 2);
    return offset + parser.at + (first === 13 && second === 10 ? 2 : 1);
  }

  #packedObject(within: number, index: number): PdfObject {
    if (this.#packed?.id !== within) {
      const dict = this.dict({ kind: 'ref', id: within });
      const [count, first] = [this.get(dict, 'N'), this.get(dict, 'First')];
      if (typeof count !== 'number' || typeof first !== 'number' || count > 100_000)
        throw new NotPlain('packed objects');
      const text = this.content(dict, LARGEST_TABLE).toString('latin1');
      const numbers = text.slice(0, first).trim().split(/\s+/).map(Number);
      const starts = Array.from({ length: count }, (_, at) => numbers[2 * at + 1] ?? 0);
      this.#packed = { id: within, text, first, starts };
    }
    const { text, first, starts } = this.#packed;
    return new ObjectParser(text, first + (starts[index] ?? 0), true).object();
  }

  /** All sections of cross-references from the newest to the oldest; gives the newest trailer. */
  #readSections(): PdfDict {
    const tail = this.#read(Math.max(0, this.size - 2048), 2048).toString('latin1');
    const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail.trimEnd())?.[1];
    if (start === undefined) throw new NotPlain('no startxref');
    let newest: PdfDict | null = null;
    const seen = new Set<number>();
    for (let offset: number | null = Number(start); offset !== null; ) {
      if (seen.has(offset) || seen.size > MOST_SECTIONS) throw new NotPlain('cross-references in a circle');
      seen.add(offset);
      const trailer: PdfDict = this.#section(offset);
      newest ??= trailer;
      const before = trailer.entries.get('Prev');
      offset = typeof before === 'number' ? before : null;
    }
    if (newest === null) throw new NotPlain('no trailer');
    return newest;
  }

  #section(offset: number): PdfDict {
    const first = this.#parse(offset, (parser) => parser.word());
    return first === 'xref' ? this.#table(offset) : this.#crossReferenceStream(offset);
  }

  #table(offset: number): PdfDict {
    return this.#parse(offset, (parser) => {
      parser.word();
      const entries: [number, number][] = [];
      for (let word = parser.word(); word !== 'trailer'; word = parser.word()) {
        const [from, count] = [Number(word), Number(parser.word())];
        if (!Number.isInteger(from) || !Number.isInteger(count) || count > 2_000_000)
          throw new NotPlain('a broken table');
        for (let at = 0; at < count; at += 1) {
          const place = Number(parser.word());
          parser.word();
          if (parser.word() === 'n') entries.push([from + at, place]);
        }
      }
      const trailer = parser.object();
      if (typeof trailer !== 'object' || trailer?.kind !== 'dict' || trailer.entries.has('XRefStm')) {
        throw new NotPlain('no plain trailer');
      }
      for (const [id, place] of entries) this.#remember(id, { offset: place });
      return trailer;
    });
  }

  #crossReferenceStream(offset: number): PdfDict {
    const dict = this.#objectAt(offset, null);
    if (typeof dict !== 'object' || dict?.kind !== 'dict') throw new NotPlain('no cross-references');
    const widths = numbersOf(this.get(dict, 'W'));
    const size = this.get(dict, 'Size');
    const index = numbersOf(this.get(dict, 'Index'));
    const ranges = index.length > 0 ? index : [0, typeof size === 'number' ? size : 0];
    const [kindW = 0, placeW = 0, indexW = 0] = widths;
    const rows = this.content(dict, LARGEST_TABLE);
    const field = (at: number, width: number) => (width === 0 ? 0 : rows.readUIntBE(at, width));
    if ([kindW, placeW, indexW].some((width) => width > 6)) throw new NotPlain('wide cross-references');
    let at = 0;
    for (let range = 0; range + 1 < ranges.length; range += 2) {
      for (let step = 0; step < (ranges[range + 1] ?? 0); step += 1) {
        if (at + kindW + placeW + indexW > rows.length) throw new NotPlain('cut-off cross-references');
        const kind = kindW === 0 ? 1 : field(at, kindW);
        const place = field(at + kindW, placeW);
        const inside = field(at + kindW + placeW, indexW);
        at += kindW + placeW + indexW;
        const id = (ranges[range] ?? 0) + step;
        if (kind === 1) this.#remember(id, { offset: place });
        else if (kind === 2) this.#remember(id, { within: place, index: inside });
      }
    }
    return dict;
  }

  /** Newer sections come first and win. */
  #remember(id: number, place: Place): void {
    if (!this.#places.has(id)) this.#places.set(id, place);
  }

  /** Takes back the PNG prediction "up", the only one that cross-references are written with. */
  #unpredicted(bytes: Buffer, parms: PdfDict): Buffer {
    const predictor = this.get(parms, 'Predictor');
    if (predictor === null || predictor === 1) return bytes;
    const columns = this.get(parms, 'Columns');
    if (typeof predictor !== 'number' || predictor < 10 || typeof columns !== 'number')
      throw new NotPlain('a predictor');
    const rows = Math.floor(bytes.length / (columns + 1));
    const out = Buffer.alloc(rows * columns);
    for (let row = 0; row < rows; row += 1) {
      const method = bytes[row * (columns + 1)];
      if (method !== 0 && method !== 2) throw new NotPlain('a predictor');
      for (let column = 0; column < columns; column += 1) {
        const above = method === 2 && row > 0 ? (out[(row - 1) * columns + column] ?? 0) : 0;
        out[row * columns + column] = ((bytes[row * (columns + 1) + 1 + column] ?? 0) + above) & 0xff;
      }
    }
    return out;
  }
}

/** The word of a name object. */
export function nameOf(object: PdfObject | undefined): string | undefined {
  return typeof object === 'object' && object?.kind === 'name' ? object.name : undefined;
}

function numbersOf(object: PdfObject): readonly number[] {
  if (typeof object !== 'object' || object?.kind !== 'array') return [];
  return object.items.map((item) => (typeof item === 'number' ? item : Number.NaN));
}
