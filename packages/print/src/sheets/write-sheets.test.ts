import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FEEDBACK_SLIP, HOUSEHOLD_QUESTIONNAIRE } from '@gandan/domain/questionnaires';
import { formatQrPayload, sheetNumber } from '@gandan/domain/sheets';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CompiledForm, compileForm } from '../forms/index.ts';
import { MemorySink } from '../stamp/index.ts';
import { checkStructure, noPoppler, rasterise, textOf } from '../testing/poppler.ts';
import { readQrCodes } from '../testing/qr-reader.ts';
import { type SheetRow, writeSheets } from './index.ts';

const facts = { createdAt: new Date('2026-11-20T01:00:00Z'), title: 'Phiếu thử', author: 'UBND xã Phú Lễ' };
const row = (index: number): SheetRow => ({
  number: sheetNumber('PL', index).text,
  texts: { headName: `Nguyễn Thị Mẫu ${index}`, address: `Số ${index}, đường 3`, group: 'Tổ 12', hamlet: 'Ấp 3' },
});
const slip = (index: number): SheetRow => ({ number: `ABCDEFGH0000000${index}`, texts: { group: 'Tổ 12' } });

let form: CompiledForm;
let slips: CompiledForm;
let folder: string;
beforeAll(async () => {
  form = await compileForm(HOUSEHOLD_QUESTIONNAIRE, { version: 1 });
  slips = await compileForm(FEEDBACK_SLIP, { version: 1 });
  folder = mkdtempSync(join(tmpdir(), 'gandan-sheets-'));
  // Two forms are compiled, which a busy machine makes slow.
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

async function bytesOf(stored: CompiledForm, rows: readonly SheetRow[]): Promise<Uint8Array> {
  const sink = new MemorySink();
  await writeSheets(sink, stored, rows, { ...facts, belongsTo: () => ['Ấp 3', 'Tổ 12'] });
  return sink.bytes();
}

describe('sheets on a compiled form', () => {
  it('begin on front sides, and tell where each stands', async () => {
    const places: (readonly number[])[] = [];
    const written = await writeSheets(join(folder, 'a.pdf'), form, [row(1), row(2)], {
      ...facts,
      onSheet: (_, pages) => places.push(pages),
    });
    expect(written).toMatchObject({ sheets: 2, pages: 4 });
    expect(places).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('are refused together, by sheet and character, and leave no file', async () => {
    const bad = [
      row(1),
      { ...row(2), texts: { headName: 'Mẫu 😀' } },
      { ...row(3), texts: { address: 'A'.repeat(99) } },
    ];
    const printing = writeSheets(join(folder, 'bad.pdf'), form, bad, facts);
    await expect(printing).rejects.toMatchObject({
      code: 'sheets.not-printable',
      places: [{ path: 'headName' }, { path: 'address' }],
    });
    expect(existsSync(join(folder, 'bad.pdf'))).toBe(false);
  });

  it('stop without a trace when they are cancelled', async () => {
    const stop = new AbortController();
    const rows = Array.from({ length: 600 }, (_, index) => row(index + 1));
    const onProgress = () => stop.abort(new Error('cancelled'));
    const printing = writeSheets(join(folder, 'stop.pdf'), form, rows, { ...facts, onProgress, signal: stop.signal });
    await expect(printing).rejects.toThrow('cancelled');
    expect(readdirSync(folder).filter((name) => name.startsWith('stop'))).toEqual([]);
  });

  it.skipIf(noPoppler)('are read back from outside at office resolutions (skipped: no poppler)', async () => {
    const pdf = await bytesOf(form, [row(1)]);
    checkStructure(pdf);
    expect(textOf(pdf)).toContain('Nguyễn Thị Mẫu 1');
    for (const dpi of [150, 300]) {
      const wanted = formatQrPayload(form.layout.layoutId, row(1).number, 1);
      expect(await readQrCodes(rasterise(pdf, 1, dpi))).toEqual([wanted, wanted]);
    }
  });

  it.skipIf(noPoppler)('are cut and stacked when two share a paper (skipped: no poppler)', async () => {
    const pdf = await bytesOf(slips, [slip(1), slip(2), slip(3), slip(4)]);
    checkStructure(pdf);
    const tokens = new Set((await readQrCodes(rasterise(pdf, 1, 200))).map((code) => code.split(':')[2]));
    expect(tokens).toEqual(new Set([slip(1).number, slip(3).number]));
  });
});
