import { open, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { GreyImage } from '../image/index.ts';
import { type PageProblem, problem } from '../reading/index.ts';
import { type Encoded, pagesInImage } from './decode.ts';
import { type FileKind, kindOf } from './kind.ts';
import { LIMITS } from './limits.ts';
import { openPdf, PdfRefused } from './pdfium.ts';

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
    const [megabytes, limit] = [size, LIMITS.fileBytes].map((bytes) => String(Math.round(bytes / 1024 / 1024)));
    yield whole(problem('file.too-large', megabytes, limit));
    return;
  }
  const kind = kindOf(await headOf(path));
  if (kind === 'pdf') yield* pdfPages(path);
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

async function* pdfPages(path: string): AsyncGenerator<SourcePage> {
  const pdf = await openPdf(path).catch((error: unknown) => {
    if (error instanceof PdfRefused) return error.reason;
    throw error;
  });
  if (typeof pdf === 'string') {
    yield whole(problem(pdf === 'encrypted' ? 'file.encrypted' : 'file.damaged'));
    return;
  }
  try {
    if (pdf.pages > LIMITS.pages || pdf.pages === 0) {
      const pages = problem('file.pages', String(pdf.pages), String(LIMITS.pages));
      yield whole(pdf.pages === 0 ? problem('file.damaged') : pages);
      return;
    }
    for (let index = 0; index < pdf.pages; index += 1) {
      const page = pdf.page(index);
      yield { page: index + 1, content: contentOf(page) };
    }
  } finally {
    pdf.close();
  }
}

function contentOf(page: ReturnType<Awaited<ReturnType<typeof openPdf>>['page']>): PageContent {
  if (page === null) return { kind: 'problem', problem: problem('image.unreadable') };
  if (page.kind === 'jpeg') return { kind: 'encoded', encoded: { bytes: page.bytes } };
  return { kind: 'grey', image: page.image };
}

function whole(reason: PageProblem): SourcePage {
  return { page: 0, content: { kind: 'problem', problem: reason } };
}
