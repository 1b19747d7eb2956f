const formats = new Map<number, Intl.NumberFormat>();

/** 1234567.5 → '1.234.567,5' (Vietnamese separators in both languages of the product: figures must not change meaning). */
export function showNumber(value: number, decimals = 0): string {
  let format = formats.get(decimals);
  if (format === undefined) {
    format = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: decimals });
    formats.set(decimals, format);
  }
  return format.format(value);
}

/** '1.234,5' → 1234.5; `null` when it is no number. A dot groups thousands, a comma starts the decimals. */
export function readNumber(text: string): number | null {
  const compact = text.trim().replace(/\s/g, '');
  if (!/^-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/.test(compact)) return null;
  return Number(compact.replace(/\./g, '').replace(',', '.'));
}
