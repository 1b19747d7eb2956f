import { showNumber } from '@gandan/ui';

/** 4048288 → '4,0 MB': how large a file is, in the units of a file manager. */
export function showSize(bytes: number): string {
  if (bytes < 1000) return `${showNumber(bytes)} B`;
  if (bytes < 1_000_000) return `${showNumber(bytes / 1000)} kB`;
  return `${showNumber(bytes / 1_000_000, 1)} MB`;
}
