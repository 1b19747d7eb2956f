import { createWriteStream, statSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { formatQrPayload } from '@gandan/domain/sheets';
import { fontBytes, mm } from '@gandan/print/pdf';
import { qrImage, qrPlace } from '@gandan/print/stamp';
import PDFDocument from 'pdfkit';
import { households } from './households.ts';
import type { BenchForm, Printed } from './side.ts';

interface PdfReference {
  end(data?: string): void;
}
/** What pdfkit has for those who build on it and its types leave out. */
interface PdfInternals {
  ref(data: Readonly<Record<string, unknown>>): PdfReference;
  addContent(operators: string): void;
  readonly page: { readonly xobjects: Record<string, unknown> };
}

/** A programmer's answer: each page's boxes as a Form XObject once, then pdfkit's own texts and our code on every sheet. */
export async function printPdfkit({ layout }: BenchForm, sheets: number, path: string): Promise<Printed> {
  const document = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false, bufferPages: false });
  const written = finished(document.pipe(createWriteStream(path)));
  const inside = document as unknown as PdfInternals;
  const { w, h } = layout.pageSize;
  const forms = layout.pages.map(({ fields }) => {
    const form = inside.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, mm(w), mm(h)] });
    const boxes = fields.map((box) => `${mm(box.x)} ${mm(box.y)} ${mm(box.w)} ${mm(box.h)} re S`);
    form.end(boxes.join('\n'));
    return form;
  });
  document.registerFont('Tinos', Buffer.from(fontBytes('normal')));
  let count = 0;
  for (const { number, texts } of households(sheets)) {
    for (const [index, { page, slots, qr }] of layout.pages.entries()) {
      document.addPage();
      inside.page.xobjects[`T${index}`] = forms[index];
      inside.addContent(`/T${index} Do`);
      document.font('Tinos');
      for (const slot of slots) {
        const text = String(texts[slot.id.split('.')[0] ?? ''] ?? number);
        document.fontSize(slot.fontSize).text(text, mm(slot.x), mm(slot.y), { lineBreak: false });
      }
      const image = qrImage(formatQrPayload(layout.layoutId, number, page));
      for (const { x, y, s } of qr) inside.addContent(qrPlace(x, y, s, h) + image);
    }
    count += 1;
    // Lets the stream drain, else pdfkit keeps everything in memory.
    if (count % 100 === 0) await new Promise(setImmediate);
  }
  document.end();
  await written;
  return { pages: sheets * layout.pages.length, megabytes: statSync(path).size / 1e6 };
}
