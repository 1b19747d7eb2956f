import type { YearFacts } from './facts.ts';
import { INDICATOR_CODES, type Indicator, type IndicatorCode } from './indicator.ts';
import { householdsReached } from './indicators/households-reached.ts';
import { meetingsAttended } from './indicators/meetings-attended.ts';
import { petitionsAnswered, petitionsOnTime } from './indicators/petitions.ts';
import { policiesTold } from './indicators/policies-told.ts';
import { sheetsReturned } from './indicators/sheets-returned.ts';

const COMPUTE: Record<IndicatorCode, (facts: YearFacts) => Indicator> = {
  'meetings-attended': meetingsAttended,
  'households-reached': householdsReached,
  'sheets-returned': sheetsReturned,
  'policies-told': policiesTold,
  'petitions-answered': petitionsAnswered,
  'petitions-on-time': petitionsOnTime,
};

/** Every indicator of the vocabulary from one cadre's year, in its fixed order. */
export function computeIndicators(facts: YearFacts): Indicator[] {
  return INDICATOR_CODES.map((code) => COMPUTE[code](facts));
}
