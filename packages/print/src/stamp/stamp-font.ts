import { deflateSync } from 'node:zlib';
import { type Face, openFont } from '../pdf/index.ts';
import type { ObjectWriter } from './sink.ts';

/** Widths of a face by code point, in thousandths of the size, without kerning: stamped texts are set letter by letter. */
const widthsByFace = new Map<Face, Map<number, number>>();

/** Width in points of a text as it is stamped. */
export function stampWidth(text: string, size: number, face: Face): number {
  let widths = widthsByFace.get(face);
  if (widths === undefined) {
    widths = new Map();
    widthsByFace.set(face, widths);
  }
  let sum = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    let width = widths.get(code);
    if (width === undefined) {
      const font = openFont(face);
      width = (font.glyphForCodePoint(code).advanceWidth * 1000) / font.unitsPerEm;
      widths.set(code, width);
    }
    sum += width;
  }
  return (sum * size) / 1000;
}

/**
 * One face with just the characters that are stamped, embedded once. Each code point gets a character id of its own,
 * so that copying and searching give back exactly what was typed even where two letters share a glyph.
 */
export class StampFont {
  readonly #codes: ReadonlyMap<number, string>;
  readonly #face: Face;

  constructor(face: Face, codePoints: ReadonlySet<number>) {
    this.#face = face;
    const sorted = [...codePoints].sort((a, b) => a - b);
    this.#codes = new Map(sorted.map((code, index) => [code, hex(index + 1)]));
  }

  /** The text as a hex string of character ids. */
  encode(text: string): string {
    let encoded = '';
    for (const character of text) {
      const id = this.#codes.get(character.codePointAt(0) ?? 0);
      if (id === undefined) throw new Error(`character ${character} was not announced to the stamp font`);
      encoded += id;
    }
    return `<${encoded}>`;
  }

  /** Writes the font's objects; the returned number is the one to name in the resources. */
  embed(out: ObjectWriter): number {
    const font = openFont(this.#face);
    const scale = 1000 / font.unitsPerEm;
    const subset = font.createSubset();
    const glyphs = [...this.#codes.keys()].map((code) => font.glyphForCodePoint(code));
    const toGlyph = Buffer.alloc((glyphs.length + 1) * 2);
    glyphs.forEach((glyph, index) => {
      toGlyph.writeUInt16BE(subset.includeGlyph(glyph.id), (index + 1) * 2);
    });
    const name = `GANDAN+${font.postscriptName}`;
    const [file, descriptor, glyphMap, descendant, unicode, id] = [0, 0, 0, 0, 0, 0].map(() => out.reserve()) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const bytes = subset.encode();
    out.stream(file, `/Filter/FlateDecode/Length1 ${bytes.length}`, deflateSync(bytes));
    const box = [font.bbox.minX, font.bbox.minY, font.bbox.maxX, font.bbox.maxY].map((value) =>
      Math.round(value * scale),
    );
    const { ascent, descent, capHeight, italicAngle } = font;
    out.object(
      descriptor,
      `<</Type/FontDescriptor/FontName/${name}/Flags ${italicAngle === 0 ? 4 : 68}/FontBBox[${box.join(' ')}]` +
        `/ItalicAngle ${Math.round(italicAngle)}/Ascent ${Math.round(ascent * scale)}/Descent ${Math.round(descent * scale)}` +
        `/CapHeight ${Math.round(capHeight * scale)}/StemV 80/FontFile2 ${file} 0 R>>`,
    );
    out.stream(glyphMap, '/Filter/FlateDecode', deflateSync(toGlyph));
    const widths = glyphs.map((glyph) => Math.round(glyph.advanceWidth * scale));
    out.object(
      descendant,
      `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>` +
        `/FontDescriptor ${descriptor} 0 R/CIDToGIDMap ${glyphMap} 0 R/DW 0/W[1[${widths.join(' ')}]]>>`,
    );
    out.stream(unicode, '/Filter/FlateDecode', deflateSync(Buffer.from(this.#toUnicode(), 'latin1')));
    out.object(
      id,
      `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]/ToUnicode ${unicode} 0 R>>`,
    );
    return id;
  }

  #toUnicode(): string {
    const pairs = [...this.#codes].map(([code, id]) => `<${id}><${utf16(code)}>`);
    const chunks: string[] = [];
    // The format allows at most 100 pairs a block.
    for (let at = 0; at < pairs.length; at += 100) {
      const block = pairs.slice(at, at + 100);
      chunks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
    }
    return [
      '/CIDInit /ProcSet findresource begin',
      '12 dict begin',
      'begincmap',
      '/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def',
      '/CMapName /Adobe-Identity-UCS def',
      '/CMapType 2 def',
      '1 begincodespacerange',
      '<0000><ffff>',
      'endcodespacerange',
      ...chunks,
      'endcmap',
      'CMapName currentdict /CMap defineresource pop',
      'end',
      'end',
    ].join('\n');
  }
}

function hex(value: number): string {
  return value.toString(16).padStart(4, '0');
}

function utf16(code: number): string {
  return [...String.fromCodePoint(code)]
    .flatMap((part) => part.split('').map((unit) => hex(unit.charCodeAt(0))))
    .join('');
}
