import { FACES, openFont } from '../pdf/index.ts';

let known = false;

/**
 * Makes every glyph of the shared faces know its letter. fontkit keeps one object a glyph; one that is first met as a part
 * of another (the u of ũ, when a document is written out) is kept without its letter, and every later document of the
 * process then prints it but cannot be searched for it or copied from. Measured: "Trung bình quý" came back as
 * "Tr ng bình q ý" from the second document on.
 */
export function knowGlyphs(): void {
  if (known) return;
  for (const face of FACES) {
    const font = openFont(face);
    for (const code of font.characterSet) font.glyphForCodePoint(code);
  }
  known = true;
}
