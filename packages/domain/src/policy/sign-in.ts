import type { Role } from './actor.ts';

/** Who signs in with a second factor as well (ASVS 6.3.3). */
export const needsSecondFactor = (role: Role): boolean =>
  role === 'province-admin' || role === 'commune-admin' || role === 'leader';

/** How long the password that an administrator hands out works before it must have been changed (ASVS 6.4.1). */
export const INITIAL_PASSWORD_DAYS = 7;

const FREE_TRIES = 3;
const LONGEST_WAIT_S = 300;

/**
 * How long to wait before the next try, in seconds, after so many failures in a row: nothing for the first three, then
 * doubling up to five minutes. It grows and never locks anybody out for good (ASVS 6.3.1).
 */
export function waitAfter(failures: number): number {
  return failures < FREE_TRIES ? 0 : Math.min(LONGEST_WAIT_S, 2 ** (failures - FREE_TRIES));
}
