/** Text as it is searched: no accents, đ as d, lower case, single spaces. `fold('Ấp  Đông')` → 'ap dong'. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/\s+/g, ' ').trim();
}
