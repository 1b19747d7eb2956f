import type { Label } from '../model.ts';

/** Words of the text question by which an export says that an "other" box has a line behind it. */
export const OTHER_LINE_LABEL: Label = { vi: 'Ghi rõ', en: 'Please specify' };
