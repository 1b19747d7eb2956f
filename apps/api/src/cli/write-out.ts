import { randomUUID } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DomainError } from '@gandan/domain/errors';

/** A file that is complete on disk, beside its place and not yet under its name. */
export interface PreparedFile {
  /** Gives it its name. */
  commit(): Promise<void>;
  /** Takes it away again; after `commit` it does nothing. */
  discard(): Promise<void>;
}

/** Writes a file whole or not at all: beside its place, then renamed. A place that cannot be written is a sentence. */
export async function writeOut(path: string, bytes: Uint8Array): Promise<void> {
  await (await prepareOut(path, bytes)).commit();
}

/** The first half of `writeOut`, for a file whose records have to be committed before anybody may find it. */
export async function prepareOut(path: string, bytes: Uint8Array): Promise<PreparedFile> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.part`);
  const discard = () => rm(temporary, { force: true });
  const orRefuse = async (task: () => Promise<void>) => {
    try {
      await task();
    } catch (error) {
      await discard();
      throw cannotWrite(path, error);
    }
  };
  await orRefuse(async () => {
    await refuseFolder(path);
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  });
  return { commit: () => orRefuse(() => rename(temporary, path)), discard };
}

// Renaming onto a folder fails only at the very end, when the records are stored already.
async function refuseFolder(path: string): Promise<void> {
  const there = await stat(path).catch(() => undefined);
  if (there?.isDirectory() === true) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
}

function cannotWrite(path: string, error: unknown): DomainError {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new DomainError('invalid', 'cli.out', {
    vi: `Không ghi được tệp ${path} (${reason}). Hãy chọn thư mục có sẵn và được phép ghi.`,
    en: `The file ${path} cannot be written (${reason}). Choose a folder that exists and may be written to.`,
  });
}
