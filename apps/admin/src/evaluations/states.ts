import type { EvaluationState } from '@gandan/domain/evaluations';
import type { Tone } from '@gandan/ui';

/** Amber where somebody has to act, green where it is over. */
export const STATE_TONES: Readonly<Record<EvaluationState, Tone>> = {
  none: 'plain',
  open: 'doubt',
  assessed: 'doubt',
  proposed: 'doubt',
  decided: 'ok',
  notified: 'ok',
  appealed: 'due',
};
