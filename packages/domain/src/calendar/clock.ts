/** Where the time comes from. Everything that needs it is given one, so that tests decide what time it is. */
export interface Clock {
  now(): Date;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock for tests: it stands still until it is told to advance. */
export interface HandClock extends Clock {
  /** Moves the hands forward by so many milliseconds. */
  advance(milliseconds: number): void;
  /** Puts the hands to an instant, e.g. '2026-11-12T08:00:00+07:00'. */
  set(instant: string): void;
}

/** `handClock('2026-11-12T08:00:00+07:00')` */
export function handClock(start: string): HandClock {
  let at = Date.parse(start);
  return {
    now: () => new Date(at),
    advance(milliseconds) {
      at += milliseconds;
    },
    set(instant) {
      at = Date.parse(instant);
    },
  };
}
