/**
 * Content-Disposition with a Vietnamese file name (RFC 6266, RFC 8187): a plain name for old programs, the real one for
 * the others. Line ends, quotes and path parts never get into the header (ASVS 5.4.2).
 */
export function disposition(name: string, inline: boolean): string {
  const safe = [...name.normalize('NFC')]
    .map((char) => (/[\p{Cc}"\\/]/u.test(char) ? ' ' : char))
    .join('')
    .trim();
  const plain = safe
    .normalize('NFD')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/[%;]/g, '_');
  const encoded = encodeURIComponent(safe).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16)}`);
  return `${inline ? 'inline' : 'attachment'}; filename="${plain || 'file'}"; filename*=UTF-8''${encoded || 'file'}`;
}
