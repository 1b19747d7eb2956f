import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { DomainError, type ErrorKind, type Sentence } from '@gandan/domain/errors';
import type { QuestionnaireModel } from '@gandan/domain/questionnaires';
import type { CompiledForm, CompileOptions } from './compile.ts';
import type { FormOptions } from './form-options.ts';
import type { LintFinding } from './lint/index.ts';
import type { FormPreview } from './preview.ts';

/** What the thread is asked; everything in it can be copied between threads. */
export type PressTask =
  | { readonly kind: 'compile'; readonly model: QuestionnaireModel; readonly options: CompileOptions }
  | { readonly kind: 'preview'; readonly model: QuestionnaireModel; readonly options: Partial<FormOptions> };

/** What it answers: a result, a refusal to be rebuilt as a `DomainError`, or a defect. */
export type PressAnswer =
  | { readonly result: CompiledForm | FormPreview }
  | {
      readonly refusal: {
        readonly kind: ErrorKind;
        readonly code: string;
        readonly sentence: Sentence;
        readonly places: readonly LintFinding[];
      };
    }
  | { readonly defect: string };

/** A usual form takes a tenth of a second; this is for what is made to keep a machine busy. */
const TIME_LIMIT_MS = 15_000;
/** A thread's first form waits for fonts and program, on a busy machine for a long while. */
const START_LIMIT_MS = 60_000;
const LIMITS = { maxOldGenerationSizeMb: 256 };

/**
 * Compiles and previews forms in a thread that stays warm, one after the other, so that the server answers meanwhile. A
 * task that takes too long ends the thread; the next one gets a new one. An idle press never keeps the process alive.
 */
export class FormPress {
  readonly #timeLimit: number;
  readonly #startLimit: number;
  #worker: Worker | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(timeLimit = TIME_LIMIT_MS, startLimit = START_LIMIT_MS) {
    this.#timeLimit = timeLimit;
    this.#startLimit = startLimit;
  }

  /** `compileForm` in the thread. */
  async compile(model: QuestionnaireModel, options: CompileOptions): Promise<CompiledForm> {
    return (await this.#next({ kind: 'compile', model, options })) as CompiledForm;
  }

  /** `previewForm` in the thread. */
  async preview(model: QuestionnaireModel, options: Partial<FormOptions> = {}): Promise<FormPreview> {
    return (await this.#next({ kind: 'preview', model, options })) as FormPreview;
  }

  /** Ends the thread. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  #next(task: PressTask): Promise<CompiledForm | FormPreview> {
    const done = this.#queue.then(() => this.#run(task));
    this.#queue = done.catch(() => undefined);
    return done;
  }

  async #run(task: PressTask): Promise<CompiledForm | FormPreview> {
    const limit = this.#timeLimit + (this.#worker === undefined ? this.#startLimit : 0);
    this.#worker ??= new Worker(new URL('./press-worker.ts', import.meta.url), { resourceLimits: LIMITS });
    const worker = this.#worker;
    worker.ref();
    const ended = new AbortController();
    const timer = setTimeout(() => ended.abort(tooSlow(limit)), limit);
    const exited = () => ended.abort(tooSlow(limit));
    worker.once('exit', exited);
    try {
      worker.postMessage(task);
      const [answer] = (await once(worker, 'message', { signal: ended.signal })) as [PressAnswer];
      if ('result' in answer) return answer.result;
      if ('defect' in answer) throw new Error(answer.defect);
      const { kind, code, sentence, places } = answer.refusal;
      throw new DomainError(kind, code, sentence, places);
    } catch (error) {
      if (error instanceof DomainError) throw error;
      worker.off('exit', exited);
      await this.close();
      throw ended.signal.aborted ? ended.signal.reason : error;
    } finally {
      clearTimeout(timer);
      worker.off('exit', exited);
      worker.unref();
    }
  }
}

const tooSlow = (timeLimit: number) =>
  new DomainError('too-large', 'questionnaire.too-slow', {
    vi: `Vẽ phiếu quá ${timeLimit / 1000} giây nên đã dừng. Hãy bớt câu hỏi hoặc viết ngắn lại rồi thử lại.`,
    en: `Drawing the questionnaire took more than ${timeLimit / 1000} s and was stopped. Ask less or shorten the words, then try again.`,
  });
