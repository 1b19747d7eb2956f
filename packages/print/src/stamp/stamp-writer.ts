import { deflateSync } from 'node:zlib';
import { FACES, type Face, mm } from '../pdf/index.ts';
import type { StampedLine } from './fit.ts';
import { qrBits, qrOperators } from './qr-mask.ts';
import { ObjectWriter, type Sink } from './sink.ts';
import { StampFont } from './stamp-font.ts';
import { embedTemplate } from './template-pages.ts';

/** A template's page and what is stamped on it. Lengths in millimetres from the top left. */
export interface StampedSide {
  /** Index of the template page among all embedded ones; null for a blank side. */
  readonly template: number | null;
  readonly lines: readonly StampedLine[];
  /** Straight black lines: x1, y1, x2, y2. */
  readonly rules?: readonly (readonly [number, number, number, number])[];
  readonly qr?: {
    readonly payload: string;
    readonly places: readonly { readonly x: number; readonly y: number; readonly s: number }[];
  };
}

/** One page to be written: a whole side, or two halves of it (A5 beside A5 on an A4 that lies across). */
export interface StampedPage extends StampedSide {
  readonly halves?: {
    /** Size of one half; null leaves it empty. */
    readonly size: { readonly w: number; readonly h: number };
    readonly sides: readonly [StampedSide, StampedSide | null];
    /** Upside down: the back of a paper that is turned over its long edge, so that each half turns like a book's leaf. */
    readonly turned: boolean;
  };
}

/** What the document says about itself. */
export interface DocumentFacts {
  readonly title: string;
  readonly createdAt: Date;
}

const PAGE = { w: 210, h: 297 };
const ACROSS = { w: 297, h: 210 };
const FAN_OUT = 64;
const RULE_WEIGHT = mm(0.18);
// A page's operators are 2 to 3 kB. zlib's own defaults would take 256 kB of memory for each of them, and the garbage
// collector half of the time (measured with `bench packet`).
const SMALL = { level: 6, windowBits: 12, memLevel: 5, chunkSize: 4096 } as const;

/**
 * Writes a PDF front to back with flat memory: templates as Form XObjects, one subset of each face, then page after page.
 * The characters to come are announced first, because the fonts stand before the pages.
 */
export class StampWriter {
  readonly #out: ObjectWriter;
  readonly #facts: DocumentFacts;
  readonly #fonts: ReadonlyMap<Face, StampFont>;
  readonly #resources: number;
  /** Leaves of the page tree: at most 64 pages each. */
  readonly #leaves: { readonly id: number; readonly pages: number[] }[] = [];
  readonly #bookmarks: { readonly title: string; readonly page: number }[] = [];
  #pages = 0;

  private constructor(out: ObjectWriter, facts: DocumentFacts, fonts: ReadonlyMap<Face, StampFont>, resources: number) {
    this.#out = out;
    this.#facts = facts;
    this.#fonts = fonts;
    this.#resources = resources;
  }

  static async open(
    sink: Sink,
    facts: DocumentFacts,
    templates: readonly Uint8Array[],
    characters: ReadonlyMap<Face, ReadonlySet<number>>,
  ): Promise<StampWriter> {
    const out = new ObjectWriter(sink);
    const forms: number[] = [];
    for (const template of templates) forms.push(...(await embedTemplate(out, template)));
    const fonts = new Map([...characters].map(([face, codes]) => [face, new StampFont(face, codes)] as const));
    const fontNames = [...fonts].map(([face, font]) => `/${fontName(face)} ${font.embed(out)} 0 R`);
    const resources = out.reserve();
    const formNames = forms.map((id, index) => `/T${index} ${id} 0 R`);
    out.object(resources, `<</Font<<${fontNames.join('')}>>/XObject<<${formNames.join('')}>>>>`);
    return new StampWriter(out, facts, fonts, resources);
  }

  /** Pages written so far. */
  get pages(): number {
    return this.#pages;
  }

  /** A bookmark to the next page. */
  bookmark(title: string): void {
    this.#bookmarks.push({ title, page: this.#pages });
  }

