import { NeedsMore, NotPlain, ObjectParser, type PdfDict, type PdfObject } from './objects.ts';
import { nameOf, PdfFile } from './pdf-file.ts';

/** A PDF as office scanners write it: pages that are one JPEG each, read from the disk one at a time. */
export interface ScannedPdf {
  readonly pages: number;
  /** The JPEG that the page consists of; null when the page holds anything else and has to be drawn. */
  jpeg(index: number): Uint8Array | null;
  close(): void;
}

const MOST_PAGES = 100_000;
const LONGEST_CONTENT = 4096;
/** Operators of a page that only places a picture. */
const PLACING = new Set(['q', 'Q', 'cm', 'Do', 'gs', 'w', 'n', 're', 'W', 'i', 'ri']);

/** Opens a PDF without reading it; null when it is no plain one and needs the full library, encrypted ones among them. */
export function openScannedPdf(path: string): ScannedPdf | null {
  const file = attempt(() => new PdfFile(path));
  if (file === null) return null;
  const pages = file.trailer.entries.has('Encrypt') ? null : attempt(() => pagesOf(file));
  if (pages === null || pages.length === 0) {
    file.close();
    return null;
  }
  return {
    pages: pages.length,
    jpeg: (index) => {
      const page = pages[index];
      return page === undefined ? null : attempt(() => onlyJpeg(file, page));
    },
    close: () => file.close(),
  };
}

function attempt<T>(task: () => T): T | null {
  try {
    return task();
  } catch (error) {
    if (error instanceof NotPlain || error instanceof NeedsMore || isZlibError(error)) return null;
    throw error;
  }
}

const isZlibError = (error: unknown) =>
  error instanceof Error && 'code' in error && /^(Z_|ERR_)/.test(String(error.code));

/** What is kept of a page until its turn. */
interface PageRef {
  readonly page: PdfObject;
  /** Resources may stand at a parent. */
  readonly resources: PdfObject;
}

function pagesOf(file: PdfFile): readonly PageRef[] {
  const root = file.dict(file.get(file.dict(file.trailer.entries.get('Root')), 'Pages'));
  const pages: PageRef[] = [];
  const seen = new Set<number>();
  const walk = (node: PdfDict, inherited: PdfObject, depth: number): void => {
    const kids = file.get(node, 'Kids');
    if (typeof kids !== 'object' || kids?.kind !== 'array' || depth > 30) throw new NotPlain('a broken page tree');
    const resources = node.entries.get('Resources') ?? inherited;
    for (const kid of kids.items) {
      if (typeof kid !== 'object' || kid?.kind !== 'ref' || seen.has(kid.id)) throw new NotPlain('a broken page tree');
      seen.add(kid.id);
      const dict = file.dict(kid);
      if (dict.entries.has('Kids')) walk(dict, resources, depth + 1);
      else pages.push({ page: kid, resources: dict.entries.has('Resources') ? null : resources });
      if (pages.length > MOST_PAGES) throw new NotPlain('too many pages');
    }
  };
  walk(root, null, 0);
  return pages;
}

function onlyJpeg(file: PdfFile, { page, resources }: PageRef): Uint8Array {
  const dict = file.dict(page);
  if (dict.entries.has('Annots')) throw new NotPlain('notes on the page');
  const name = onlyPicture(contentOf(file, dict));
  const own = file.dict(dict.entries.get('Resources') ?? resources);
  const picture = file.dict(file.dict(own.entries.get('XObject')).entries.get(name));
  const filter = file.get(picture, 'Filter');
  const filters = typeof filter === 'object' && filter?.kind === 'array' ? filter.items : [filter];
  const isJpeg = filters.length === 1 && nameOf(file.resolve(filters[0])) === 'DCTDecode';
  if (nameOf(file.get(picture, 'Subtype')) !== 'Image' || !isJpeg) throw new NotPlain('no JPEG');
  if (picture.entries.has('SMask') || picture.entries.has('Mask') || picture.entries.has('Decode')) {
    throw new NotPlain('a picture that is not shown as it is');
  }
  return file.raw(picture);
}

function contentOf(file: PdfFile, page: PdfDict): string {
  const contents = file.get(page, 'Contents');
  const parts = typeof contents === 'object' && contents?.kind === 'array' ? contents.items : [contents];
  if (parts.length > 8) throw new NotPlain('much content');
  return parts.map((part) => file.content(file.dict(part), LONGEST_CONTENT).toString('latin1')).join('\n');
}

/** The name of the one picture that the content places; throws when it does anything else. */
function onlyPicture(content: string): string {
  const parser = new ObjectParser(content, 0, true);
  let operands: PdfObject[] = [];
  const pictures: string[] = [];
  while (!parser.done) {
    const before = parser.at;
    const operator = /^[A-Za-z*'"]/.test(content.slice(before, before + 1)) ? parser.word() : null;
    if (operator === null) {
      operands.push(parser.object());
      continue;
    }
    if (!PLACING.has(operator)) throw new NotPlain(`operator ${operator}`);
    if (operator === 'Do') pictures.push(nameOf(operands.at(-1)) ?? '');
    operands = [];
  }
  const [only] = pictures;
  if (only === undefined || pictures.length !== 1) throw new NotPlain('not one picture');
  return only;
}
