import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BackupOptions } from './backup.ts';
import { BrokenFrames } from './format.ts';

/** Stored files of a backup: staged beside their places, moved there when everything else is well. */
export class IncomingFiles {
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
