/** Points of a length in millimetres. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4;

/** Millimetres to a hundredth: finer than any printer and stable across machines. */
export const hundredths = (millimetres: number): number => Math.round(millimetres * 100) / 100;

/** A4 upright, in millimetres. */
export const A4 = { w: 210, h: 297 } as const;
