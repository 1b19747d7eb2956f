import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { offlineProblem, problemOf } from '../api/problem.ts';

type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

let loading: Promise<Pdfjs> | undefined;

/** pdf.js with its worker, both from our own bundle and only once somebody looks at a page. It has no eval (since v5). */
function library(): Promise<Pdfjs> {
  loading ??= Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.min.mjs?worker'),
  ]).then(([pdfjs, { default: PdfWorker }]) => {
    pdfjs.GlobalWorkerOptions.workerPort = new PdfWorker();
    return pdfjs;
  });
  return loading;
}

/** The document behind an address of the api; a refusal comes as an `ApiProblem` with its sentence. */
export async function openPdf(src: string): Promise<PDFDocumentProxy> {
  const [pdfjs, response] = await Promise.all([library(), fetch(src).catch(() => Promise.reject(offlineProblem()))]);
  if (!response.ok) throw await problemOf(response);
  return open(pdfjs, new Uint8Array(await response.arrayBuffer()));
}

/** A document that is already here. */
export async function openBytes(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  // The worker takes what it is given with it: a copy, so that the same page can be opened again.
  return open(await library(), bytes.slice());
}

function open(pdfjs: Pdfjs, data: Uint8Array): Promise<PDFDocumentProxy> {
  return pdfjs.getDocument({ data, isOffscreenCanvasSupported: false, enableXfa: false }).promise;
}

export type { PDFDocumentProxy };
