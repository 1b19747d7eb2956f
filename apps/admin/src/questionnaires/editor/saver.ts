import type { QuestionnaireModel } from '@gandan/domain/questionnaires';
import { type ApiProblem, asProblem } from '../../api/problem.ts';

export type Revision = number | undefined;

/** What the person reads about saving. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: Date | null }
  | { readonly kind: 'waiting' | 'saving' }
  /** Not reached the server: kept on this machine and tried again. */
  | { readonly kind: 'offline' }
  /** The server refused it and will again until something changes. */
  | { readonly kind: 'refused'; readonly problem: ApiProblem }
  /** Somebody else changed the same draft in between: a person decides. */
  | { readonly kind: 'conflict' };

/** What the saver needs of the world. */
export interface SaverPorts {
  /** Sends the model if the server still has `revision`; gives the new one. */
  send(model: QuestionnaireModel, revision: Revision): Promise<Revision>;
  /**
   * A copy on this machine until the server has it. Synchronous, so that no key press can be lost. `sent` may be with the
   * server already, its answer lost.
   */
  keep(model: QuestionnaireModel, revision: Revision, sent: QuestionnaireModel | null): void;
  forget(): void;
  show(state: SaveState): void;
  /** Runs the task later; gives the way to cancel it. */
  later(task: () => void, ms: number): () => void;
  now(): Date;
}

const QUIET_MS = 700;
const RETRY_MS = [2_000, 5_000, 10_000, 30_000];

/**
 * Saves a draft a moment after the last change, one request at a time, the newest model only. Every change is first kept
 * on this machine and forgotten there only when the server has acknowledged that very model.
 */
export class Saver {
  #ports: SaverPorts;
  #revision: Revision;
  #pending: QuestionnaireModel | null = null;
  #sending: Promise<void> | null = null;
  #sent: QuestionnaireModel | null = null;
  #cancel: () => void = () => {};
  #tries = 0;
  #conflict = false;
  #closed = false;

  constructor(ports: SaverPorts, revision: Revision) {
    this.#ports = ports;
    this.#revision = revision;
  }

  get revision(): Revision {
    return this.#revision;
  }

  /** What was sent and not acknowledged: if the server has just this, nobody else changed anything. */
  get sent(): QuestionnaireModel | null {
    return this.#sent;
  }

  /** Whether everything is with the server. */
  get settled(): boolean {
    return this.#pending === null && this.#sending === null;
  }

  change(model: QuestionnaireModel): void {
    this.#pending = model;
    this.#ports.keep(model, this.#revision, this.#sent);
    if (this.#conflict) return;
    this.#ports.show({ kind: 'waiting' });
    this.#plan(QUIET_MS);
  }

  /** Sends at once what is waiting; resolves when it has been answered, whatever the answer. */
  async flush(): Promise<void> {
    this.#cancel();
    // Whoever else waited here may have begun another request: one at a time.
    while (this.#sending !== null) await this.#sending;
    if (this.#pending !== null && !this.#conflict) await this.#send();
  }

  /** Somebody decided a conflict: his own model is to replace what the server has now. */
  overwrite(model: QuestionnaireModel, revision: Revision): Promise<void> {
    this.take(revision);
    this.#pending = model;
    this.#ports.keep(model, revision, null);
    return this.flush();
  }

  /** The server's own model is what is edited from now on. */
  take(revision: Revision): void {
    this.#revision = revision;
    this.#conflict = false;
    this.#pending = null;
    this.#sent = null;
    this.#tries = 0;
    this.#cancel();
    this.#ports.forget();
    this.#ports.show({ kind: 'saved', at: null });
  }

  /** Another page, another form: nothing is sent any more; the kept copy stays. */
  close(): void {
    this.#closed = true;
    this.#cancel();
  }

  #plan(ms: number): void {
    this.#cancel();
    this.#cancel = this.#ports.later(() => void this.flush(), ms);
  }

  async #send(): Promise<void> {
    const model = this.#pending;
    if (model === null || this.#closed) return;
    this.#ports.show({ kind: 'saving' });
    this.#sent = model;
    this.#ports.keep(model, this.#revision, model);
    this.#sending = this.#ports
      .send(model, this.#revision)
      .then(
        (revision) => this.#acknowledged(model, revision),
        (thrown) => this.#failed(asProblem(thrown)),
      )
      .finally(() => {
        this.#sending = null;
      });
    await this.#sending;
  }

  #acknowledged(model: QuestionnaireModel, revision: Revision): void {
    this.#revision = revision;
    this.#tries = 0;
    this.#sent = null;
    if (this.#pending === model) {
      this.#pending = null;
      this.#ports.forget();
      this.#ports.show({ kind: 'saved', at: this.#ports.now() });
    } else if (this.#pending !== null) {
      // Typed on in the meantime: the kept copy now stands on the new revision.
      this.#ports.keep(this.#pending, revision, null);
      this.#ports.show({ kind: 'waiting' });
      this.#plan(QUIET_MS);
    }
  }

  #failed(problem: ApiProblem): void {
    if (problem.status === 409) {
      this.#conflict = true;
      this.#ports.show({ kind: 'conflict' });
      return;
    }
    const again = problem.status === 0 || problem.status === 429 || problem.status >= 500;
    this.#ports.show(again ? { kind: 'offline' } : { kind: 'refused', problem });
    if (!again || this.#closed) return;
    this.#plan(RETRY_MS[Math.min(this.#tries, RETRY_MS.length - 1)] ?? 30_000);
    this.#tries += 1;
  }
}
