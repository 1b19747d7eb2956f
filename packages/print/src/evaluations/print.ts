import { Worker } from 'node:worker_threads';
import { DomainError } from '@gandan/domain/errors';
import type { EvaluationView } from '@gandan/domain/evaluations';
import type { EvaluationPart } from './document.ts';

/** A usual document takes under a second; this is for texts made to keep a machine busy. */
const TIME_LIMIT_MS = 20_000;
/** More at once would only make each of them slower. */
const AT_ONCE = 2;

const waiting: (() => void)[] = [];
let running = 0;

/** Draws the document in a worker thread, which is ended when it takes too long. */
export async function printEvaluation(
  view: EvaluationView,
  parts: readonly EvaluationPart[],
  timeLimit: number = TIME_LIMIT_MS,
): Promise<Uint8Array<ArrayBuffer>> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await drawIn(
      new Worker(new URL('./worker.ts', import.meta.url), { workerData: { view, parts } }),
      timeLimit,
    );
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

async function drawIn(worker: Worker, timeLimit: number): Promise<Uint8Array<ArrayBuffer>> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      timer = setTimeout(() => reject(tooLong(timeLimit)), timeLimit);
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('The worker ended without a document.')));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

const tooLong = (timeLimit: number) =>
  new DomainError('too-large', 'evaluation.too-long', {
    vi: `Vẽ tài liệu quá ${timeLimit / 1000} giây nên đã dừng. Hãy rút gọn các đoạn nhận xét rồi in lại.`,
    en: `Drawing the document took more than ${timeLimit / 1000} s and was stopped. Shorten the comments, then print again.`,
  });
