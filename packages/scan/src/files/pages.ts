import { open, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { GreyImage } from '../image/index.ts';
import { type PageProblem, problem } from '../reading/index.ts';
import { type Encoded, pagesInImage } from './decode.ts';
import { type FileKind, kindOf } from './kind.ts';
import { LIMITS } from './limits.ts';
import { openScannedPdf } from './pdf/scanned-pdf.ts';
import { type OpenPdf, openPdf, type PdfPage, PdfRefused } from './pdfium.ts';

/** A page of a file, not yet decoded where that can be left to another thread. */
export interface SourcePage {
  /** From 1; 0 when the file as a whole has no pages to give. */
  readonly page: number;
  readonly content: PageContent;
}

export type PageContent =
  | { readonly kind: 'encoded'; readonly encoded: Encoded }
  | { readonly kind: 'grey'; readonly image: GreyImage }
  | { readonly kind: 'problem'; readonly problem: PageProblem };

/** The pages of a file, one after another: a thousand of them never stand in memory together. */
export async function* pagesOf(path: string): AsyncGenerator<SourcePage> {
  const { size } = await stat(path);
  if (size > LIMITS.fileBytes) {
    yield whole(tooLarge(size, LIMITS.fileBytes));
    return;
  }
  const kind = kindOf(await headOf(path));
  if (kind === 'pdf') yield* pdfPages(path, size);
  else if (kind === 'jpeg' || kind === 'png' || kind === 'tiff') yield* imagePages(path);
  else yield whole(notAPicture(kind, path));
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(1024), 0, 1024, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function notAPicture(kind: FileKind, path: string): PageProblem {
  if (kind === 'empty') return problem('file.empty');
  const extension = extname(basename(path)).slice(1).toLowerCase();
  const disguised = kind === 'zip' && ['pdf', 'jpg', 'jpeg', 'png', 'tif', 'tiff'].includes(extension);
  return disguised ? problem('file.disguised', 'ZIP', extension) : problem('file.kind');
}

async function* imagePages(path: string): AsyncGenerator<SourcePage> {
  const pages = await pagesInImage(path);
  if (pages > LIMITS.pages) {
    yield whole(problem('file.pages', String(pages), String(LIMITS.pages)));
    return;
  }
  for (let page = 0; page < pages; page += 1) {
    yield { page: page + 1, content: { kind: 'encoded', encoded: { path, page } } };
  }
}

/** From the disk page by page where the PDF is a plain stack of scans; with the full library, and all in memory, where not. */
async function* pdfPages(path: string, size: number): AsyncGenerator<SourcePage> {
  const scanned = openScannedPdf(path);
  const drawn = new DrawnPages(path, size);
  try {
    const pages = scanned?.pages ?? (await drawn.count());
    if (typeof pages !== 'number' || pages > LIMITS.pages) {
      yield whole(typeof pages === 'number' ? problem('file.pages', String(pages), String(LIMITS.pages)) : pages);
      return;
    }
    for (let index = 0; index < pages; index += 1) {
      const bytes = scanned?.jpeg(index) ?? null;
      const content: PageContent = bytes === null ? await drawn.page(index) : { kind: 'encoded', encoded: { bytes } };
      yield { page: index + 1, content };
    }
  } finally {
    scanned?.close();
    drawn.close();
  }
}

/** Pages by the full library, opened only when one is asked for. */
class DrawnPages {
  readonly #path: string;
  readonly #size: number;
  #pdf: OpenPdf | null = null;
  #read = 0;

  constructor(path: string, size: number) {
    this.#path = path;
    this.#size = size;
  }

  async count(): Promise<number | PageProblem> {
    const pdf = await this.#open();
    if ('code' in pdf) return pdf;
    return pdf.pages === 0 ? problem('file.damaged') : pdf.pages;
  }

  async page(index: number): Promise<PageContent> {
    // It keeps what it has unpacked of every page until it is closed.
    if (this.#read >= LIMITS.reopenAfter) this.close();
    const pdf = await this.#open();
    if ('code' in pdf) return { kind: 'problem', problem: pdf };
    this.#read += 1;
    return contentOf(pdf.page(index));
  }

  close(): void {
    this.#pdf?.close();
    this.#pdf = null;
    this.#read = 0;
  }

  async #open(): Promise<OpenPdf | PageProblem> {
    if (this.#pdf !== null) return this.#pdf;
    if (this.#size > LIMITS.drawnBytes) return tooLarge(this.#size, LIMITS.drawnBytes);
    try {
      this.#pdf = await openPdf(this.#path);
      return this.#pdf;
    } catch (error) {
      if (!(error instanceof PdfRefused)) throw error;
      return problem(error.reason === 'encrypted' ? 'file.encrypted' : 'file.damaged');
    }
  }
}

function contentOf(page: PdfPage | null): PageContent {
  if (page === null) return { kind: 'problem', problem: problem('image.unreadable') };
  if (page.kind === 'jpeg') return { kind: 'encoded', encoded: { bytes: page.bytes } };
  return { kind: 'grey', image: page.image };
}

function tooLarge(size: number, limit: number): PageProblem {
  const [megabytes, most] = [size, limit].map((bytes) => String(Math.round(bytes / 1024 / 1024)));
  return problem('file.too-large', megabytes, most);
}

function whole(reason: PageProblem): SourcePage {
  return { page: 0, content: { kind: 'problem', problem: reason } };
}
