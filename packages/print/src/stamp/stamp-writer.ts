import { FACES, type Face } from '../pdf/fonts.ts';
import { mm } from '../pdf/units.ts';
import { Bookmarks } from './bookmarks.ts';
import type { StampedLine } from './fit.ts';
import { qrImage, qrPlace } from './qr-mask.ts';
import { ObjectWriter, type Sink } from './sink.ts';
import { StampFont } from './stamp-font.ts';
import { embedTemplate } from './template-pages.ts';
import { textString } from './text-string.ts';

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
  /** The office that prints it. */
  readonly author?: string;
  /** Vietnamese when left out. */
  readonly language?: string;
  readonly createdAt: Date;
}

const PAGE = { w: 210, h: 297 };
const ACROSS = { w: 297, h: 210 };
const FAN_OUT = 64;
const RULE_WEIGHT = mm(0.18);

/**
 * Writes a PDF front to back with flat memory: templates as Form XObjects, page after page, then one subset of each
 * face with the characters that were met. Pages are not compressed, for speed,
 * while the templates, which are what is large, are compressed once (see docs/decisions/stamping.md).
 */
export class StampWriter {
  readonly fonts: ReadonlyMap<Face, StampFont> = new Map(FACES.map((face) => [face, new StampFont(face)]));
  readonly #out: ObjectWriter;
  readonly #facts: DocumentFacts;
  readonly #forms: readonly number[];
  readonly #resources: number;
  /** Leaves of the page tree: at most 64 pages each. */
  readonly #leaves: Leaf[] = [];
  readonly #bookmarks = new Bookmarks();
  #pages = 0;

  private constructor(out: ObjectWriter, facts: DocumentFacts, forms: readonly number[]) {
    this.#out = out;
    this.#facts = facts;
    this.#forms = forms;
    this.#resources = out.reserve();
  }

  static async open(sink: Sink, facts: DocumentFacts, templates: readonly Uint8Array[]): Promise<StampWriter> {
    const out = new ObjectWriter(sink);
    const forms: number[] = [];
    for (const template of templates) forms.push(...(await embedTemplate(out, template)));
    return new StampWriter(out, facts, forms);
  }

  /** Pages written so far. */
  get pages(): number {
    return this.#pages;
  }

  /** Pages of all templates. */
  get templates(): number {
    return this.#forms.length;
  }

  /** Bytes written so far. */
  get size(): number {
    return this.#out.size;
  }

  /** A bookmark to the next page; several titles are a path down the tree. */
  bookmark(...path: readonly string[]): void {
    this.#bookmarks.add(path, this.#pages);
  }

  page(page: StampedPage): void {
    if (page.halves === undefined) this.side(this.#operators(page, PAGE.h));
    else this.side(this.#halves(page.halves), true);
  }

  /** A page of ready operators (one byte a character); `landscape` lies on its side. */
  side(operators: string, landscape = false): void {
    const leaf = this.#leafWithRoom();
    const [content, id] = [this.#out.reserve(), this.#out.reserve()];
    const lying = landscape ? mediaBox(ACROSS) : '';
    this.#out.pageObjects(
      content,
      operators,
      id,
      `<</Type/Page/Parent ${leaf.id} 0 R${lying}/Contents ${content} 0 R>>`,
    );
    leaf.pages[leaf.count] = id;
    leaf.count += 1;
    this.#pages += 1;
  }

  /** Page tree, bookmarks, metadata, cross-reference table; returns the size of the file. */
  finish(): number {
    const root = this.#writePageTree();
    const outlines = this.#bookmarks.write(this.#out, (page) => this.#pageId(page));
    this.#writeResources();
    const [metadata, info, catalog] = [this.#out.reserve(), this.#out.reserve(), this.#out.reserve()];
    this.#out.stream(metadata, '/Type/Metadata/Subtype/XML', Buffer.from(xmp(this.#facts), 'utf8'));
    const date = pdfDate(this.#facts.createdAt);
    this.#out.object(
      info,
      `<</Title ${textString(this.#facts.title)}` +
        (this.#facts.author === undefined ? '' : `/Author ${textString(this.#facts.author)}`) +
        `/Producer ${textString('Gần Dân')}/CreationDate(${date})/ModDate(${date})>>`,
    );
    this.#out.object(
      catalog,
      `<</Type/Catalog/Pages ${root} 0 R/Lang(${languageOf(this.#facts)})/Metadata ${metadata} 0 R` +
        (outlines === null ? '' : `/Outlines ${outlines} 0 R/PageMode/UseOutlines`) +
        // Scaling would move the boxes away from their layout map; leaves are turned like pages of a book.
        '/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None/Duplex/DuplexFlipLongEdge>>>>',
    );
    return this.#out.finish(catalog, info);
  }

  #halves({ size, sides: [left, right], turned }: NonNullable<StampedPage['halves']>): string {
    const own = (side: StampedSide | null) => (side === null ? null : this.#operators(side, size.h));
    return halfOperators(size, [own(left), own(right)], turned);
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
        operators += lineOperators(line, this.fonts);
      }
      operators += 'ET\n';
    }
    if (page.qr !== undefined) {
      const image = qrImage(page.qr.payload);
      operators += '0 g\n';
      for (const { x, y, s } of page.qr.places) operators += qrPlace(x, y, s, height) + image;
    }
    return operators;
  }

  #leafWithRoom(): Leaf {
    const last = this.#leaves.at(-1);
    if (last !== undefined && last.count < FAN_OUT) return last;
    const leaf = { id: this.#out.reserve(), pages: new Uint32Array(FAN_OUT), count: 0 };
    this.#leaves.push(leaf);
    return leaf;
  }

  /** The object of a page, from 0. */
  #pageId(page: number): number | null {
    const leaf = this.#leaves[Math.floor(page / FAN_OUT)];
    const at = page % FAN_OUT;
    return leaf === undefined || at >= leaf.count ? null : (leaf.pages[at] ?? null);
  }

