/** Where "now" comes from; tests pass their own. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still. */
export const fixedClock = (now: Date | string): Clock => {
  const date = new Date(now);
  return { now: () => date };
};
