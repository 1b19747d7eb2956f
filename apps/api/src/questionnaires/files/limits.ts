import type { TableLimits } from '../../households/import/limits.ts';

/**
 * What a form may be. The longest public forms have some 3,000 rows; lists of villages run to 20,000. A label of 40,000
 * characters must arrive whole, so that it is refused by its place instead of being cut.
 */
export const FORM_LIMITS: TableLimits = { rows: 50_000, columns: 1000, cell: 200_000, sheets: 30, hidden: true };
/** 2,000 rows take less than a second; what takes longer is no form. */
export const MAX_FORM_MS = 15_000;
/** An exported model is some 20 kB; no draft larger than this can be saved. */
export const MAX_JSON_BYTES = 1024 * 1024;
