import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DomainError } from '@gandan/domain/errors';

/**
 * Writes files into a folder that is made when it is not there. They are complete beside it before the first gets its
 * name, so that whoever looks into the folder finds whole files only. A name with `null` is taken away.
 */
export async function writeFolder(
  folder: string,
  files: Readonly<Record<string, Uint8Array | string | null>>,
): Promise<void> {
  const parts = join(dirname(folder), `.${basename(folder)}.${randomUUID()}.part`);
  try {
    await mkdir(parts, { recursive: true, mode: 0o700 });
    for (const [name, content] of Object.entries(files)) {
      if (content !== null) await writeWhole(join(parts, name), content);
    }
    await mkdir(folder, { recursive: true });
    for (const [name, content] of Object.entries(files)) {
      if (content === null) await rm(join(folder, name), { force: true });
      else await rename(join(parts, name), join(folder, name));
    }
  } catch (error) {
    throw cannotWrite(folder, error);
  } finally {
    // Where nothing could be made there is nothing to take away.
    await rm(parts, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const file = await open(path, 'wx', 0o644);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

function cannotWrite(folder: string, error: unknown): DomainError {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new DomainError('invalid', 'cli.out', {
    vi: `Không ghi được vào thư mục ${folder} (${reason}). Hãy chọn thư mục được phép ghi.`,
    en: `The folder ${folder} cannot be written to (${reason}). Choose a folder that may be written to.`,
  });
}
