import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ND335_2025, pointLines } from '@gandan/domain/evaluations';
import { afterAll, describe, expect, it } from 'vitest';
import { EVALUATION_PARTS, type EvaluationPart, printEvaluation, renderEvaluation } from './index.ts';
import { sampleFacts, sampleView } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'gandan-evaluation-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Without poppler the texts cannot be read back; where tests must prove something (CI), its absence fails them.
const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined || process.env.CI === 'true';
if (!hasPoppler) console.warn('skipped: no poppler (pdftotext), the texts of the evaluation PDF were not read back');

/** The text of each page, in reading order, one space between words. */
function pagesOf(bytes: Uint8Array): string[] {
  const file = join(folder, 'document.pdf');
  writeFileSync(file, bytes);
  const { stdout } = spawnSync('pdftotext', [file, '-'], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  return stdout
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replace(/\s+/g, ' ').trim());
}

const draw = async (view: Parameters<typeof renderEvaluation>[0], ...parts: EvaluationPart[]) =>
  pagesOf(await renderEvaluation(view, parts.length === 0 ? EVALUATION_PARTS : parts));

describe.runIf(hasPoppler)('Mẫu số 01', () => {
  it('carries every heading and criterion of the decree, word for word', async () => {
    const text = (await draw(sampleView(4), '01')).join(' ');
    for (const words of [
      'Mẫu số 01',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc',
      'PHIẾU THEO DÕI, ĐÁNH GIÁ CÔNG CHỨC',
      '(Kỳ theo dõi, đánh giá: năm 2026)',
      'Họ và tên: Trần Thị Ví Dụ',
      'Chức vụ, chức danh: Công chức văn hóa – xã hội',
      'Đơn vị công tác: Phòng Văn hóa – Xã hội',
      'I. KẾT QUẢ THEO DÕI, ĐÁNH GIÁ THEO TIÊU CHÍ CHUNG',
      'Tiêu chí chấm điểm',
      'Tổng cộng',
      'II. TỔNG HỢP KẾT QUẢ THEO DÕI, ĐÁNH GIÁ',
      '1. Điểm tiêu chí chung: 25/30 điểm',
      '2. Điểm tiêu chí kết quả thực hiện nhiệm vụ: 61,4/70 điểm',
      '3. Tổng điểm: 86,4/100 điểm',
      '4. Ưu điểm',
      '5. Hạn chế, khuyết điểm',
      '6. Ý kiến nhận xét của cấp có thẩm quyền theo dõi, đánh giá',
      'CÔNG CHỨC TỰ ĐÁNH GIÁ',
      'Phú Lễ, ngày 14 tháng 11 năm 2026',
    ]) {
      expect(text).toContain(words);
    }
    const compact = text.replace(/ /g, '');
    for (const line of pointLines(ND335_2025)) expect(compact).toContain(line.label.vi.replace(/ /g, ''));
  });

  it('keeps the table of general criteria on one page', async () => {
    const [first = ''] = await draw(sampleView(4), '01');
    expect(first).toContain('Phẩm chất chính trị');
    expect(first).toContain('Tổng cộng');
  });

  it('leaves dots where nothing was entered yet, and says BẢN THẢO on every page until it is decided', async () => {
    const blank = await draw(sampleView(0));
    expect(blank.join(' ')).toContain('1. Điểm tiêu chí chung: ........../30 điểm');
    expect(blank.join(' ')).toContain('Phú Lễ, ngày ...... tháng ......');
    for (const page of blank) expect(page).toContain('BẢN THẢO');
    for (const page of await draw(sampleView(3))) expect(page).toContain('BẢN THẢO');
    for (const page of await draw(sampleView(4))) expect(page).not.toContain('BẢN THẢO');
  });

  it('never leaves the signatures alone on a page, however long the comment is', async () => {
    const sentence = 'Đồng chí bám sát địa bàn, ghi nhận và trả lời kiến nghị của các hộ. ';
    for (const length of [300, 1100, 1900, 2700, 4000]) {
      for (const text of [sentence.repeat(60), sentence.repeat(3).trim().concat('\n').repeat(20), 'a'.repeat(4000)]) {
        const pages = await draw(sampleView(3, {}, text.slice(0, length).trim()), '01');
        const last = pages.at(-1) ?? '';
        expect(last).toContain('CÔNG CHỨC TỰ ĐÁNH GIÁ');
        expect(last.indexOf('Phú Lễ, ngày')).toBeGreaterThan(40);
      }
    }
  }, 120_000);
});

