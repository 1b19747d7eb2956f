import { FACES, type Face } from '../pdf/fonts.ts';
import { mm } from '../pdf/units.ts';
import { Bookmarks } from './bookmarks.ts';
import { type DocumentFacts, infoDictionary, languageOf, xmp } from './document-facts.ts';
import { ACROSS, fontName, halfOperators, PAGE, type StampedSide, sideOperators } from './operators.ts';
import { ObjectWriter, type Sink } from './sink.ts';
import { StampFont } from './stamp-font.ts';
import { embedTemplate } from './template-pages.ts';

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

const FAN_OUT = 64;
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
    if (page.halves === undefined) this.side(sideOperators(page, PAGE.h, this.fonts));
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
    this.#out.object(info, infoDictionary(this.#facts));
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
    const own = (side: StampedSide | null) => (side === null ? null : sideOperators(side, size.h, this.fonts));
    return halfOperators(size, [own(left), own(right)], turned);
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

function mediaBox({ w, h }: { readonly w: number; readonly h: number }): string {
  return `/MediaBox[0 0 ${mm(w).toFixed(2)} ${mm(h).toFixed(2)}]`;
}
