/** What the rate so far says of the time that is left. */
export interface Progress {
  readonly state: string;
  readonly phase: string | null;
  readonly done: number;
  readonly total: number;
  readonly startedAt: Date | null;
}

// Before that the first pages, the fonts and the start of the thread say more about the beginning than about the rest.
const SOONEST_MS = 2000;
const SMALLEST_SHARE = 0.02;

/** Seconds until a running job is done at its present rate; null while the rate says nothing yet. */
export function secondsLeft({ state, phase, done, total, startedAt }: Progress, now: Date): number | null {
  if (state !== 'running' || startedAt === null || done <= 0 || done > total) return null;
  if (phase === 'numbering') return null;
  const elapsed = now.getTime() - startedAt.getTime();
  if (elapsed < SOONEST_MS || done / total < SMALLEST_SHARE) return null;
  return Math.max(1, Math.ceil((elapsed / done / 1000) * (total - done)));
}
