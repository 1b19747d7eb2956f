/** A run of keys so fast that only a scanner types them; `before` is where things stood when it began. */
export interface Burst<State> {
  readonly text: string;
  readonly before: State;
  readonly lastAt: number;
}

/** A handheld scanner sends a character every 2–20 ms; the fastest hands need 60 ms and more. */
export const BURST_GAP = 35;

/** Follows the run of fast keys; a pause begins a new one. `current` is the state before this key. */
export function follow<State>(
  burst: Burst<State> | null,
  key: string,
  at: number,
  current: State,
): Burst<State> | null {
  if (key.length !== 1) return null;
  if (burst === null || at - burst.lastAt >= BURST_GAP) return { text: key, before: current, lastAt: at };
  return { text: burst.text + key, before: burst.before, lastAt: at };
}

/**
 * What a scanner sent, when Enter ends such a run; else null. A sheet's number or QR payload begins with its letters, so a
 * clerk who rolls over three digits at once is never taken for one.
 */
export function scanned<State>(burst: Burst<State> | null, at: number): string | null {
  if (burst === null || at - burst.lastAt >= BURST_GAP) return null;
  return /^(GD1:|[A-Z]{2,3}-?\d)/i.test(burst.text) && burst.text.length >= 8 ? burst.text : null;
}
