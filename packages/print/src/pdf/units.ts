/** Points of a length in millimetres. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4;

/** Millimetres of a length in points, to a hundredth: finer than any printer and stable across machines. */
export const toMm = (points: number): number => Math.round(((points * 25.4) / 72) * 100) / 100;

/** A4 upright, in millimetres. */
export const A4 = { w: 210, h: 297 } as const;
