import { rmSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { DomainError, type ErrorKind, type ErrorPlace, type Sentence } from '@gandan/domain/errors';
import type { PacketView } from '@gandan/domain/meetings';
import type { StoredForm } from '../sheets/index.ts';
import { partName } from '../stamp/index.ts';
import type { PacketForms, WrittenPackets } from './write-packets.ts';

/** One PDF of packets; everything in it can be copied between threads. */
export interface PacketFile {
  readonly path: string;
  readonly packets: readonly PacketView[];
  readonly form: PacketForms;
  readonly createdAt: Date;
}

/** What the thread is given. */
export interface PacketWorkerInput {
  readonly files: readonly PacketFile[];
}

/** What the thread tells back. */
export type PacketWorkerMessage =
  | { readonly kind: 'progress'; readonly file: number; readonly done: number }
  | { readonly kind: 'written'; readonly written: readonly WrittenPackets[] }
  | {
      readonly kind: 'refused';
      readonly refusal: {
        readonly kind: ErrorKind;
        readonly code: string;
        readonly sentence: Sentence;
        readonly places: readonly ErrorPlace[];
      };
    };

/** Bounds of the thread: printing keeps little, so a small nursery only makes the collector tidy up sooner. */
const LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 192 };

/**
 * `writePackets` in a thread of its own, so that the server answers meanwhile: several files one after the other in one
 * thread, which loads its fonts once. Progress tells which file, and how many
 * of its sheets. Aborting ends the thread at once, leaves no file half written, and rejects with the signal's reason.
 */
export function writeFilesInWorker(
  files: readonly PacketFile[],
  { onProgress, signal }: { onProgress?: (file: number, done: number) => void; signal?: AbortSignal },
): Promise<readonly WrittenPackets[]> {
  const input: PacketWorkerInput = {
    files: files.map(({ form, ...file }) => {
      const { slip, minutes } = form;
      return { ...file, form: { ...plain(form), slip: slip && plain(slip), minutes: minutes && plain(minutes) } };
    }),
  };
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = new Worker(new URL('./packet-worker.ts', import.meta.url), {
      workerData: input,
      resourceLimits: LIMITS,
    });
    const abort = () => {
      void worker.terminate().then(() => {
        for (const { path } of files) rmSync(partName(path), { force: true });
        reject(signal?.reason);
      });
    };
    signal?.addEventListener('abort', abort, { once: true });
    worker.on('message', (message: PacketWorkerMessage) => {
      if (message.kind === 'progress') onProgress?.(message.file, message.done);
      else if (message.kind === 'written') resolve(message.written);
      else {
        const { kind, code, sentence, places } = message.refusal;
        reject(new DomainError(kind, code, sentence, places));
      }
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      signal?.removeEventListener('abort', abort);
      // Reached only when the thread ended without a word; a settled promise ignores it.
      if (signal?.aborted !== true) reject(new Error('the printing thread ended before its file was complete'));
    });
  });
}

/** What of a form the press needs: a compiled one carries more. */
const plain = ({ templatePdf, layout }: StoredForm): StoredForm => ({ templatePdf, layout });
