import { deflateSync } from 'node:zlib';
import { type Face, openFont } from '../pdf/fonts.ts';
import type { ObjectWriter } from './sink.ts';

/** Width in points of a text as it is stamped: letter by letter, without kerning. */
export function stampWidth(text: string, size: number, face: Face): number {
  return (unitsOf(text, widthsOf(face)) * size) / 1000;
}

/** Widths of a face in thousandths of the size, as they are met. */
class Widths {
  readonly #face: Face;
  /** By code point, for those that are met all the time; NaN for one not yet met. */
  readonly #near = new Float64Array(NEAR).fill(Number.NaN);
  readonly #far = new Map<number, number>();

  constructor(face: Face) {
    this.#face = face;
  }

  of(code: number): number {
    const known = code < NEAR ? this.#near[code] : this.#far.get(code);
    if (known !== undefined && !Number.isNaN(known)) return known;
    const font = openFont(this.#face);
    const width = (font.glyphForCodePoint(code).advanceWidth * 1000) / font.unitsPerEm;
    if (code < NEAR) this.#near[code] = width;
    else this.#far.set(code, width);
    return width;
  }
}

/** Latin with all of Vietnamese lies below. */
const NEAR = 0x2100;
const widthsByFace = new Map<Face, Widths>();

function widthsOf(face: Face): Widths {
  let widths = widthsByFace.get(face);
  if (widths === undefined) {
    widths = new Widths(face);
    widthsByFace.set(face, widths);
  }
  return widths;
}

function unitsOf(text: string, widths: Widths): number {
  let sum = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.codePointAt(index) ?? 0;
    if (code > 0xffff) index += 1;
    sum += widths.of(code);
  }
  return sum;
}

/** The bytes of character ids: none that a string of a PDF would have to escape, so that each id is two plain bytes. */
const LOW_BYTES = Array.from({ length: 0x100 - 0x30 }, (_, index) => index + 0x30).filter((byte) => byte !== 0x5c);
const HIGH_BYTES = Array.from({ length: 0x100 }, (_, index) => index).filter(
  (byte) => byte > 0 && ![0x0a, 0x0d, 0x28, 0x29, 0x5c].includes(byte),
);

/**
 * One face with just the characters that were stamped, embedded once behind the pages: so nothing has to be announced,
 * and rows are read only once. Each code point gets a character id of its own, so that copying and searching give back
 * exactly what was typed even where two letters share a glyph.
 */
export class StampFont {
  readonly #face: Face;
  readonly #widths: Widths;
  /** Code points in the order in which they were met; the place in the order gives the id. */
  readonly #met: number[] = [];
  readonly #near: string[] = new Array<string>(NEAR).fill('');
  readonly #far = new Map<number, string>();

  constructor(face: Face) {
    this.#face = face;
    this.#widths = widthsOf(face);
  }

  get isUsed(): boolean {
    return this.#met.length > 0;
  }

  /** Width in points. */
  width(text: string, size: number): number {
    return (unitsOf(text, this.#widths) * size) / 1000;
  }

  /** The text as a PDF string of character ids, each character of it one byte. */
  encode(text: string): string {
    let encoded = '(';
    for (let index = 0; index < text.length; index += 1) {
      const code = text.codePointAt(index) ?? 0;
      if (code > 0xffff) index += 1;
      const id = code < NEAR ? this.#near[code] : this.#far.get(code);
      encoded += id === undefined || id === '' ? this.#meet(code) : id;
    }
    return `${encoded})`;
  }

  #meet(code: number): string {
    if (openFont(this.#face).glyphForCodePoint(code).id === 0) {
      throw new Error(
        `the font has no character ${String.fromCodePoint(code)}; texts are checked before they are stamped`,
      );
    }
    const id = idAt(this.#met.push(code) - 1);
    const bytes = String.fromCharCode(id >> 8, id & 255);
    if (code < NEAR) this.#near[code] = bytes;
    else this.#far.set(code, bytes);
    return bytes;
  }

  /** Writes the font's objects; `id` is the one that the resources name. */
  embed(out: ObjectWriter, id: number): void {
    const font = openFont(this.#face);
    const scale = 1000 / font.unitsPerEm;
    const subset = font.createSubset();
    const glyphs = this.#met.map((code) => font.glyphForCodePoint(code));
    const toGlyph = Buffer.alloc((idAt(this.#met.length - 1) + 1) * 2);
    glyphs.forEach((glyph, index) => {
      toGlyph.writeUInt16BE(subset.includeGlyph(glyph.id), idAt(index) * 2);
    });
    const name = `GANDAN+${font.postscriptName}`;
    const [file, descriptor, glyphMap, descendant, unicode] = [0, 0, 0, 0, 0].map(() => out.reserve()) as [
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
    const widths = glyphs.map((glyph, index) => `${idAt(index)}[${Math.round(glyph.advanceWidth * scale)}]`);
    out.object(
      descendant,
      `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>` +
        `/FontDescriptor ${descriptor} 0 R/CIDToGIDMap ${glyphMap} 0 R/DW 0/W[${widths.join('')}]>>`,
    );
    out.stream(unicode, '/Filter/FlateDecode', deflateSync(Buffer.from(this.#toUnicode(), 'latin1')));
    out.object(
      id,
      `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]/ToUnicode ${unicode} 0 R>>`,
    );
  }

  #toUnicode(): string {
    const pairs = this.#met.map((code, index) => `<${hex(idAt(index))}><${utf16(code)}>`);
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

function idAt(index: number): number {
  const high = HIGH_BYTES[Math.floor(index / LOW_BYTES.length)];
  const low = LOW_BYTES[index % LOW_BYTES.length];
  if (high === undefined || low === undefined) throw new RangeError('more different characters than a font holds');
  return high * 256 + low;
}

function hex(value: number): string {
  return value.toString(16).padStart(4, '0');
}

function utf16(code: number): string {
  return [...String.fromCodePoint(code)]
    .flatMap((part) => part.split('').map((unit) => hex(unit.charCodeAt(0))))
    .join('');
}
