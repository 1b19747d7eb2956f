import type { Sentence } from '../errors/index.ts';
import { formatNumber } from './numbers.ts';
import type { Cap } from './scheme.ts';

/** How many "xuất sắc" one group of similar duties may have, and the computation in words. */
export interface ExcellentQuota {
  readonly allowed: number;
  readonly over: boolean;
  readonly sentence: Sentence;
}

/** The cap on "xuất sắc" for one group: `excellentQuota(cap, { excellent: 3, good: 12 })`. */
export function excellentQuota(
  cap: Cap,
  counts: { readonly excellent: number; readonly good: number },
  outstandingUnit = false,
): ExcellentQuota {
  const base = cap.base === 'good' ? counts.good : counts.good + counts.excellent;
  const percent = outstandingUnit ? cap.outstandingUnitPercent : cap.percent;
  const exact = (base * percent) / 100;
  const allowed = ROUND[cap.rounding](exact);
  const baseVi = cap.base === 'good' ? 'xếp loại tốt' : 'xếp loại tốt trở lên';
  const baseEn = cap.base === 'good' ? 'rated good' : 'rated good or better';
  return {
    allowed,
    over: counts.excellent > allowed,
    sentence: {
      vi: `${percent} % của ${base} người ${baseVi} = ${formatNumber(exact, 2)}, ${ROUND_VI[cap.rounding]} = ${allowed}; đang có ${counts.excellent} người xuất sắc.`,
      en: `${percent} % of ${base} ${baseEn} = ${exact}, ${ROUND_EN[cap.rounding]} = ${allowed}; ${counts.excellent} are excellent.`,
    },
  };
}

const ROUND: Record<Cap['rounding'], (value: number) => number> = {
  down: (value) => Math.floor(value + 1e-9),
  nearest: (value) => Math.floor(value + 0.5 + 1e-9),
  up: (value) => Math.ceil(value - 1e-9),
};
const ROUND_VI = { down: 'làm tròn xuống', nearest: 'làm tròn', up: 'làm tròn lên' };
const ROUND_EN = { down: 'rounded down', nearest: 'rounded', up: 'rounded up' };
