/** A PDF text string in UTF-16 with its byte order mark: titles, bookmarks, authors. */
export function textString(text: string): string {
  const units = text.normalize('NFC').split('');
  return `<feff${units.map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0')).join('')}>`;
}
