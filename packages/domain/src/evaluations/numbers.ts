/** Rounds half up to so many decimals, by the decimal value that one sees: `roundHalfUp(1.005, 2)` → 1.01. */
export function roundHalfUp(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  // A binary 0.285 × 100 is 28.499999…; the tiny step puts back what the decimal reader expects.
  return Math.floor(value * scale + 0.5 + 1e-9) / scale;
}

/** Whether the value is a whole number of steps: `isStep(9.5, 0.5)` → true. */
export function isStep(value: number, step: number): boolean {
  return Math.abs(value / step - Math.round(value / step)) < 1e-9;
}

/** As the office writes numbers: '1.234,5'; at most so many decimals, none that are zero. `null` is an empty text. */
export function formatNumber(value: number | null, decimals = 1): string {
  if (value === null) return '';
  const [whole = '0', fraction = ''] = roundHalfUp(Math.abs(value), decimals).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  const kept = fraction.replace(/0+$/, '');
  const sign = value < 0 && Number(`${whole}.${fraction}`) !== 0 ? '-' : '';
  return `${sign}${grouped}${kept === '' ? '' : `,${kept}`}`;
}
