import type { LayoutMap, PaperLayout, QuestionnaireModel } from '@gandan/domain/questionnaires';
import { type ApiProblem, asProblem } from '../../api/problem.ts';
import { type Finding, previewModel } from '../queries.ts';

/** The page as the printer would put it out, and what keeps some of the form off it. */
export interface Preview {
  readonly pdf: Uint8Array | null;
  readonly layout: LayoutMap | null;
  readonly findings: readonly Finding[];
  readonly sides: number;
}
export interface Wish {
  readonly model: QuestionnaireModel;
  readonly paper: PaperLayout;
}

const QUIET_MS = 150;

/**
 * Asks for the page a moment after the last key, one request at a time and always the newest wish: what was typed while
 * the server worked is asked for next, older answers never replace newer ones.
 */
export class Previewer {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wish: Wish | null = null;
  #busy = false;
  #closed = false;
  readonly #show: (preview: Preview) => void;
  readonly #fail: (problem: ApiProblem) => void;
  readonly #ask: (wish: Wish) => Promise<Preview>;

  constructor(
    show: (preview: Preview) => void,
    fail: (problem: ApiProblem) => void,
    ask: (wish: Wish) => Promise<Preview> = ({ model, paper }) => previewModel(model, paper),
  ) {
    this.#show = show;
    this.#fail = fail;
    this.#ask = ask;
  }

  want(wish: Wish, quiet = QUIET_MS): void {
    this.#wish = wish;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#next(), quiet);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  async #next(): Promise<void> {
    const wish = this.#wish;
    if (wish === null || this.#busy || this.#closed) return;
    this.#wish = null;
    this.#busy = true;
    try {
      const preview = await this.#ask(wish);
      if (!this.#closed) this.#show(preview);
    } catch (thrown) {
      if (!this.#closed) this.#fail(asProblem(thrown));
    } finally {
      this.#busy = false;
      // Already quiet for as long as the answer took: no second wait.
      if (this.#wish !== null) this.want(this.#wish, 0);
    }
  }
}
