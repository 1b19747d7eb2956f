import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { openScannedPdf } from './scanned-pdf.ts';

const folder = mkdtempSync(join(tmpdir(), 'gandan-pdf-'));
afterAll(() => rmSync(folder, { recursive: true }));
const JPEG = Buffer.from('not really a JPEG: endobj endstream (');

/** A PDF of these numbered objects with a table of cross-references. */
function withTable(objects: readonly string[], trailer = ''): Buffer {
  const parts = ['%PDF-1.4\n'];
  const offsets = objects.map((object, index) => {
    const offset = parts.join('').length;
    parts.push(`${index + 1} 0 obj\n${object}\nendobj\n`);
    return offset;
  });
  const start = parts.join('').length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`);
  parts.push(`trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.from(parts.join(''), 'latin1');
}

const stream = (dict: string, bytes: Buffer) =>
  `<<${dict}/Length ${bytes.length}>>stream\r\n${bytes.toString('latin1')}\nendstream`;
const PICTURE = stream('/Type/XObject/Subtype/Image/Filter[/DCTDecode]', JPEG);
const scan = (content: string, picture = PICTURE, trailer = '') =>
  withTable(
    [
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Count 1/Kids[3 0 R]/Resources<</XObject<</Im0 5 0 R>>>>>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>> % a comment',
      stream('', Buffer.from(content)),
      picture,
    ],
    trailer,
  );

function open(bytes: Buffer) {
  const path = join(folder, 'scan.pdf');
  writeFileSync(path, bytes);
  return openScannedPdf(path);
}

describe('a PDF of an office scanner', () => {
  it('gives the JPEG of a page that is nothing else', () => {
    const pdf = open(scan('q 595 0 0 842 0 0 cm /Im0 Do Q'));
    expect(pdf?.pages).toBe(1);
    expect(Buffer.from(pdf?.jpeg(0) ?? []).equals(JPEG)).toBe(true);
    pdf?.close();
  });

  it('leaves a page with text, lines or another packing to be drawn', () => {
    for (const bytes of [
      scan('q /Im0 Do Q BT (x) Tj ET'),
      scan('/Im0 Do /Im0 Do'),
      scan('/Im0 Do', PICTURE.replace('DCTDecode', 'CCITTFaxDecode')),
      scan('/Im0 Do', PICTURE.replace('/Subtype', '/SMask 4 0 R/Subtype')),
    ]) {
      const pdf = open(bytes);
      expect(pdf?.jpeg(0)).toBeNull();
      pdf?.close();
    }
  });

  it('reads packed objects and streams of cross-references', () => {
    const packed = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 1/Kids[3 0 R]>>'];
    const page = '<</Type/Page/Contents 6 0 R/Resources<</XObject<</A 5 0 R>>>>>>';
    const inside = [...packed, page];
    let at = 0;
    const heads = inside.map((object, index) => {
      const head = `${index + 1} ${at}`;
      at += object.length + 1;
      return head;
    });
    const body = Buffer.from(`${heads.join(' ')} ${inside.join(' ')}`);
    const first = heads.join(' ').length + 1;
    const parts = ['%PDF-1.5\n'];
    const offsets = new Map<number, number>();
    const add = (id: number, object: string) => {
      offsets.set(id, parts.join('').length);
      parts.push(`${id} 0 obj\n${object}\nendobj\n`);
    };
    add(4, stream(`/Type/ObjStm/N 3/First ${first}/Filter/FlateDecode`, deflateSync(body)));
    add(5, PICTURE);
    add(6, stream('', Buffer.from('/A Do')));
    const start = parts.join('').length;
    const rows = [0, 1, 2, 3, 4, 5, 6, 7].map((id) => {
      const offset = id === 7 ? start : offsets.get(id);
      if (id > 0 && id < 4) return [2, 0, 4, id - 1];
      return offset === undefined ? [0, 0, 0, 0] : [1, offset >> 8, offset & 255, 0];
    });
    // Each row as the difference to the one above, marked by a 2.
    const predicted = rows.map((row, index) => [
      2,
      ...row.map((byte, column) => (byte - (rows[index - 1]?.[column] ?? 0)) & 255),
    ]);
    const table = deflateSync(Buffer.from(predicted.flat()));
    const parms = '/DecodeParms<</Predictor 12/Columns 4>>';
    parts.push(
      `7 0 obj\n${stream(`/Type/XRef/W[1 2 1]/Size 8/Root 1 0 R/Filter/FlateDecode${parms}`, table)}\nendobj\nstartxref\n${start}\n%%EOF`,
    );
    const pdf = open(Buffer.from(parts.join(''), 'latin1'));
    expect(pdf?.pages).toBe(1);
    expect(Buffer.from(pdf?.jpeg(0) ?? []).equals(JPEG)).toBe(true);
    pdf?.close();
  });

  it('leaves everything unusual to the full library: encrypted, cut off, in circles, not what the table says', () => {
    const good = scan('/Im0 Do');
    expect(open(scan('/Im0 Do', PICTURE, '/Encrypt 4 0 R'))).toBeNull();
    expect(open(good.subarray(0, good.length - 40))).toBeNull();
    expect(open(Buffer.from(good.toString('latin1').replace('Kids[3 0 R]', 'Kids[2 0 R]'), 'latin1'))).toBeNull();
    expect(open(Buffer.from(good.toString('latin1').replace('3 0 obj', '8 0 obj'), 'latin1'))).toBeNull();
    expect(open(Buffer.from('%PDF-1.4 nothing'))).toBeNull();
    expect(open(Buffer.from(`%PDF-1.4\n${'['.repeat(5000)}\nstartxref\n9\n%%EOF`))).toBeNull();
  });
});
