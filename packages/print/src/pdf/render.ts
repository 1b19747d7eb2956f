import { createRequire } from 'node:module';
import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { FACES, type Face, faceOf, fontBytes, openFont } from './fonts.ts';

/**
 * What `renderPdf` draws: a pdfmake definition built freshly for this call (pdfmake changes it) with a title and a date.
 * Nothing in it may come from a user except plain text nodes: no images, SVG or links (CVE-2026-114491).
 */
export type PdfDefinition = TDocumentDefinitions & {
  readonly info: { readonly title: string; readonly creationDate: Date };
};

const FAMILY = 'Tinos';
const virtualName = (face: Face) => `tinos-${face}.ttf`;
let ready = false;

/** Draws a document. The same definition and date give the same bytes; nothing is read from disk or the network. */
export async function renderPdf(definition: PdfDefinition): Promise<Uint8Array> {
  prepare();
  const { title, creationDate, ...info } = definition.info;
  const output = pdfmake.createPdf({
    pageSize: 'A4',
    version: '1.7',
    language: 'vi-VN',
    displayTitle: true,
    ...definition,
    defaultStyle: { font: FAMILY, fontSize: 13, ...definition.defaultStyle },
    info: { producer: 'Gần Dân', creator: 'Gần Dân', ...info, title, creationDate, modDate: creationDate },
  });
  return output.getBuffer();
}

function prepare(): void {
  if (ready) return;
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  // The types of pdfmake leave the virtual file system out.
  const { virtualfs } = pdfmake as unknown as { virtualfs: { writeFileSync(name: string, bytes: Buffer): void } };
  for (const face of FACES) virtualfs.writeFileSync(virtualName(face), Buffer.from(fontBytes(face)));
  pdfmake.setFonts({
    [FAMILY]: {
      normal: virtualName('normal'),
      bold: virtualName('bold'),
      italics: virtualName('italics'),
      bolditalics: virtualName('bolditalics'),
    },
  });
  shareParsedFonts();
  ready = true;
}

interface EmbeddedFont {
  readonly name: string;
}
interface PdfDocumentPrototype {
  provideFont(family: string, bold?: boolean, italics?: boolean): EmbeddedFont;
}
interface PdfDocumentInstance extends PdfDocumentPrototype {
  fontCache: Record<string, Partial<Record<Face, EmbeddedFont>>>;
  _fontCount: number;
  _fontFamilies: Record<string, EmbeddedFont>;
}
type EmbeddedFontClass = new (document: unknown, font: unknown, id: string) => EmbeddedFont;

/**
 * pdfkit parses its fonts anew for every document. The first document shows us pdfkit's class of embedded fonts; from
 * then on each document gets one built on the face that is already open.
 */
function shareParsedFonts(): void {
  const require = createRequire(import.meta.url);
  const prototype: PdfDocumentPrototype = require('pdfmake/js/PDFDocument').default.prototype;
  const parseAnew = prototype.provideFont;
  let Embedded: EmbeddedFontClass | undefined;
  prototype.provideFont = function (this: PdfDocumentInstance, family, bold, italics) {
    const face = faceOf({ bold, italics });
    const cached = this.fontCache[family]?.[face];
    if (cached !== undefined) return cached;
    if (Embedded === undefined) {
      const first = parseAnew.call(this, family, bold, italics);
      Embedded = first.constructor as EmbeddedFontClass;
      return first;
    }
    this._fontCount += 1;
    const embedded = new Embedded(this, openFont(face), `F${this._fontCount}`);
    this.fontCache[family] = { ...this.fontCache[family], [face]: embedded };
    // pdfkit writes out the fonts that are listed here.
    this._fontFamilies[embedded.name] = embedded;
    return embedded;
  };
}
