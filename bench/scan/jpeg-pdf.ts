import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

/** A page that is a JPEG of that size, as an office scanner writes it. */
export interface JpegPage {
  readonly jpeg: Uint8Array;
  readonly image: { readonly width: number; readonly height: number };
}

/** Writes a PDF whose pages are one JPEG each; every page has bytes of its own. */
export async function jpegPdf(path: string, pages: readonly JpegPage[]): Promise<void> {
  const out = createWriteStream(path);
  const offsets: number[] = [];
  let at = 0;
  const write = async (...parts: readonly (string | Uint8Array)[]) => {
    for (const part of parts) {
      const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
      at += bytes.length;
      if (!out.write(bytes)) await new Promise<void>((resolve) => out.once('drain', resolve));
    }
  };
  const object = async (id: number, ...parts: readonly (string | Uint8Array)[]) => {
    offsets[id] = at;
    await write(`${id} 0 obj\n`, ...parts, '\nendobj\n');
  };
  await write('%PDF-1.4\n');
  for (const [index, { jpeg, image }] of pages.entries()) {
    const [page, content, picture] = [3 + index * 3, 4 + index * 3, 5 + index * 3];
    const draw = 'q 595 0 0 842 0 0 cm /I Do Q';
    await object(
      page,
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I ${picture} 0 R>>>>/Contents ${content} 0 R>>`,
    );
    await object(content, `<</Length ${draw.length}>>stream\n${draw}\nendstream`);
    const size = `/Width ${image.width}/Height ${image.height}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode`;
    await object(picture, `<</Type/XObject/Subtype/Image${size}/Length ${jpeg.length}>>stream\n`, jpeg, '\nendstream');
  }
  await object(
    2,
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, index) => `${3 + index * 3} 0 R`).join(' ')}]>>`,
  );
  await object(1, '<</Type/Catalog/Pages 2 0 R>>');
  const table = at;
  const rows = offsets.slice(1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  await write(`xref\n0 ${offsets.length}\n0000000000 65535 f \n`, ...rows);
  await write(`trailer<</Size ${offsets.length}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`);
  out.end();
  await finished(out);
}
