import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { findFile, insertFile } from '@gandan/db/jobs';
import type { Work } from '@gandan/db/work';
import { found } from '@gandan/domain/errors';
import { communeOf } from '@gandan/domain/policy';
import type { FileStore, KeptBytes, StoredFile } from './store.ts';

const SHA256 = /^[0-9a-f]{64}$/;

/** The file store in a folder of this machine. */
export function localFileStore(folder: string): FileStore {
  const pathOf = ({ sha256 }: Pick<StoredFile, 'sha256'>) => {
    if (!SHA256.test(sha256)) throw new Error(`not a content address: ${JSON.stringify(sha256)}`);
    return join(folder, sha256.slice(0, 2), sha256);
  };
  return {
    pathOf,
    open: (file) => createReadStream(pathOf(file)),
    keep: (content) => write(folder, pathOf, content),
    add: addFile,
    async put(work, name, mediaType, content) {
      return addFile(work, name, mediaType, await write(folder, pathOf, content));
    },
    async find(work, id) {
      return found(await findFile(work.trx, id), { vi: 'tệp này', en: 'such file' });
    },
  };
}

async function addFile(work: Work, name: string, mediaType: string, { sha256, size }: KeptBytes): Promise<string> {
  const id = work.newId();
  await insertFile(work.trx, {
    communeId: communeOf(work),
    id,
    sha256,
    name: name
      .replace(/\p{Cc}/gu, ' ')
      .normalize('NFC')
      .slice(0, 200),
    mediaType,
    size,
    createdBy: work.actor.userId,
    createdAt: work.now,
  });
  return id;
}

async function write(
  folder: string,
  pathOf: FileStore['pathOf'],
  content: Uint8Array | AsyncIterable<Uint8Array>,
): Promise<KeptBytes> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const temporary = join(folder, `.${randomUUID()}.part`);
  const hash = createHash('sha256');
  let size = 0;
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      for await (const chunk of content instanceof Uint8Array ? [content] : content) {
        hash.update(chunk);
        size += chunk.byteLength;
        await file.writeFile(chunk);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    const sha256 = hash.digest('hex');
    const path = pathOf({ sha256 });
    if ((await stat(path).catch(() => null))?.size !== size) {
      await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
      await rename(temporary, path);
      await syncFolder(join(path, '..'));
    }
    return { sha256, size };
  } finally {
    await rm(temporary, { force: true });
  }
}

// Without it the rename itself may not survive a power cut. Windows has no such thing as an open folder.
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
