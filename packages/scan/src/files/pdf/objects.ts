/** A PDF object as it stands in the file; streams are kept as their dictionary and where their bytes begin. */
export type PdfObject =
  | null
  | boolean
  | number
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'text'; readonly bytes: string }
  | { readonly kind: 'ref'; readonly id: number }
  | { readonly kind: 'array'; readonly items: readonly PdfObject[] }
  | PdfDict;

export interface PdfDict {
  readonly kind: 'dict';
  readonly entries: ReadonlyMap<string, PdfObject>;
  /** Offset, within the text that was parsed, of the first byte after `stream`; absent when there is none. */
  readonly stream?: number;
}

/** The text ended within an object: more of the file is needed. */
export class NeedsMore extends Error {}

/** What does not follow the grammar; the caller then leaves the file to the full library. */
export class NotPlain extends Error {}

const SPACE = new Set([' ', '\t', '\n', '\r', '\f', '\0']);
const DELIMITER = new Set(['(', ')', '<', '>', '[', ']', '{', '}', '/', '%']);
/** Deeper nesting than any page has is an attack. */
const DEEPEST = 40;

/** Reads objects out of Latin-1 text. */
export class ObjectParser {
  readonly #text: string;
  /** The text is all there is: its end ends a number as well as a space does. */
  readonly #complete: boolean;
  at: number;

  constructor(text: string, at = 0, complete = false) {
    this.#text = text;
    this.at = at;
    this.#complete = complete;
  }

  /** The next word that is no object: `obj`, `R`, `Do`, `xref`. */
  word(): string {
    this.#skip();
    const start = this.at;
    while (this.at < this.#text.length && !SPACE.has(this.#here()) && !DELIMITER.has(this.#here())) this.at += 1;
    if (this.at >= this.#text.length && !this.#complete) throw new NeedsMore();
    return this.#text.slice(start, this.at);
  }

  object(depth = 0): PdfObject {
    if (depth > DEEPEST) throw new NotPlain('nested too deep');
    this.#skip();
    const first = this.#here();
    if (first === '/') return this.#name();
    if (first === '(') return this.#string();
    if (first === '[') return this.#array(depth);
    if (first === '<') return this.#text[this.at + 1] === '<' ? this.#dict(depth) : this.#hexString();
    return this.#atom();
  }

  /** Whether only space is left. */
  get done(): boolean {
    while (this.at < this.#text.length && SPACE.has(this.#here())) this.at += 1;
    return this.at >= this.#text.length;
  }

  #atom(): PdfObject {
    const word = this.word();
    if (word === 'true') return true;
    if (word === 'false') return false;
    if (word === 'null') return null;
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) throw new NotPlain(`not an object: ${word.slice(0, 20)}`);
    const back = this.at;
    if (/^\d+$/.test(word) && this.#isReference()) return { kind: 'ref', id: Number(word) };
    this.at = back;
    return Number(word);
  }

  #isReference(): boolean {
    if (this.#complete && this.done) return false;
    if (!/^\d+$/.test(this.word())) return false;
    return !(this.#complete && this.done) && this.word() === 'R';
  }

  #name(): PdfObject {
    this.at += 1;
    const start = this.at;
    while (this.at < this.#text.length && !SPACE.has(this.#here()) && !DELIMITER.has(this.#here())) this.at += 1;
    if (this.at >= this.#text.length && !this.#complete) throw new NeedsMore();
    return { kind: 'name', name: this.#text.slice(start, this.at) };
  }

  #string(): PdfObject {
    const start = this.at + 1;
    let open = 0;
    for (; this.at < this.#text.length; this.at += 1) {
      const sign = this.#here();
      if (sign === '\\') this.at += 1;
      else if (sign === '(') open += 1;
      else if (sign === ')') {
        open -= 1;
        if (open > 0) continue;
        this.at += 1;
        return { kind: 'text', bytes: this.#text.slice(start, this.at - 1) };
      }
    }
    throw new NeedsMore();
  }

  #hexString(): PdfObject {
    const end = this.#text.indexOf('>', this.at);
    if (end < 0) throw new NeedsMore();
    const bytes = this.#text.slice(this.at + 1, end);
    this.at = end + 1;
    return { kind: 'text', bytes };
  }

  #array(depth: number): PdfObject {
    this.at += 1;
    const items: PdfObject[] = [];
    for (;;) {
      this.#skip();
      if (this.#here() === ']') break;
      items.push(this.object(depth + 1));
    }
    this.at += 1;
    return { kind: 'array', items };
  }

  #dict(depth: number): PdfDict {
    this.at += 2;
    const entries = new Map<string, PdfObject>();
    for (;;) {
      this.#skip();
      if (this.#here() === '>') break;
      const key = this.object(depth + 1);
      if (typeof key !== 'object' || key?.kind !== 'name') throw new NotPlain('a key that is no name');
      entries.set(key.name, this.object(depth + 1));
    }
    this.at += 2;
    return { kind: 'dict', entries };
  }

  /** Space and comments. */
  #skip(): void {
    while (this.at < this.#text.length) {
      if (this.#here() === '%') {
        while (this.at < this.#text.length && this.#here() !== '\n' && this.#here() !== '\r') this.at += 1;
      } else if (SPACE.has(this.#here())) this.at += 1;
      else return;
    }
    throw new NeedsMore();
  }

  #here(): string {
    return this.#text[this.at] ?? '';
  }
}