  #writeResources(): void {
    const names: string[] = [];
    for (const [face, font] of this.fonts) {
      if (!font.isUsed) continue;
      const id = this.#out.reserve();
      font.embed(this.#out, id);
      names.push(`/${fontName(face)} ${id} 0 R`);
    }
    const forms = this.#forms.map((id, index) => `/T${index} ${id} 0 R`);
    this.#out.object(this.#resources, `<</Font<<${names.join('')}>>/XObject<<${forms.join('')}>>>>`);
  }

  /** A tree of 64-fold branching, so that a viewer finds page 40,000 as fast as page 4. */
  #writePageTree(): number {
    let level: TreeNode[] = this.#leaves.map(({ id, pages, count }) => ({ id, kids: pages.subarray(0, count), count }));
    while (level.length > 1) {
      const above: TreeNode[] = [];
      for (let at = 0; at < level.length; at += FAN_OUT) {
        const children = level.slice(at, at + FAN_OUT);
        const id = this.#out.reserve();
        for (const child of children) this.#writeNode(child, id);
        above.push({
          id,
          kids: Uint32Array.from(children, (child) => child.id),
          count: children.reduce((sum, child) => sum + child.count, 0),
        });
      }
      level = above;
    }
    const root = level[0] ?? { id: this.#out.reserve(), kids: new Uint32Array(0), count: 0 };
    this.#writeNode(root, null);
    return root.id;
  }

  #writeNode(node: TreeNode, parent: number | null): void {
    const kids = Array.from(node.kids, (kid) => `${kid} 0 R`).join(' ');
    // What all pages share stands at the root and is inherited.
    const shared = `/Resources ${this.#resources} 0 R${mediaBox(PAGE)}`;
    const above = parent === null ? shared : `/Parent ${parent} 0 R`;
    this.#out.object(node.id, `<</Type/Pages${above}/Count ${node.count}/Kids[${kids}]>>`);
  }
}

interface Leaf {
  readonly id: number;
  readonly pages: Uint32Array;
  count: number;
}

interface TreeNode {
  readonly id: number;
  readonly kids: Uint32Array;
  readonly count: number;
}

/** The operators of one line inside a text object. */
export function lineOperators(line: StampedLine, fonts: ReadonlyMap<Face, StampFont>): string {
  return linePrefix(line) + (fonts.get(line.face)?.encode(line.text) ?? '()') + SHOW;
}

/** What stands before the string of a line: face, size and place. */
export function linePrefix({ face, size, x, y }: Omit<StampedLine, 'text'>): string {
  return `/${fontName(face)} ${size} Tf 1 0 0 1 ${x.toFixed(2)} ${y.toFixed(2)} Tm `;
}

/** And what stands behind it. */
export const SHOW = 'Tj\n';

/**
 * Two sides beside each other, each in the middle of its half, and between them the line to cut along. Backs stand upside
 * down and in the columns of their fronts: the paper is turned over its long edge like every other one of the office, and
 * so each half turns like the leaf of a book.
 */
export function halfOperators(
  size: { readonly w: number; readonly h: number },
  sides: readonly [string | null, string | null],
  turned: boolean,
): string {
  const half = ACROSS.w / 2;
  const free = { x: (half - size.w) / 2, y: (ACROSS.h - size.h) / 2 };
  const drawn = sides.map((operators, index) => {
    if (operators === null) return '';
    const left = index * half;
    const matrix = turned
      ? `-1 0 0 -1 ${mm(left + half - free.x).toFixed(2)} ${mm(ACROSS.h - free.y).toFixed(2)}`
      : `1 0 0 1 ${mm(left + free.x).toFixed(2)} ${mm(free.y).toFixed(2)}`;
    return `q ${matrix} cm\n${operators}Q\n`;
  });
  const middle = mm(half).toFixed(2);
  const cut = `q 0.5 G ${RULE_WEIGHT.toFixed(2)} w [3 3] 0 d ${middle} 0 m ${middle} ${mm(ACROSS.h).toFixed(2)} l S Q\n`;
  return drawn.join('') + cut;
}

function mediaBox({ w, h }: { readonly w: number; readonly h: number }): string {
  return `/MediaBox[0 0 ${mm(w).toFixed(2)} ${mm(h).toFixed(2)}]`;
}

function fontName(face: Face): string {
  return `F${FACES.indexOf(face)}`;
}

function point(x: number, y: number, height: number): string {
  return `${mm(x).toFixed(2)} ${mm(height - y).toFixed(2)}`;
}

const languageOf = ({ language }: DocumentFacts) => language ?? 'vi-VN';

function pdfDate(date: Date): string {
  return `D:${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`;
}

function xmp(facts: DocumentFacts): string {
  const { title, author, createdAt } = facts;
  const date = createdAt.toISOString();
  const creator =
    author === undefined ? '' : `\n<dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator>`;
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>${creator}
<dc:language><rdf:Bag><rdf:li>${escaped(languageOf(facts))}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate>
<pdf:Producer>Gần Dân</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escaped(text: string): string {
  return text.normalize('NFC').replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);
}
