import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { DomainError, invalidField } from '@gandan/domain/errors';
import { MAX_FILE_BYTES } from '../households/import/limits.ts';

/** The bytes of a file of the command line, looked at before they are read into memory. */
export async function readFormBytes(path: string): Promise<Uint8Array> {
  const info = await stat(path).catch(() => undefined);
  if (info === undefined || !info.isFile()) {
    throw invalidField('file', 'cli.file', {
      vi: `Không có tệp ${path}. Hãy kiểm tra lại tên và thư mục.`,
      en: `There is no file ${path}. Check its name and folder.`,
    });
  }
  if (info.size > MAX_FILE_BYTES) {
    throw new DomainError('too-large', 'import.too-large', {
      vi: `Tệp ${basename(path)} lớn hơn ${MAX_FILE_BYTES / 1024 / 1024} MB, không phải biểu mẫu.`,
      en: `${basename(path)} is larger than ${MAX_FILE_BYTES / 1024 / 1024} MB; it is no form.`,
    });
  }
  return readFile(path);
}