  page(page: StampedPage): void {
    const leaf = this.#leafWithRoom();
    const [content, id] = [this.#out.reserve(), this.#out.reserve()];
    const operators = page.halves === undefined ? this.#operators(page, PAGE.h) : this.#halves(page.halves);
    const { w, h } = page.halves === undefined ? PAGE : ACROSS;
    this.#out.stream(content, '/Filter/FlateDecode', deflateSync(Buffer.from(operators, 'latin1'), SMALL));
    this.#out.object(
      id,
      `<</Type/Page/Parent ${leaf.id} 0 R/MediaBox[0 0 ${mm(w).toFixed(2)} ${mm(h).toFixed(2)}]` +
        `/Resources ${this.#resources} 0 R/Contents ${content} 0 R>>`,
    );
    leaf.pages.push(id);
    this.#pages += 1;
  }

  /** Page tree, bookmarks, metadata, cross-reference table; returns the size of the file. */
  finish(): number {
    const root = this.#writePageTree();
    const outlines = this.#writeBookmarks();
    const [metadata, info, catalog] = [this.#out.reserve(), this.#out.reserve(), this.#out.reserve()];
    this.#out.stream(metadata, '/Type/Metadata/Subtype/XML', Buffer.from(xmp(this.#facts), 'utf8'));
    const date = pdfDate(this.#facts.createdAt);
    this.#out.object(
      info,
      `<</Title ${textString(this.#facts.title)}/Producer ${textString('Gần Dân')}/CreationDate(${date})/ModDate(${date})>>`,
    );
    this.#out.object(
      catalog,
      `<</Type/Catalog/Pages ${root} 0 R/Lang(vi-VN)/Metadata ${metadata} 0 R` +
        (outlines === null ? '' : `/Outlines ${outlines} 0 R/PageMode/UseOutlines`) +
        // Scaling would move the boxes away from their layout map; leaves are turned like pages of a book.
        '/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None/Duplex/DuplexFlipLongEdge>>>>',
    );
    return this.#out.finish(catalog, info);
  }

