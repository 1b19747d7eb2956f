import { describe, expect, it } from 'vitest';
import { checkStructure, noPoppler, textOf } from '../testing/poppler.ts';
import type { StampedLine } from './fit.ts';
import { qrBits } from './qr-mask.ts';
import { MemorySink } from './sink.ts';
import { announce, StampWriter } from './stamp-writer.ts';

const facts = { title: 'Thử <Mẫu> & “Ví dụ”', createdAt: new Date('2026-11-20T01:00:00Z') };

async function write(pages: number): Promise<Uint8Array> {
  const line = (page: number): StampedLine => ({ x: 60, y: 700, size: 12, face: 'normal', text: `Trang số ${page}` });
  const characters = new Map();
  for (let page = 1; page <= pages; page += 1) announce(characters, [line(page)]);
  const sink = new MemorySink();
  const writer = await StampWriter.open(sink, facts, [], characters);
  for (let page = 1; page <= pages; page += 1) {
    if (page % 50 === 1) writer.bookmark(`Tổ ${page}`);
    writer.page({ template: null, lines: [line(page)] });
  }
  expect(writer.finish()).toBe(sink.bytes().length);
  return sink.bytes();
}

describe('the stamp writer', () => {
  it('refuses a character that was not announced, instead of printing a hole', async () => {
    const writer = await StampWriter.open(new MemorySink(), facts, [], new Map([['normal', new Set([65])]]));
    const line: StampedLine = { x: 0, y: 0, size: 12, face: 'normal', text: 'B' };
    expect(() => writer.page({ template: null, lines: [line] })).toThrow('not announced');
  });

  it('writes a code as 25 rows of four bytes', () => {
    expect(qrBits('GD1:ABC123:PL000412XX:1')).toMatch(/^[0-9a-f]{200}$/);
  });

  it.skipIf(noPoppler)('keeps a balanced page tree over thousands of pages (skipped: no poppler)', async () => {
    const pdf = await write(4500);
    checkStructure(pdf);
    const found = textOf(pdf);
    for (const page of [1, 64, 65, 4096, 4097, 4500]) expect(found).toContain(`Trang số ${page}\n`);
  });
});
