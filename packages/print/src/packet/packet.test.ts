import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PacketSheet } from '@gandan/domain/meetings';
import { HOUSEHOLD_QUESTIONNAIRE } from '@gandan/domain/questionnaires';
import { formatQrPayload, parseQrPayload } from '@gandan/domain/sheets';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CompiledForm, compileForm } from '../forms/index.ts';
import { packetOf } from '../testing/packet-view.ts';
import { checkStructure, noPoppler, rasterise, textOf } from '../testing/poppler.ts';
import { readQrCodes } from '../testing/qr-reader.ts';
import { packetBytes, writeFilesInWorker, writePackets, writeSample } from './index.ts';

const createdAt = new Date('2026-11-20T01:00:00Z');
const LETTERS = 'aàảãáạăằẳẵắặâầẩẫấậ eèẻẽéẹêềểễếệ iìỉĩíị oòỏõóọôồổỗốộơờởỡớợ uùủũúụưừửữứự yỳỷỹýỵ đ';
/** Cover, sign-in list, minutes and tally of a small group: two sides each. */
const SIDES_AROUND = 8;

let form: CompiledForm;
let folder: string;
beforeAll(async () => {
  form = await compileForm(HOUSEHOLD_QUESTIONNAIRE, { version: 3 });
  folder = mkdtempSync(join(tmpdir(), 'gandan-packet-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a meeting packet', () => {
  it('starts every paper on a front side', async () => {
    const path = join(folder, 'two.pdf');
    const written = await writePackets(path, [packetOf({}, {}), packetOf({})], form, { createdAt });
    expect(written).toMatchObject({ sheets: 3, pages: 2 * SIDES_AROUND + 3 * 2 });
    expect(readFileSync(path).length).toBe(written.bytes);
  });

  it('is the same file again for the same date', async () => {
    const [first, second] = [
      await packetBytes([packetOf({})], form, createdAt),
      await packetBytes([packetOf({})], form, createdAt),
    ];
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it('reports the sheets done, and stops without a trace when it is cancelled', async () => {
    const done: number[] = [];
    const stop = new AbortController();
    const packets = [packetOf({}, {}), packetOf({}), packetOf({})];
    const path = join(folder, 'stopped.pdf');
    const printing = writePackets(path, packets, form, {
      createdAt,
      signal: stop.signal,
      onProgress: (count) => {
        done.push(count);
        if (count >= 3) stop.abort(new Error('cancelled'));
      },
    });
    await expect(printing).rejects.toThrow('cancelled');
    expect(done).toEqual([2, 3]);
    expect(readdirSync(folder).filter((name) => name.startsWith('stopped'))).toEqual([]);
  });

  // A thread loads its modules anew, which a busy machine makes slow.
  it('prints in a thread of its own, and refuses from there with the same sentence', { timeout: 90_000 }, async () => {
    const path = join(folder, 'thread.pdf');
    const print = (sheet: Partial<PacketSheet>) =>
      writeFilesInWorker([{ path, packets: [packetOf(sheet)], form, createdAt }], {});
    expect(await print({})).toMatchObject([{ sheets: 1 }]);
    const refused = print({ headName: 'Mẫu 😀' });
    await expect(refused).rejects.toMatchObject({ name: 'DomainError', code: 'packet.not-printable' });
  });

  it('makes a specimen that nobody can mistake for a sheet', async () => {
    const sample = await writeSample(form);
    expect(sample.length).toBeGreaterThan(10_000);
  });
});

describe('what cannot be printed', () => {
  const print = (sheet: Partial<PacketSheet>) =>
    writePackets(join(folder, 'refused.pdf'), [packetOf({}, sheet)], form, { createdAt });

  it('is refused by household and character before a file exists', async () => {
    await expect(print({ headName: 'Nguyễn 😀 Mẫu' })).rejects.toMatchObject({
      code: 'packet.not-printable',
      sentence: { vi: expect.stringMatching(/Hộ TP-12-002.*tên chủ hộ.*“😀” \(U\+1F600\)/) },
    });
    await expect(print({ address: 'שלום 3' })).rejects.toMatchObject({
      sentence: { vi: expect.stringContaining('địa chỉ') },
    });
    await expect(print({ headName: 'Mẫu\u202eThử' })).rejects.toMatchObject({
      sentence: { vi: expect.stringContaining('U+202E') },
    });
    expect(existsSync(join(folder, 'refused.pdf'))).toBe(false);
  });

  it('is a text too long for its place: never cut, never below ten points', async () => {
    await expect(print({ headName: 'Nguyễn Văn '.repeat(14) })).rejects.toMatchObject({
      sentence: { vi: expect.stringContaining('dài quá chỗ') },
    });
    await expect(print({ headName: 'A'.repeat(80) })).rejects.toMatchObject({ code: 'packet.not-printable' });
  });

  it('is listed in full, each place once', async () => {
    const bad = packetOf({ headName: 'Mẫu 😀' }, {}, { address: 'Số 1 🏠' });
    await expect(packetBytes([bad], form, createdAt)).rejects.toMatchObject({
      places: [{ path: 'headName' }, { path: 'address' }],
    });
  });
});

describe.skipIf(noPoppler)('read from outside (skipped: no poppler)', () => {
  it('has a flawless structure and says every name as it was given', async () => {
    const names = [
      ...LETTERS.split(' ').flatMap((part) => [part, part.toLocaleUpperCase('vi')]),
      "Nguyễn Văn D'Mẫu",
      'Trần Thị Ví Dụ',
      'Đặng Hữu Thử',
    ];
    const pdf = await packetBytes([packetOf(...names.map((headName) => ({ headName })))], form, createdAt);
    checkStructure(pdf);
    const found = textOf(pdf);
    for (const name of names) expect(found, name).toContain(name);
  });

  it('composes letters that came apart, and wraps a name of 90 characters', async () => {
    const decomposed = 'Nguyễn Thị Mẫu Thử'.normalize('NFD');
    const long = 'Nguyễn Trần Lê Phạm Huỳnh Thị Ngọc Mẫu Thử Ví Dụ Thí Nghiệm Giả Định Minh Họa Của Tổ Một';
    expect(long.length).toBeGreaterThanOrEqual(88);
    const pdf = await packetBytes([packetOf({ headName: decomposed }, { headName: long })], form, createdAt);
    const found = textOf(pdf);
    expect(found).toContain(decomposed.normalize('NFC'));
    for (const word of new Set(long.split(' '))) expect(found).toContain(word);
  });

  it('shows the same two codes on each side, legible at 200 dpi', async () => {
    const packet = packetOf({});
    const pdf = await packetBytes([packet], form, createdAt);
    for (const side of [1, 2]) {
      const codes = await readQrCodes(rasterise(pdf, 4 + side, 200));
      const wanted = formatQrPayload(form.layout.layoutId, packet.sheets[0]?.number ?? '', side);
      expect(codes).toEqual([wanted, wanted]);
      expect(parseQrPayload(wanted)).toMatchObject({ layoutId: form.layout.layoutId, page: side });
    }
  });

  it('gives a specimen no code to scan', async () => {
    const sample = await writeSample(form);
    checkStructure(sample);
    expect(await readQrCodes(rasterise(sample, 1, 200))).toEqual([]);
    expect(textOf(sample)).toContain('MẪU');
  });
});
