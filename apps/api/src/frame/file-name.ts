/** The name that the browser sent, percent-encoded because headers hold no Vietnamese letters. For showing only. */
export function fileNameOf(header: string | undefined, otherwise: string): string {
  let name = header ?? '';
  try {
    name = decodeURIComponent(name);
  } catch {
    // Sent as it is by a program that does not encode.
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  return name.replace(/[\u0000-\u001f\u007f/\\]/gu, '').slice(0, 150) || otherwise;
}
