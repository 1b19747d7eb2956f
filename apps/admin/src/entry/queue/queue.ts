import type { Answers } from '@gandan/domain/entry';
import { v7 as newId } from 'uuid';
import { type ApiProblem, asProblem } from '../../api/problem.ts';
import { EntryStore, type Kept } from './store.ts';

/** Where what was keyed is: `saved` on the server; `local` on this machine, waiting; `refused` by the server. */
export type Where = 'saved' | 'local' | 'refused';

export interface QueueState {
  readonly where: Where;
  /** Sheets that are not on the server yet. */
  readonly waiting: number;
  /** Sheets that the server refused; the clerk has to look at them. */
  readonly refused: readonly Kept[];
}

/** The two requests that the queue makes; they throw an `ApiProblem`. */
export interface Sender {
  draft(kept: Kept): Promise<void>;
  response(kept: Kept & { readonly response: NonNullable<Kept['response']> }): Promise<void>;
}

interface Keyed {
  readonly sheet: string;
  readonly answers: Answers;
  readonly note: string;
  readonly keystroke: number;
  readonly pass?: 'second' | 'again';
}

interface Options {
  readonly account: string;
  readonly sender: Sender;
  readonly onChange?: (state: QueueState) => void;
  readonly store?: EntryStore;
  /** For tests. */
  readonly wait?: (ms: number) => Promise<void>;
}

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;
/** A draft may wait for the next key this long: the server need not hear each one, this machine does. */
const DRAFT_PAUSE = 400;

/**
 * Keeps every key on this machine first, then brings it to the server, again and again until the server has it. A sheet
 * saved by the clerk carries its own id, so sending it twice stores it once. One queue a tab; several tabs share the store.
 */
export class EntryQueue {
  readonly #options: Options;
  readonly #store: EntryStore;
  #turn = 0;
  /** Keys are kept one after another, however fast they come. */
  #line: Promise<void> = Promise.resolve();
  #running = false;
  #again = false;
  #stopped = false;
  #state: QueueState = { where: 'saved', waiting: 0, refused: [] };
  #wake: () => void = () => {};

  constructor(options: Options) {
    this.#options = options;
    this.#store = options.store ?? new EntryStore();
  }

  get state(): QueueState {
    return this.#state;
  }

  /** Takes up what an earlier tab left behind. */
  async start(): Promise<void> {
    this.#turn = (await this.#mine()).at(-1)?.turn ?? 0;
    await this.#tell();
    void this.#bring();
  }

  /** Keeps the answers so far; resolves when they are on this machine. */
  draft(keyed: Keyed): Promise<void> {
    return this.#keep(keyed, undefined);
  }

  /** Keeps the saved sheet; resolves when it is on this machine. */
  response(keyed: Keyed, seconds: number): Promise<void> {
    return this.#keep(keyed, { id: newId(), seconds });
  }

  /** What is on this machine of a sheet: newer than what the server has. */
  async kept(sheet: string): Promise<Kept | undefined> {
    const kept = await this.#store.read(sheet);
    return kept?.account === this.#options.account ? kept : undefined;
  }

  /** Forgets a refused sheet, after the clerk has seen why. */
  async forget(sheet: string): Promise<void> {
    const kept = await this.#store.read(sheet);
    if (kept !== undefined) await this.#store.drop(sheet, kept.turn);
    await this.#tell();
  }

  /** Tries again at once: the network is back, the session is open again. */
  wake(): void {
    this.#wake();
    void this.#bring();
  }

  stop(): void {
    this.#stopped = true;
    this.#wake();
  }

  #keep(keyed: Keyed, response: Kept['response']): Promise<void> {
    const turn = ++this.#turn;
    const { account } = this.#options;
    const kept = this.#line.then(async () => {
      const before = await this.#store.read(keyed.sheet);
      // A saved sheet that still waits is not turned back into a draft by a late key.
      if (response === undefined && before?.response !== undefined && before.refusal === undefined) return;
      await this.#store.keep({ ...keyed, account, turn, ...(response === undefined ? {} : { response }) });
      await this.#tell();
    });
    this.#line = kept.catch(() => {});
    return kept.then(() => {
      void this.#bring();
    });
  }

  async #bring(): Promise<void> {
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = true;
    let pause = FIRST_WAIT;
    while (!this.#stopped) {
      this.#again = false;
      const next = (await this.#mine()).filter((kept) => kept.refusal === undefined).sort(responsesFirst)[0];
      if (next === undefined) break;
      if (next.response === undefined) await this.#wait(DRAFT_PAUSE);
      if (this.#stopped) break;
      const problem = await this.#send((await this.#store.read(next.sheet)) ?? next);
      if (problem === null) pause = FIRST_WAIT;
      else {
        await this.#wait(pause);
        pause = Math.min(pause * 2, LONGEST_WAIT);
      }
    }
    this.#running = false;
    if (this.#again && !this.#stopped) void this.#bring();
  }

  /** Null when the server has it (or refused it for good); else why it has to wait. */
  async #send(kept: Kept): Promise<ApiProblem | null> {
    try {
      if (kept.response === undefined) await this.#options.sender.draft(kept);
      else await this.#options.sender.response({ ...kept, response: kept.response });
      await this.#store.drop(kept.sheet, kept.turn);
      await this.#tell();
      return null;
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (waits(problem)) return problem;
      const current = await this.#store.read(kept.sheet);
      const { sentence, places } = problem;
      if (current?.turn === kept.turn) await this.#store.keep({ ...kept, refusal: { sentence, places } });
      await this.#tell();
      return null;
    }
  }

  async #wait(ms: number): Promise<void> {
    const waiting = this.#options.wait ?? ((time: number) => new Promise<void>((done) => setTimeout(done, time)));
    await Promise.race([
      waiting(ms),
      new Promise<void>((woken) => {
        this.#wake = woken;
      }),
    ]);
  }

  async #mine(): Promise<readonly Kept[]> {
    return (await this.#store.all()).filter((kept) => kept.account === this.#options.account);
  }

  async #tell(): Promise<void> {
    const mine = await this.#mine();
    const refused = mine.filter((kept) => kept.refusal !== undefined);
    const waiting = mine.length - refused.length;
    const where = refused.length > 0 ? 'refused' : waiting > 0 ? 'local' : 'saved';
    this.#state = { where, waiting, refused };
    this.#options.onChange?.(this.#state);
  }
}

/** Nobody reads it now (no server, no session, too many at once): keep it and try again. Else it is a refusal. */
function waits(problem: ApiProblem): boolean {
  return problem.status === 0 || problem.status === 401 || problem.status === 429 || problem.status >= 500;
}

const responsesFirst = (a: Kept, b: Kept) =>
  Number(b.response !== undefined) - Number(a.response !== undefined) || a.turn - b.turn;

/** At sign-out: nothing that was keyed stays on the machine. Ask `waitingSheets` first whether anything would be lost. */
export async function wipeQueue(): Promise<void> {
  const store = new EntryStore();
  await store.wipe();
  await store.close();
}

/** Sheets that are on this machine only and would be lost by signing out now. */
export async function waitingSheets(): Promise<number> {
  const store = new EntryStore();
  const waiting = (await store.all()).length;
  await store.close();
  return waiting;
}
