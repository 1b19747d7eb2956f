import fc from 'fast-check';
import encodeQR from 'qr';
import { describe, expect, it } from 'vitest';
import { checkStructure, noPoppler, textOf } from '../testing/poppler.ts';
import type { StampedLine } from './fit.ts';
import { qrBits } from './qr-code.ts';
import { qrImage } from './qr-mask.ts';
import { MemorySink } from './sink.ts';
import { StampWriter } from './stamp-writer.ts';

const facts = { title: 'Thử <Mẫu> & “Ví dụ”', createdAt: new Date('2026-11-20T01:00:00Z') };

async function write(pages: number): Promise<Uint8Array> {
  const line = (page: number): StampedLine => ({ x: 60, y: 700, size: 12, face: 'normal', text: `Trang số ${page}` });
  const sink = new MemorySink();
  const writer = await StampWriter.open(sink, facts, []);
  for (let page = 1; page <= pages; page += 1) {
    if (page % 50 === 1) writer.bookmark(`Tổ ${page}`);
    writer.page({ template: null, lines: [line(page)] });
  }
  expect(writer.finish()).toBe(sink.bytes().length);
  return sink.bytes();
}

describe('the stamp writer', () => {
  it('refuses a character that the font lacks, instead of printing a hole', async () => {
    const writer = await StampWriter.open(new MemorySink(), facts, []);
    const line: StampedLine = { x: 0, y: 0, size: 12, face: 'normal', text: '漢' };
    expect(() => writer.page({ template: null, lines: [line] })).toThrow('has no character 漢');
  });

  it('writes the same code as a general library does', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'0123456789ABCXYZ:-'), { minLength: 1, maxLength: 29 }), (letters) => {
        const payload = letters.join('');
        const options = { ecc: 'quartile', encoding: 'alphanumeric', version: 2, mask: 2, border: 1 } as const;
        const modules = encodeQR(payload, 'raw', options);
        const bits = Buffer.from(qrBits(payload), 'latin1');
        const drawn = Array.from({ length: 25 }, (_, y) =>
          Array.from({ length: 25 }, (_, x) => (((bits[y * 4 + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 0),
        );
        expect(drawn).toEqual(modules.slice(1, 26).map((row) => row.slice(1, 26)));
      }),
    );
  });

  it('refuses a payload that does not fit the code', () => {
    expect(() => qrBits('A'.repeat(30))).toThrow('longer than 29');
    expect(() => qrBits('gd1')).toThrow('not in the QR alphabet');
  });

  it('never lets the end of an inline image stand inside of it', () => {
    const payloads = Array.from({ length: 3000 }, (_, index) => `GD1:ABC123:PL${index}XX:1`);
    for (const payload of payloads) expect(qrImage(payload).indexOf('EI')).toBe(qrImage(payload).lastIndexOf('EI'));
    expect(payloads.some((payload) => qrImage(payload).includes('AHx'))).toBe(true);
  });

  it.skipIf(noPoppler)('keeps a balanced page tree over thousands of pages (skipped: no poppler)', async () => {
    const pdf = await write(4500);
    checkStructure(pdf);
    const found = textOf(pdf);
    expect(pdf.length / 4500).toBeLessThan(400);
    for (const page of [1, 64, 65, 4096, 4097, 4500]) expect(found).toContain(`Trang số ${page}\n`);
  });
});
