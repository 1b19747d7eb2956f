import { parentPort, workerData } from 'node:worker_threads';
import { DomainError } from '@gandan/domain/errors';
import type { PacketWorkerInput, PacketWorkerMessage } from './in-worker.ts';
import { type WrittenPackets, writePackets } from './write-packets.ts';

const { files } = workerData as PacketWorkerInput;
const send = (message: PacketWorkerMessage) => parentPort?.postMessage(message);

try {
  const written: WrittenPackets[] = [];
  for (const [file, { path, packets, form, createdAt }] of files.entries()) {
    const onProgress = (done: number) => send({ kind: 'progress', file, done });
    written.push(await writePackets(path, packets, form, { createdAt, onProgress }));
  }
  send({ kind: 'written', written });
} catch (error) {
  // An error loses its class on the way between threads; a refusal is rebuilt on the other side.
  if (!(error instanceof DomainError)) throw error;
  const { kind, code, sentence, places } = error;
  send({ kind: 'refused', refusal: { kind, code, sentence, places } });
}
