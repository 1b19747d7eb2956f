import type { Sentence } from '../errors/index.ts';

/** The four levels of a civil servant's year, best first. Order matters: a later one is lower. */
export const LEVELS = ['excellent', 'good', 'completed', 'not-completed'] as const;
export type Level = (typeof LEVELS)[number];

/** The names that the decrees give, exactly; the English ones are for reading only. */
export const LEVEL_NAMES: Record<Level, Sentence> = {
  excellent: { vi: 'Hoàn thành xuất sắc nhiệm vụ', en: 'Excellent' },
  good: { vi: 'Hoàn thành tốt nhiệm vụ', en: 'Good' },
  completed: { vi: 'Hoàn thành nhiệm vụ', en: 'Completed' },
  'not-completed': { vi: 'Không hoàn thành nhiệm vụ', en: 'Not completed' },
};

/** The lower of two levels: `lowerOf('good', 'completed')` → 'completed'. */
export function lowerOf(a: Level, b: Level): Level {
  return LEVELS.indexOf(a) >= LEVELS.indexOf(b) ? a : b;
}
