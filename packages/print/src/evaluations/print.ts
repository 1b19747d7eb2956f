import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { DomainError } from '@gandan/domain/errors';
import type { EvaluationView, SelfFormView } from '@gandan/domain/evaluations';
import type { StoredForm } from '../packet/index.ts';
import type { EvaluationPart } from './document.ts';

/** A usual document takes a second; this is for texts made to keep a machine busy. */
const TIME_LIMIT_MS = 30_000;
/** More at once would only make each of them slower. */
const AT_ONCE = 2;
/** A worker that has drawn is kept for the next one: the first document of a worker pays for loading everything. */
const KEEP_IDLE_MS = 60_000;

const waiting: (() => void)[] = [];
let running = 0;
let kept: { readonly worker: Worker; readonly timer: NodeJS.Timeout } | undefined;

/** What a worker draws: the document of one evaluation, or the self-assessment forms of some cadres. */
export type DrawTask =
  | { readonly view: EvaluationView; readonly parts: readonly EvaluationPart[] }
  | { readonly forms: readonly SelfFormView[]; readonly form: StoredForm; readonly createdAt: Date };

/** Draws the document in a worker thread, which is ended when it takes too long. */
export function printEvaluation(
  view: EvaluationView,
  parts: readonly EvaluationPart[],
  timeLimit: number = TIME_LIMIT_MS,
): Promise<Uint8Array<ArrayBuffer>> {
  return draw({ view, parts }, timeLimit);
}

/** The same for the self-assessment forms of one cadre or all of them. */
export function printSelfForms(
  forms: readonly SelfFormView[],
  { templatePdf, layout }: StoredForm,
  createdAt: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  return draw({ forms, form: { templatePdf, layout }, createdAt }, TIME_LIMIT_MS);
}

async function draw(task: DrawTask, timeLimit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  const worker = takeWorker();
  try {
    const drawn = await drawIn(worker, task, timeLimit);
    keep(worker);
    return drawn;
  } catch (error) {
    await worker.terminate();
    throw error;
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

/** What the worker answers: the document, or what went wrong with it. */
export type Drawn =
  | { readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly refusal: Pick<DomainError, 'kind' | 'code' | 'sentence' | 'places'> }
  | { readonly error: string };

async function drawIn(worker: Worker, task: DrawTask, timeLimit: number): Promise<Uint8Array<ArrayBuffer>> {
  const ended = new AbortController();
  const timer = setTimeout(() => ended.abort(tooLong(timeLimit)), timeLimit);
  const exited = () => ended.abort(new Error('The worker ended without a document.'));
  worker.once('exit', exited);
  try {
    worker.postMessage(task);
    const [drawn] = (await once(worker, 'message', { signal: ended.signal })) as [Drawn];
    if ('refusal' in drawn) {
      const { kind, code, sentence, places } = drawn.refusal;
      throw new DomainError(kind, code, sentence, places);
    }
    if ('error' in drawn) throw new Error(drawn.error);
    return drawn.bytes;
  } catch (error) {
    throw ended.signal.aborted ? ended.signal.reason : error;
  } finally {
    clearTimeout(timer);
    worker.off('exit', exited);
  }
}

function takeWorker(): Worker {
  if (kept !== undefined) {
    const { worker, timer } = kept;
    kept = undefined;
    clearTimeout(timer);
    worker.ref();
    return worker;
  }
  return new Worker(new URL('./worker.ts', import.meta.url));
}

function keep(worker: Worker): void {
  if (kept !== undefined) {
    void worker.terminate();
    return;
  }
  // An idle worker never keeps the process alive.
  worker.unref();
  const timer = setTimeout(() => {
    kept = undefined;
    void worker.terminate();
  }, KEEP_IDLE_MS).unref();
  kept = { worker, timer };
}

const tooLong = (timeLimit: number) =>
  new DomainError('too-large', 'evaluation.too-long', {
    vi: `Vẽ tài liệu quá ${timeLimit / 1000} giây nên đã dừng. Hãy rút gọn các đoạn nhận xét rồi in lại.`,
    en: `Drawing the document took more than ${timeLimit / 1000} s and was stopped. Shorten the comments, then print again.`,
  });
