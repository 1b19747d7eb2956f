import { parentPort, workerData } from 'node:worker_threads';
import { DomainError } from '@gandan/domain/errors';
import { writePackets } from '@gandan/print/packet';
import type { DrawOrder } from './draw.ts';

// Drawing thousands of pages takes seconds of one core: here, so that keying clerks notice nothing of it.
const { path, views, form, createdAt }: DrawOrder = workerData;
try {
  await writePackets(path, views, form, { createdAt, onProgress: (done) => parentPort?.postMessage({ done }) });
  parentPort?.postMessage({ written: true });
} catch (error) {
  if (!(error instanceof DomainError)) throw error;
  const { kind, code, sentence, places } = error;
  parentPort?.postMessage({ refusal: { kind, code, sentence, places } });
}
