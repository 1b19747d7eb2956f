import type { Answers } from '@gandan/domain/entry';
import type { ErrorPlace, Sentence } from '@gandan/domain/errors';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { open, type Sealed, seal } from './seal.ts';

/** What was keyed of one sheet and is on this machine until the server has it. */
export interface Kept {
  readonly sheet: string;
  /** The account that keyed it: nobody else's session sends it. */
  readonly account: string;
  readonly answers: Answers;
  readonly note: string;
  readonly keystroke: number;
  /** Keyed a second time (`second`), or read again after the two keyings differed (`again`). The first time when absent. */
  readonly pass?: 'second' | 'again';
  /** Set once the clerk has saved the sheet: then it is a response with an id of its own, made here, sent at most once. */
  readonly response?: { readonly id: string; readonly seconds: number };
  /** Order of keeping, so that an older answer of the server never drops a newer key. */
  readonly turn: number;
  /** The server said no, and will say no again: somebody has to look. */
  readonly refusal?: { readonly sentence: Sentence; readonly places: readonly ErrorPlace[] };
}

interface Schema extends DBSchema {
  kept: { key: string; value: { readonly sheet: string; readonly sealed: Sealed } };
  key: { key: string; value: CryptoKey };
}

const NAME = 'gandan-entry';

/** The sheets on this machine, in IndexedDB, sealed with a key that the page cannot read out and that goes with them. */
export class EntryStore {
  readonly #db: Promise<IDBPDatabase<Schema>>;

  constructor() {
    this.#db = openDB<Schema>(NAME, 1, {
      upgrade(db) {
        db.createObjectStore('kept', { keyPath: 'sheet' });
        db.createObjectStore('key');
      },
    });
  }

  async keep(kept: Kept): Promise<void> {
    const db = await this.#db;
    const sealed = await seal(kept, await this.#key());
    await db.put('kept', { sheet: kept.sheet, sealed });
  }

  async read(sheet: string): Promise<Kept | undefined> {
    const row = await (await this.#db).get('kept', sheet);
    return row === undefined ? undefined : await open<Kept>(row.sealed, await this.#key());
  }

  /** Everything that is waiting, oldest first. */
  async all(): Promise<readonly Kept[]> {
    const key = await this.#key();
    const rows = await (await this.#db).getAll('kept');
    const kept = await Promise.all(rows.map((row) => open<Kept>(row.sealed, key)));
    return kept.sort((a, b) => a.turn - b.turn);
  }

  /** Drops what the server has, unless something newer was kept meanwhile. */
  async drop(sheet: string, turn: number): Promise<void> {
    if ((await this.read(sheet))?.turn === turn) await (await this.#db).delete('kept', sheet);
  }

  /** Nothing of this is left on the machine. Cleared, not deleted: deleting waits for every other tab. */
  async wipe(): Promise<void> {
    const step = (await this.#db).transaction(['kept', 'key'], 'readwrite');
    await Promise.all([step.objectStore('kept').clear(), step.objectStore('key').clear()]);
    await step.done;
  }

  async close(): Promise<void> {
    (await this.#db).close();
  }

  async #key(): Promise<CryptoKey | null> {
    // Only there over HTTPS and on localhost; without it the sheets are kept as they are, and still wiped at sign-out.
    if (globalThis.crypto?.subtle === undefined) return null;
    const db = await this.#db;
    const known = await db.get('key', NAME);
    if (known !== undefined) return known;
    const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    // Two tabs may make one at the same moment: the first one stored counts.
    const step = db.transaction('key', 'readwrite');
    const first = await step.store.get(NAME);
    if (first === undefined) await step.store.put(made, NAME);
    await step.done;
    return first ?? made;
  }
}
