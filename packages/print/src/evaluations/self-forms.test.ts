import type { SelfFormView } from '@gandan/domain/evaluations';
import { SELF_ASSESSMENT } from '@gandan/domain/questionnaires';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CompiledForm, compileForm } from '../forms/index.ts';
import { checkStructure, noPoppler, rasterise, textOf } from '../testing/poppler.ts';
import { readQrCodes } from '../testing/qr-reader.ts';
import { selfFormsPdf } from './self-forms.ts';

const createdAt = new Date('2026-11-20T01:00:00Z');
const view = (code: string, name: string): SelfFormView => ({
  office: { superiorName: 'Ủy ban nhân dân tỉnh Mẫu', issuerName: 'Ủy ban nhân dân xã Phú Lễ' },
  cadre: { code, name, post: 'Công chức văn hóa', department: 'Phòng Văn hóa - Xã hội' },
  year: 2026,
  figures: { groups: '3 tổ', households: '75 hộ', meetings: '11/12', visits: '40', petitions: '5/6', feedback: '—' },
});

let form: CompiledForm;
beforeAll(async () => {
  form = await compileForm(SELF_ASSESSMENT, { version: 1 });
}, 60_000);

describe('self-assessment forms', () => {
  it.skipIf(noPoppler)('carry the cadre, his figures and a code of their own (skipped: no poppler)', async () => {
    const pdf = await selfFormsPdf([view('CB-007', 'Trần Thị Ví Dụ'), view('CB-008', 'Lê Văn Thử')], form, createdAt);
    checkStructure(pdf);
    const words = textOf(pdf);
    for (const wanted of ['ỦY BAN NHÂN DÂN XÃ PHÚ LỄ', 'Trần Thị Ví Dụ', 'CB-008/2026', '75 hộ'])
      expect(words, wanted).toContain(wanted);
    const code = `GD1:${form.layout.layoutId}:2026CB007:1`;
    expect(await readQrCodes(rasterise(pdf, 1, 200))).toEqual([code, code]);
  });

  it('are refused with the cadre’s name when it cannot be printed or is too long', async () => {
    await expect(selfFormsPdf([view('CB-007', 'Trần 😀 Mẫu')], form, createdAt)).rejects.toMatchObject({
      sentence: { vi: expect.stringMatching(/^Cán bộ Trần 😀 Mẫu: tên cán bộ có ký tự “😀”/) },
    });
    await expect(selfFormsPdf([view('CB-007', 'Trần Thị '.repeat(30))], form, createdAt)).rejects.toMatchObject({
      sentence: { vi: expect.stringContaining('tên cán bộ “Trần Thị') },
    });
  });
});
