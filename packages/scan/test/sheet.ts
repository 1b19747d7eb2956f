import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { LayoutMap, QuestionnaireModel } from '@gandan/domain/questionnaires';
import { compileForm } from '@gandan/print/forms';
import { writeSheets } from '@gandan/print/sheets';
import { MemorySink } from '@gandan/print/stamp';
import { PDFiumLibrary } from '@hyzyla/pdfium';

/** Paper as the printer leaves it: darkness 0 to 255 (255 white) at `dpi`, not yet written on. */
export interface Paper {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  readonly dpi: number;
}

/** A printed form, ready to be filled in. */
export interface PrintedForm {
  readonly layout: LayoutMap;
  /** PDF of sheets of those numbers (or tokens, or codes), as the press writes it. */
  print(...numbers: readonly string[]): Promise<Uint8Array>;
}

/** Compiles a questionnaire and prints sheets of it without texts. */
export async function printedForm(model: QuestionnaireModel, version = 1): Promise<PrintedForm> {
  const form = await compileForm(model, { version });
  return {
    layout: form.layout,
    async print(...numbers) {
      const sink = new MemorySink();
      const rows = numbers.map((number) => ({ number, texts: {} }));
      await writeSheets(sink, form, rows, { createdAt: new Date(Date.UTC(2026, 10, 20)), title: 'Phiếu thử' });
      return sink.bytes();
    },
  };
}

let library: Promise<PDFiumLibrary> | undefined;

/** Every page of a PDF as grey paper. */
export async function rasterise(pdf: Uint8Array, dpi: number): Promise<readonly Paper[]> {
  library ??= PDFiumLibrary.init({ wasmBinary: wasm() });
  const document = await (await library).loadDocument(pdf);
  try {
    const papers: Paper[] = [];
    for (const page of document.pages()) {
      const { width, height, data } = await page.render({ scale: dpi / 72, render: 'bitmap' });
      const grey = new Uint8Array(width * height);
      for (let at = 0; at < grey.length; at += 1) grey[at] = data[at * 4 + 1] ?? 255;
      papers.push({ width, height, data: grey, dpi });
    }
    return papers;
  } finally {
    document.destroy();
  }
}

function wasm(): ArrayBuffer {
  const path = createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm');
  return new Uint8Array(readFileSync(path)).buffer;
}
