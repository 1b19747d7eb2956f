import { expect, it } from 'vitest';
import { showSize } from './size.ts';

it('a size reads as in a file manager', () => {
  expect([0, 999, 1499, 4_048_288].map(showSize)).toEqual(['0 B', '999 B', '1 kB', '4 MB']);
  expect(showSize(14_705_863)).toBe('14,7 MB');
});
