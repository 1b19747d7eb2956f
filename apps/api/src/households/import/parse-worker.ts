import { parentPort, workerData } from 'node:worker_threads';
import { DomainError } from '@gandan/domain/errors';
import type { TableLimits } from './limits.ts';
import { sniff } from './sniff.ts';

// A thread of its own: it can be ended when a file takes too long or too much memory, and nothing else stands still.
try {
  const { bytes, limits }: { bytes: Uint8Array; limits: TableLimits } = workerData;
  // Only the reader that is needed is loaded: that is most of what a small file takes.
  const sheets =
    sniff(bytes) === 'xlsx'
      ? await (await import('./read-xlsx.ts')).readWorkbook(bytes, limits)
      : [{ name: '', rows: (await import('./read-csv.ts')).readCsv(bytes, limits) }];
  parentPort?.postMessage({ sheets });
} catch (error) {
  if (!(error instanceof DomainError)) throw error;
  const { kind, code, sentence, places } = error;
  parentPort?.postMessage({ refusal: { kind, code, sentence, places } });
}
