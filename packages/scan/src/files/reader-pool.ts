import { Worker } from 'node:worker_threads';
import type { LayoutMap } from '@gandan/domain/questionnaires';
import { type PageReading, problem } from '../reading/index.ts';
import { LIMITS } from './limits.ts';
import type { PageContent } from './pages.ts';
import type { WorkerAnswer, WorkerQuestion } from './reader-worker.ts';

/** Reads pages in threads. A page that takes too long, or brings its thread down, costs only itself. */
export class ReaderPool {
  readonly #layouts: readonly LayoutMap[];
  readonly #size: number;
  readonly #idle: Worker[] = [];
  readonly #waiting: ((worker: Worker) => void)[] = [];
  #started = 0;

  constructor(layouts: readonly LayoutMap[], size = 2) {
    this.#layouts = layouts;
    this.#size = size;
  }

  async read(content: PageContent): Promise<PageReading> {
    if (content.kind === 'problem') return { sides: [], problems: [content.problem] };
    const worker = await this.#take();
    const answer = await ask(worker, content);
    if ('reading' in answer) {
      this.#giveBack(worker);
      return answer.reading;
    }
    await worker.terminate();
    this.#replace();
    return { sides: [], problems: [problem(answer.failed === 'time' ? 'reading.too-long' : 'image.unreadable')] };
  }

  async close(): Promise<void> {
    await Promise.all(this.#idle.splice(0).map((worker) => worker.terminate()));
  }

  #start(): Worker {
    return new Worker(new URL('./reader-worker.ts', import.meta.url), {
      workerData: this.#layouts,
      // Small heaps are swept often: two threads then stay within 400 MB, and are no slower.
      resourceLimits: { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 8 },
    });
  }

  async #take(): Promise<Worker> {
    const idle = this.#idle.pop();
    if (idle !== undefined) return idle;
    if (this.#started < this.#size) {
      this.#started += 1;
      return this.#start();
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #giveBack(worker: Worker): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#idle.push(worker);
    else next(worker);
  }

  #replace(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#started -= 1;
    else next(this.#start());
  }
}

function ask(worker: Worker, content: PageContent): Promise<WorkerAnswer | { readonly failed: 'time' | 'thread' }> {
  return new Promise((resolve) => {
    const clock = setTimeout(() => done({ failed: 'time' }), LIMITS.pageTime);
    const fail = () => done({ failed: 'thread' });
    const done = (answer: WorkerAnswer | { readonly failed: 'time' | 'thread' }) => {
      clearTimeout(clock);
      worker.off('message', done).off('error', fail).off('exit', fail);
      resolve(answer);
    };
    worker.on('message', done).on('error', fail).on('exit', fail);
    const bytes = handedOver(content);
    worker.postMessage({ content } satisfies WorkerQuestion, bytes === undefined ? [] : [bytes]);
  });
}

/** Pixels and packed pictures change their owner instead of being copied. */
function handedOver(content: PageContent): ArrayBuffer | undefined {
  const bytes =
    content.kind === 'grey'
      ? content.image.data
      : 'encoded' in content && 'bytes' in content.encoded
        ? content.encoded.bytes
        : undefined;
  return bytes?.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength
    ? bytes.buffer
    : undefined;
}
