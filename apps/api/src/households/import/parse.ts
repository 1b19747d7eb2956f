import { Worker } from 'node:worker_threads';
import { DomainError } from '@gandan/domain/errors';
import { chooseSheet, findTable, type ImportTable } from '@gandan/domain/households';
import { MAX_FILE_BYTES, MAX_HEAP_MB, MAX_PARSE_MS } from './limits.ts';
import { refusals } from './refusals.ts';

type Answer =
  | { readonly sheets: string[][][] }
  | { readonly refusal: Pick<DomainError, 'kind' | 'code' | 'sentence' | 'places'> };

/**
 * Reads a list from the bytes of an .xlsx or CSV file, in a worker thread with limits of size, time and memory.
 * @throws DomainError `import.…` that says what the file is and what to do
 */
export async function parseList(bytes: Uint8Array, { timeMs = MAX_PARSE_MS } = {}): Promise<ImportTable> {
  if (bytes.byteLength > MAX_FILE_BYTES) throw refusals.tooLarge();
  const worker = new Worker(new URL('./parse-worker.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    // Nothing of the server's settings or output is the business of a file.
    env: {},
    stdout: true,
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const answer = await new Promise<Answer>((resolve, reject) => {
      timer = setTimeout(() => reject(refusals.tooHeavy()), timeMs);
      worker.once('message', resolve);
      worker.once('error', (error) => reject(isOutOfMemory(error) ? refusals.tooHeavy() : error));
      worker.once('exit', () => reject(refusals.tooHeavy()));
    });
    if ('sheets' in answer) return findTable(chooseSheet(answer.sheets));
    const { kind, code, sentence, places } = answer.refusal;
    throw new DomainError(kind, code, sentence, places);
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
