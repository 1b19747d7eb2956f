import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DomainError } from '@gandan/domain/errors';

/** Writes a file whole or not at all: beside its place, then renamed. A place that cannot be written is a sentence. */
export async function writeOut(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.part`);
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new DomainError('invalid', 'cli.out', {
      vi: `Không ghi được tệp ${path} (${reason}). Hãy chọn thư mục có sẵn và được phép ghi.`,
      en: `The file ${path} cannot be written (${reason}). Choose a folder that exists and may be written to.`,
    });
  }
}
