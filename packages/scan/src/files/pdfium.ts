import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PDFiumModule } from '@hyzyla/pdfium';
import type { GreyImage } from '../image/index.ts';
import { LIMITS } from './limits.ts';

type Pdfium = Awaited<ReturnType<typeof PDFiumModule>>;

/** Why a PDF cannot be opened. */
export class PdfRefused extends Error {
  readonly reason: 'encrypted' | 'damaged';

  constructor(reason: 'encrypted' | 'damaged') {
    super(`PDF ${reason}`);
    this.reason = reason;
  }
}

/** A page of a PDF: the JPEG that it consists of, or the page drawn. */
export type PdfPage =
  | { readonly kind: 'jpeg'; readonly bytes: Uint8Array }
  | { readonly kind: 'drawn'; readonly image: GreyImage };

export interface OpenPdf {
  readonly pages: number;
  page(index: number): PdfPage | null;
  close(): void;
}

const PASSWORD_ERRORS = [4, 5];
const IMAGE = 3;
const GREY = 1;
const CHUNK = 4 * 1024 * 1024;

let engine: Promise<Pdfium> | undefined;

/** The library's own functions are used, because its classes keep a second copy of the file and never close a page. */
async function start(): Promise<Pdfium> {
  const binary = readFileSync(createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm'));
  const pdfium = await PDFiumModule({ wasmBinary: new Uint8Array(binary).buffer });
  pdfium._FPDF_InitLibraryWithConfig({});
  return pdfium;
}

/** Opens a PDF; throws `PdfRefused`. */
export async function openPdf(path: string): Promise<OpenPdf> {
  engine ??= start();
  const pdfium = await engine;
  const { pointer, size } = load(pdfium, path);
  const document = pdfium._FPDF_LoadMemDocument(pointer, size, 0);
  if (document === 0) {
    const error = pdfium._FPDF_GetLastError();
    pdfium.wasmExports.free(pointer);
    throw new PdfRefused(PASSWORD_ERRORS.includes(error) ? 'encrypted' : 'damaged');
  }
  return {
    pages: pdfium._FPDF_GetPageCount(document),
    page: (index) => readPdfPage(pdfium, document, index),
    close: () => {
      pdfium._FPDF_CloseDocument(document);
      pdfium.wasmExports.free(pointer);
    },
  };
}

/** Straight from the disk into the library's memory. */
function load(pdfium: Pdfium, path: string): { readonly pointer: number; readonly size: number } {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const pointer = pdfium.wasmExports.malloc(Math.max(1, size));
    for (let at = 0; at < size; ) {
      const read = readSync(file, pdfium.HEAPU8, pointer + at, Math.min(CHUNK, size - at), at);
      if (read === 0) break;
      at += read;
    }
    return { pointer, size };
  } finally {
    closeSync(file);
  }
}

function readPdfPage(pdfium: Pdfium, document: number, index: number): PdfPage | null {
  const page = pdfium._FPDF_LoadPage(document, index);
  if (page === 0) return null;
  try {
    const bytes = onlyJpeg(pdfium, page);
    return bytes === null ? drawn(pdfium, page) : { kind: 'jpeg', bytes };
  } finally {
    pdfium._FPDF_ClosePage(page);
  }
}

/** What an office scanner writes: a page that is one JPEG. It is passed through, neither drawn nor packed again. */
function onlyJpeg(pdfium: Pdfium, page: number): Uint8Array | null {
  if (pdfium._FPDFPage_CountObjects(page) !== 1) return null;
  const object = pdfium._FPDFPage_GetObject(page, 0);
  if (pdfium._FPDFPageObj_GetType(object) !== IMAGE) return null;
  if (pdfium._FPDFImageObj_GetImageFilterCount(object) !== 1 || filterOf(pdfium, object) !== 'DCTDecode') return null;
  const size = pdfium._FPDFImageObj_GetImageDataRaw(object, 0, 0);
  if (size === 0) return null;
  const buffer = pdfium.wasmExports.malloc(size);
  pdfium._FPDFImageObj_GetImageDataRaw(object, buffer, size);
  const bytes = pdfium.HEAPU8.slice(buffer, buffer + size);
  pdfium.wasmExports.free(buffer);
  return bytes;
}

function filterOf(pdfium: Pdfium, object: number): string {
  const size = 32;
  const buffer = pdfium.wasmExports.malloc(size);
  const length = pdfium._FPDFImageObj_GetImageFilter(object, 0, buffer, size);
  const name = Buffer.from(pdfium.HEAPU8.slice(buffer, buffer + Math.max(0, Math.min(size, length) - 1)));
  pdfium.wasmExports.free(buffer);
  return name.toString('latin1');
}

function drawn(pdfium: Pdfium, page: number): PdfPage {
  const points = { w: pdfium._FPDF_GetPageWidth(page), h: pdfium._FPDF_GetPageHeight(page) };
  const scale = Math.min(LIMITS.dpi / 72, LIMITS.side / Math.max(points.w, points.h, 1));
  const width = Math.max(1, Math.round(points.w * scale));
  const height = Math.max(1, Math.round(points.h * scale));
  const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, GREY, 0, 0);
  try {
    pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0);
    const start = pdfium._FPDFBitmap_GetBuffer(bitmap);
    const stride = pdfium._FPDFBitmap_GetStride(bitmap);
    const data = new Uint8Array(width * height);
    for (let y = 0; y < height; y += 1) {
      data.set(pdfium.HEAPU8.subarray(start + y * stride, start + y * stride + width), y * width);
    }
    return { kind: 'drawn', image: { width, height, data } };
  } finally {
    pdfium._FPDFBitmap_Destroy(bitmap);
  }
}
