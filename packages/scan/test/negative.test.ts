import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { HOUSEHOLD_QUESTIONNAIRE } from '@gandan/domain/questionnaires';
import { sheetNumber } from '@gandan/domain/sheets';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batchFindings, type FoundSide } from '../src/batch/index.ts';
import { pagesOf, readContent } from '../src/files/index.ts';
import type { PageProblem } from '../src/reading/index.ts';
import { readPage } from '../src/reading/index.ts';
import { type Picture, takePicture } from './damage.ts';
import { seeded } from './random.ts';
import { type TrialForm, trialForm } from './trial.ts';

/** What must never pass silently: each is told apart and has its own words in both languages. */
describe('pages and files that are not a sheet’s side', () => {
  let form: TrialForm;
  let folder: string;
  beforeAll(async () => {
    form = await trialForm(HOUSEHOLD_QUESTIONNAIRE);
    folder = mkdtempSync(join(tmpdir(), 'gandan-scan-'));
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const paper = (index: number) => {
    const found = form.papers[index];
    if (found === undefined) throw new Error('a page is missing');
    return found;
  };
  const picture = (index = 0) => takePicture(paper(index), {}, seeded(1));
  const codesOf = (problems: readonly PageProblem[]) => {
    for (const { sentence } of problems) expect([sentence.vi.length > 5, sentence.en.length > 5]).toEqual([true, true]);
    return problems.map(({ code }) => code);
  };
  const readCodes = async (image: Picture, layouts = [form.layout]) => {
    const { sides, problems } = await readPage(image, layouts);
    return { sides: sides.length, codes: codesOf(problems) };
  };
  const readFile = async (name: string, bytes: Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const codes: string[] = [];
    for await (const { content } of pagesOf(path)) {
      const { sides, problems } = await readContent(content, [form.layout]);
      codes.push(...sides.map(({ page }) => `read ${page}`), ...codesOf(problems));
    }
    return codes;
  };
  const png = (image: Picture) =>
    sharp(image.data, { raw: { width: image.width, height: image.height, channels: 1 } })
      .png()
      .toBuffer();

  it('tells a blank page, and one without a code', async () => {
    const blank = picture();
    blank.data.fill(250);
    expect(await readCodes(blank)).toEqual({ sides: 0, codes: ['page.blank'] });
    const lines = picture();
    for (let at = 0; at < lines.data.length; at += 1) lines.data[at] = Math.floor(at / lines.width) % 60 < 4 ? 20 : 245;
    expect(await readCodes(lines)).toEqual({ sides: 0, codes: ['code.none'] });
  });

  it('refuses a mirrored page, as when the back is photographed through the paper', async () => {
    const mirrored = takePicture(paper(0), { mirrored: true }, seeded(1));
    expect(await readCodes(mirrored)).toEqual({ sides: 0, codes: ['code.mirrored'] });
  });

  it('tells an outdated or foreign layout by the sheet’s own number', async () => {
    const other = { ...form.layout, layoutId: 'OTHER1' };
    const { sides, problems } = await readPage(picture(), [other]);
    expect([sides.length, codesOf(problems)]).toEqual([0, ['layout.unknown']]);
    expect(problems[0]?.sentence.vi).toContain(form.number);
  });

  it('tells two sheets in one photo', async () => {
    const second = await trialForm(HOUSEHOLD_QUESTIONNAIRE, sheetNumber('PL', 413).text);
    const [left, right] = [picture(), takePicture(second.papers[0] ?? paper(0), {}, seeded(1))];
    const width = left.width + right.width;
    const data = new Uint8Array(width * left.height);
    for (let y = 0; y < left.height; y += 1) {
      data.set(left.data.subarray(y * left.width, (y + 1) * left.width), y * width);
      data.set(right.data.subarray(y * right.width, (y + 1) * right.width), y * width + left.width);
    }
    const { sides, problems } = await readPage({ width, height: left.height, data }, [form.layout]);
    expect([sides.length, codesOf(problems)]).toEqual([0, ['sheets.several']]);
    expect(problems[0]?.sentence.en).toContain(second.number);
  });

  it('does not read boxes out of a page whose middle is covered', async () => {
    const covered = picture();
    for (let y = 350; y < covered.height - 200; y += 1) {
      covered.data.fill(235, y * covered.width + 200, y * covered.width + covered.width - 100);
    }
    expect(await readCodes(covered)).toEqual({ sides: 0, codes: ['registration.failed'] });
  });

  it('reads a side whose one code and one corner are torn away', async () => {
    const torn = picture();
    const reach = Math.round(50 * (200 / 25.4));
    for (let y = 0; y < reach; y += 1) {
      torn.data.fill(250, y * torn.width + torn.width - reach + y, y * torn.width + torn.width);
    }
    expect(await readCodes(torn)).toEqual({ sides: 1, codes: [] });
  });

  it('finds the page that is missing and the sheet that was scanned twice', async () => {
    const [front] = (await readPage(picture(), [form.layout])).sides;
    if (front === undefined) throw new Error('not read');
    const at = (page: number): FoundSide => ({ file: 'stack.pdf', at: page, side: front });
    const findings = batchFindings([at(1), at(4)], [form.layout]);
    expect(findings.map(({ code, pages }) => [code, pages])).toEqual([
      ['sheet.page-missing', [2]],
      ['sheet.twice', [1]],
    ]);
    expect(findings[1]?.sentence.vi).toContain('stack.pdf trang 4');
  });

  it('names what is wrong with a file', async () => {
    const image = await png(picture());
    expect(await readFile('page.png', image)).toEqual(['read 1']);
    expect(await readFile('empty.pdf', new Uint8Array())).toEqual(['file.empty']);
    expect(await readFile('archive.pdf', Buffer.from('PK\u0003\u0004 and so on'))).toEqual(['file.disguised']);
    expect(await readFile('letter.txt', Buffer.from('Kính gửi'))).toEqual(['file.kind']);
    expect(await readFile('cut.png', image.subarray(0, image.length / 2))).toEqual(['image.unreadable']);
    expect(await readFile('tiny.png', await sharp(image).resize(300).png().toBuffer())).toEqual(['image.too-small']);
  });

  it('refuses a cut-off and an encrypted PDF', async () => {
    const pdf = readFileSync(new URL('./files/encrypted.pdf', import.meta.url));
    expect(await readFile('locked.pdf', pdf)).toEqual(['file.encrypted']);
    expect(await readFile('cut.pdf', Buffer.from('%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pa'))).toEqual(['file.damaged']);
  });

  it('refuses 20,000 × 20,000 pixels without unpacking them', async () => {
    const before = process.memoryUsage().rss;
    expect(await readFile('huge.png', hugePng(20_000))).toEqual(['image.too-large']);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  });
});

/** A white 1-bit PNG of that side: few bytes, many pixels. */
function hugePng(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc(body), body.length + 4);
    return out;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc((side / 8 + 1) * side, 0xff), { level: 1 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return (value ^ 0xffffffff) >>> 0;
}