describe.runIf(hasPoppler)('Mẫu số 02', () => {
  it('carries the headings of the form, the four levels twice, and two signatures with their own dates', async () => {
    const text = (await draw(sampleView(4), '02')).join(' ');
    for (const words of [
      'Mẫu số 02',
      'PHIẾU XẾP LOẠI CHẤT LƯỢNG CÔNG CHỨC',
      'Năm 2026',
      'I. TỔNG HỢP KẾT QUẢ THEO DÕI, ĐÁNH GIÁ',
      'II. CÔNG CHỨC TỰ ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG',
      'III. KẾT QUẢ XẾP LOẠI CỦA CẤP CÓ THẨM QUYỀN',
      'IV. ĐỀ XUẤT PHƯƠNG ÁN XỬ LÝ',
      'CÔNG CHỨC TỰ XẾP LOẠI',
      'CẤP CÓ THẨM QUYỀN XẾP LOẠI',
      'Phú Lễ, ngày 14 tháng 11 năm 2026',
      'Phú Lễ, ngày 17 tháng 11 năm 2026',
    ]) {
      expect(text).toContain(words);
    }
    for (const level of ['xuất sắc nhiệm vụ', 'tốt nhiệm vụ', 'Không hoàn thành nhiệm vụ']) {
      expect(text.split(level)).toHaveLength(3);
    }
  });

  it('says plainly that no months were recorded, and shows months, quarters and the year when they were', async () => {
    const without = (await draw(sampleView(4), '02')).join(' ');
    expect(without).toContain('Theo Mẫu số 01; trong năm không ghi điểm hằng tháng');
    const months = [80, 82, 84, 90].map((points, index) => ({ month: index + 1, points, note: undefined }));
    const text = (await draw({ ...sampleView(4), months }, '02')).join(' ');
    expect(text).toContain('Trung bình quý I');
    expect(text).toContain('Tổng điểm 80 82 84 82 90');
    expect(text).toContain('Trung bình của 4 tháng có ghi điểm');
  });

  it('ticks nothing for the authority before the decision, and names the proposal as such', async () => {
    const text = (await draw(sampleView(3), '02')).join(' ');
    expect(text).toContain('Mức đề xuất: Hoàn thành tốt nhiệm vụ (chưa quyết định).');
  });
});

describe.runIf(hasPoppler)('the annex', () => {
  it('lists for each indicator its formula, period, n, value, and every record behind it', async () => {
    const view = sampleView(4);
    const text = (await draw(view, 'annex')).join(' ');
    expect(text).toContain('PHỤ LỤC: CĂN CỨ SỐ LIỆU');
    expect(text).toContain('Kỳ: 01/01/2026 – 12/11/2026.');
    const compact = text.replace(/ /g, '');
    for (const { title, formula, n, evidence } of view.indicators) {
      expect(compact).toContain(title.vi.replace(/ /g, ''));
      expect(compact).toContain(formula.vi.replace(/ /g, ''));
      expect(text).toContain(`n = ${n}`);
      for (const { label } of evidence) expect(text).toContain(label);
    }
    for (const { number } of sampleFacts().sheets) expect(text).toContain(number);
    expect(text).toContain('(a + b + c) / 3 × 70 = (92,8 + 88 + 82,4) % / 3 × 70 = 61,4');
    expect(text).toContain('Mặc định của phần mềm, cơ quan xác nhận');
  });

  it('repeats the name of a list on each page that it runs over', async () => {
    const pages = await draw(sampleView(4), 'annex');
    const listed = pages.filter((page) => /PL-\d{6}-\dK PL-\d{6}-\dK PL/.test(page));
    expect(listed.length).toBeGreaterThan(0);
    for (const page of listed) expect(page).toContain('Thu hồi phiếu: 263/300');
  });
});

describe('drawing', () => {
  it('gives the same bytes for the same view, and every part from a page of its own', async () => {
    const view = sampleView(4);
    const [one, two] = [await renderEvaluation(view, ['02']), await renderEvaluation(view, ['02'])];
    expect(Buffer.compare(one, two)).toBe(0);
  });

  it('keeps markup and JSON in a name as plain text', async () => {
    const name = '","image":"/etc/passwd <b>{{year}}</b>';
    const view = sampleView(4);
    const bytes = await renderEvaluation({ ...view, cadre: { ...view.cadre, name } }, ['01']);
    if (hasPoppler) expect(pagesOf(bytes).join(' ')).toContain(name);
    else expect(bytes.length).toBeGreaterThan(1000);
  });

  it('happens in a worker, which is ended when it takes too long', async () => {
    const view = sampleView(4);
    await expect(printEvaluation(view, EVALUATION_PARTS, 1)).rejects.toMatchObject({ code: 'evaluation.too-long' });
    const pdf = await printEvaluation(view, ['02']);
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
  });
});
