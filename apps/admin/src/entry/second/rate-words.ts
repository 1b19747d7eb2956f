import { showNumber } from '@gandan/ui';
import type { Rate } from './queries.ts';

/** A rate as studies write it: errors in 10,000 fields. */
export const perTenThousand = (rate: number) => showNumber(Math.round(rate * 10_000));

/** "12–45": where the true rate lies. */
export const rangeOf = ({ low, high }: Rate) => `${perTenThousand(low)}–${perTenThousand(high)}`;
