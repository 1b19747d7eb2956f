import { FACES, openFont } from './fonts.ts';

let printable: ReadonlySet<number> | undefined;

/** Code points that all four faces have; a text may change its face, never lose a letter by it. */
function printableCodePoints(): ReadonlySet<number> {
  if (printable === undefined) {
    const sets = FACES.map((face) => new Set(openFont(face).characterSet));
    printable = new Set([...(sets[0] ?? [])].filter((code) => sets.every((set) => set.has(code))));
  }
  return printable;
}

// Right-to-left scripts need shaping and ordering that our stamp does not do; they would come out reversed. Control and
// formatting characters would print as nothing, so the paper would differ from the record.
const NEVER_PRINTED = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Cc}\p{Cf}\p{Co}\p{Cn}]/u;

// Vietnamese, digits and common signs, composed: nearly every text of an office, judged at once.
const PLAIN = /^[ -~ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ–“”…·→\n]*$/u;

/**
 * Characters of the text that cannot be put on paper as they are: those the font lacks (emoji, other scripts), right to
 * left scripts, and invisible ones. Each once, in order of appearance; empty when everything prints. Line feeds count as
 * printable: they end a paragraph. Judged after NFC, because that is how texts are printed.
 */
export function unprintable(text: string): readonly string[] {
  if (PLAIN.test(text)) return [];
  const known = printableCodePoints();
  const found = new Set<string>();
  for (const character of text.normalize('NFC')) {
    const code = character.codePointAt(0) ?? 0;
    if (character !== '\n' && (!known.has(code) || NEVER_PRINTED.test(character))) found.add(character);
  }
  return [...found];
}

/** How a character is named in a sentence: itself when it can be seen, and its code (`“😀” (U+1F600)`). */
export function nameCharacter(character: string): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? `“${character}” (${code})` : code;
}
