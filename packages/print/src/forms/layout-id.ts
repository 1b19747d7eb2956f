import { createHash } from 'node:crypto';
import type { LayoutMap } from '@gandan/domain/questionnaires';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * Six characters of a hash over where everything that a reader of the paper looks for stands. A corrected typo keeps it,
 * so paper already out stays readable; a moved box changes it. Slots are left out: they are stamped, never read.
 */
export function layoutId(layout: Pick<LayoutMap, 'pageSize' | 'pages'>): string {
  const positions = layout.pages.map(({ page, marks, qr, fields }) => ({ page, marks, qr, fields }));
  const hash = createHash('sha256')
    .update(JSON.stringify([layout.pageSize, positions]))
    .digest();
  return [...hash.subarray(0, 6)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
}
