import { Worker } from 'node:worker_threads';
import { DomainError } from '@gandan/domain/errors';
import { chooseSheet, findTable, type ImportTable } from '@gandan/domain/households';
import { LIST_LIMITS, MAX_FILE_BYTES, MAX_HEAP_MB, MAX_PARSE_MS, type TableLimits } from './limits.ts';
import type { NamedRows } from './read-xlsx.ts';
import { refusals } from './refusals.ts';

type Answer =
  | { readonly sheets: NamedRows[] }
  | { readonly refusal: Pick<DomainError, 'kind' | 'code' | 'sentence' | 'places'> };

/**
 * Reads a list from the bytes of an .xlsx or CSV file.
 * @throws DomainError `import.…` that says what the file is and what to do
 */
export async function parseList(bytes: Uint8Array, options: { timeMs?: number } = {}): Promise<ImportTable> {
  const sheets = await parseSheets(bytes, LIST_LIMITS, options);
  return findTable(chooseSheet(sheets.map(({ rows }) => rows)));
}

/** The sheets of an .xlsx or CSV file, read in a worker thread with limits of size, time and memory. */
export async function parseSheets(
  bytes: Uint8Array,
  limits: TableLimits,
  { timeMs = MAX_PARSE_MS } = {},
): Promise<NamedRows[]> {
  if (bytes.byteLength > MAX_FILE_BYTES) throw refusals.tooLarge();
  const worker = new Worker(new URL('./parse-worker.ts', import.meta.url), {
    workerData: { bytes, limits },
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
    if ('sheets' in answer) return answer.sheets;
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
