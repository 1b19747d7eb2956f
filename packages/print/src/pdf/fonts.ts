/// <reference path="./fontkit.d.ts" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';

/** The four faces of the type on paper: Tinos, metric-compatible with Times New Roman (OFL-1.1). */
export type Face = 'normal' | 'bold' | 'italics' | 'bolditalics';
export const FACES: readonly Face[] = ['normal', 'bold', 'italics', 'bolditalics'];

const FILES: Readonly<Record<Face, string>> = {
  normal: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italics: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  bolditalics: '700Bold_Italic/Tinos_700Bold_Italic.ttf',
};

const require = createRequire(import.meta.url);
const bytesByFace = new Map<Face, Uint8Array>();
const fontByFace = new Map<Face, fontkit.Font>();

/** The TrueType file of a face; read from disk once. */
export function fontBytes(face: Face): Uint8Array {
  let bytes = bytesByFace.get(face);
  if (bytes === undefined) {
    bytes = readFileSync(require.resolve(`@expo-google-fonts/tinos/${FILES[face]}`));
    bytesByFace.set(face, bytes);
  }
  return bytes;
}

/**
 * The parsed face, shared by every document of the process: parsing and shaping the same words again for each document
 * is most of pdfmake's time (2.4 times the pages a second with this, see `bench packet`).
 */
export function openFont(face: Face): fontkit.Font {
  let font = fontByFace.get(face);
  if (font === undefined) {
    const parsed = fontkit.create(fontBytes(face));
    // fontkit keeps a glyph as it first met it: the `u` met inside `ũ` would never know its letter again, and would be
    // missing from the text of every later document. So each glyph is met by its own letter first.
    for (const code of parsed.characterSet) parsed.glyphForCodePoint(code);
    font = rememberLayouts(parsed);
    fontByFace.set(face, font);
  }
  return font;
}

/** Which face the two style switches of a text node ask for. */
export function faceOf(style: { readonly bold?: boolean | undefined; readonly italics?: boolean | undefined }): Face {
  if (style.bold === true) return style.italics === true ? 'bolditalics' : 'bold';
  return style.italics === true ? 'italics' : 'normal';
}

/** Width in points of a text set on one line, kerning included. */
export function textWidth(text: string, size: number, face: Face = 'normal'): number {
  const font = openFont(face);
  return (font.layout(text).advanceWidth * size) / font.unitsPerEm;
}

// Bounds the memory of a long-running server; a commune's documents use about 4,000 different words.
const REMEMBERED_WORDS = 20_000;

interface Remembered {
  readonly glyphs: fontkit.Glyph[];
  readonly positions: readonly fontkit.GlyphPosition[];
}

function rememberLayouts(font: fontkit.Font): fontkit.Font {
  const shape = font.layout.bind(font);
  const memory = new Map<string, Remembered>();
  font.layout = (text: string, features?: unknown, ...rest: unknown[]) => {
    if (features !== undefined || rest.length > 0) return shape(text, features, ...rest);
    let run = memory.get(text);
    if (run === undefined) {
      const fresh = shape(text);
      run = { glyphs: fresh.glyphs, positions: fresh.positions.map((position) => ({ ...position })) };
      if (memory.size >= REMEMBERED_WORDS) memory.clear();
      memory.set(text, run);
    }
    const positions = run.positions.map((position) => ({ ...position }));
    return {
      glyphs: run.glyphs,
      positions,
      // pdfkit scales the positions in place and reads the width afterwards, so the width has to follow them.
      get advanceWidth() {
        return positions.reduce((sum, position) => sum + position.xAdvance, 0);
      },
    };
  };
  return font;
}