  /** Two sides beside each other, each in the middle of its half, and between them the line to cut along. */
  #halves({ size, sides, turned }: NonNullable<StampedPage['halves']>): string {
    const half = ACROSS.w / 2;
    const free = { x: (half - size.w) / 2, y: (ACROSS.h - size.h) / 2 };
    const drawn = sides.map((side, index) => {
      if (side === null) return '';
      const left = index * half;
      const matrix = turned
        ? `-1 0 0 -1 ${mm(left + half - free.x).toFixed(2)} ${mm(ACROSS.h - free.y).toFixed(2)}`
        : `1 0 0 1 ${mm(left + free.x).toFixed(2)} ${mm(free.y).toFixed(2)}`;
      return `q ${matrix} cm\n${this.#operators(side, size.h)}Q\n`;
    });
    const middle = mm(half).toFixed(2);
    const cut = `q 0.5 G ${RULE_WEIGHT.toFixed(2)} w [3 3] 0 d ${middle} 0 m ${middle} ${mm(ACROSS.h).toFixed(2)} l S Q\n`;
    return drawn.join('') + cut;
  }

  #operators(page: StampedSide, height: number): string {
    let operators = page.template === null ? '' : `q /T${page.template} Do Q\n`;
    if (page.rules !== undefined && page.rules.length > 0) {
      operators += `0 G ${RULE_WEIGHT.toFixed(2)} w\n`;
      for (const [x1, y1, x2, y2] of page.rules) {
        operators += `${point(x1, y1, height)} m ${point(x2, y2, height)} l\n`;
      }
      operators += 'S\n';
    }
    if (page.lines.length > 0) {
      operators += '0 g BT\n';
      for (const line of page.lines) {
        const text = this.#fonts.get(line.face)?.encode(line.text) ?? '<>';
        operators += `/${fontName(line.face)} ${line.size} Tf 1 0 0 1 ${line.x.toFixed(2)} ${line.y.toFixed(2)} Tm ${text} Tj\n`;
      }
      operators += 'ET\n';
    }
    if (page.qr !== undefined) {
      const bits = qrBits(page.qr.payload);
      operators += '0 g\n';
      for (const { x, y, s } of page.qr.places) operators += qrOperators(bits, x, y, s, height);
    }
    return operators;
  }

  #leafWithRoom(): { readonly id: number; readonly pages: number[] } {
    const last = this.#leaves.at(-1);
    if (last !== undefined && last.pages.length < FAN_OUT) return last;
    const leaf = { id: this.#out.reserve(), pages: [] };
    this.#leaves.push(leaf);
    return leaf;
  }

  /** A tree of 64-fold branching, so that a viewer finds page 40,000 as fast as page 4. */
  #writePageTree(): number {
    let level = this.#leaves.map((leaf) => ({
      id: leaf.id,
      kids: leaf.pages as readonly number[],
      count: leaf.pages.length,
    }));
    while (level.length > 1) {
      const above: typeof level = [];
      for (let at = 0; at < level.length; at += FAN_OUT) {
        const children = level.slice(at, at + FAN_OUT);
        const id = this.#out.reserve();
        for (const child of children) this.#writeNode(child, id);
        above.push({
          id,
          kids: children.map((child) => child.id),
          count: children.reduce((sum, child) => sum + child.count, 0),
        });
      }
      level = above;
    }
    const root = level[0] ?? { id: this.#out.reserve(), kids: [], count: 0 };
    this.#writeNode(root, null);
    return root.id;
  }

  #writeNode(
    node: { readonly id: number; readonly kids: readonly number[]; readonly count: number },
    parent: number | null,
  ): void {
    const kids = node.kids.map((kid) => `${kid} 0 R`).join(' ');
    const above = parent === null ? '' : `/Parent ${parent} 0 R`;
    this.#out.object(node.id, `<</Type/Pages${above}/Count ${node.count}/Kids[${kids}]>>`);
  }

  #writeBookmarks(): number | null {
    if (this.#bookmarks.length === 0) return null;
    const root = this.#out.reserve();
    const ids = this.#bookmarks.map(() => this.#out.reserve());
    this.#bookmarks.forEach(({ title, page }, index) => {
      const leaf = this.#leaves[Math.floor(page / FAN_OUT)];
      const target = leaf?.pages[page % FAN_OUT];
      const previous = ids[index - 1] === undefined ? '' : `/Prev ${ids[index - 1]} 0 R`;
      const next = ids[index + 1] === undefined ? '' : `/Next ${ids[index + 1]} 0 R`;
      this.#out.object(
        ids[index] ?? 0,
        `<</Title ${textString(title)}/Parent ${root} 0 R${previous}${next}/Dest[${target} 0 R/Fit]>>`,
      );
    });
    this.#out.object(root, `<</Type/Outlines/First ${ids[0]} 0 R/Last ${ids.at(-1)} 0 R/Count ${ids.length}>>`);
    return root;
  }
}

/** Adds the characters of the lines to the sets of their faces. */
export function announce(characters: Map<Face, Set<number>>, lines: readonly StampedLine[]): void {
  for (const line of lines) {
    let set = characters.get(line.face);
    if (set === undefined) {
      set = new Set();
      characters.set(line.face, set);
    }
    for (const character of line.text) set.add(character.codePointAt(0) ?? 0);
  }
}

function fontName(face: Face): string {
  return `F${FACES.indexOf(face)}`;
}

function point(x: number, y: number, height: number): string {
  return `${mm(x).toFixed(2)} ${mm(height - y).toFixed(2)}`;
}

/** A PDF text string in UTF-16 with its byte order mark. */
function textString(text: string): string {
  const units = [...text.normalize('NFC')].join('').split('');
  return `<feff${units.map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0')).join('')}>`;
}

function pdfDate(date: Date): string {
  return `D:${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`;
}

function xmp({ title, createdAt }: DocumentFacts): string {
  const escaped = title.normalize('NFC').replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;' })[sign] ?? '&gt;');
  const date = createdAt.toISOString();
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>vi-VN</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate>
<pdf:Producer>Gần Dân</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}
