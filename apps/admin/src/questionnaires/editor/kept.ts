import type { QuestionnaireModel } from '@gandan/domain/questionnaires';
import type { Revision } from './saver.ts';

/** A draft on this machine that the server has not acknowledged. */
export interface KeptDraft {
  readonly tab: string;
  /** Nobody else's session takes it up. */
  readonly account: string;
  readonly revision: Revision;
  readonly model: QuestionnaireModel;
  /** What was on its way when this was kept. */
  readonly sent: QuestionnaireModel | null;
  readonly at: number;
}

const prefix = (id: string, version: number) => `gandan.form-draft.${id}.${version}.`;

/**
 * Copies of one draft, one a tab, in localStorage: written within the key press itself, so that neither a closed tab nor
 * a power cut takes it. What questionnaires ask is nobody's personal data.
 */
export class KeptDrafts {
  readonly #prefix: string;

  constructor(id: string, version: number) {
    this.#prefix = prefix(id, version);
  }

  keep(draft: KeptDraft): void {
    try {
      localStorage.setItem(this.#prefix + draft.tab, JSON.stringify(draft));
    } catch {
      // Full or forbidden: the server's copy a moment later has to do.
    }
  }

  forget(tab: string): void {
    try {
      localStorage.removeItem(this.#prefix + tab);
    } catch {
      // Forbidden: then nothing was kept either.
    }
  }

  /** The copies of an account whose tabs are gone, newest first. */
  left(account: string, open: ReadonlySet<string>): readonly KeptDraft[] {
    return keysOf()
      .filter((key) => key.startsWith(this.#prefix))
      .flatMap((key) => {
        const draft = readKept(key);
        return draft !== null && draft.account === account && !open.has(draft.tab) ? [draft] : [];
      })
      .sort((a, b) => b.at - a.at);
  }
}

function keysOf(): readonly string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

/** A copy that a power cut damaged is as good as none: the editor opens with what the server has. */
function readKept(key: string): KeptDraft | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as KeptDraft | null;
  } catch {
    return null;
  }
}

/** Who else on this machine has the same draft open; `close` says goodbye. */
export function meetTabs(id: string, version: number, tab: string, onOther: () => void) {
  const others = new Set<string>();
  const channel = new BroadcastChannel(prefix(id, version));
  channel.onmessage = ({ data }: MessageEvent<{ from: string; says: 'hello' | 'here' }>) => {
    others.add(data.from);
    if (data.says === 'hello') channel.postMessage({ from: tab, says: 'here' });
    onOther();
  };
  channel.postMessage({ from: tab, says: 'hello' });
  return {
    /** Those that answered in a moment. */
    others: () => new Promise<ReadonlySet<string>>((resolve) => setTimeout(() => resolve(others), 120)),
    close: () => channel.close(),
  };
}
