import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { complaintsOf, expectAccessible, hasChromium, openBrowser } from './support/browser.ts';
import { enrolSecondFactor, type Person, signInFirstTime, sitDown, takePicture } from './support/person.ts';
import { type RunningProduct, startProduct } from './support/server.ts';

/**
 * An office's first evening with the product, from the setup code to a decided evaluation, in a real browser, as its
 * people: the office, the clerk, the cadre, the leader. The steps build on each other.
 */
describe.skipIf(!hasChromium)('the whole evening', () => {
  let product: RunningProduct;
  let browser: Browser;
  let office: Person;
  let clerk: Person;
  let cadre: Person;
  let leader: Person;
  const initialPasswords = new Map<string, string>();
  const PASSWORD = 'con trâu đi trước cái cày theo sau';

  beforeAll(async () => {
    product = await startProduct();
    browser = await openBrowser();
    office = await sitDown(browser, product.origin);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  // The steps build on each other: after a failure the rest would only fail again, slowly.
  let broken = false;
  beforeEach((step) => step.skip(broken, 'an earlier step failed'));
  afterEach(async (step) => {
    if (step.task.result?.state !== 'fail') return;
    broken = true;
    for (const [name, person] of Object.entries({ office, clerk, cadre, leader })) await takePicture(person, name);
  });

  it('begins with the setup code that the console printed', async () => {
    const code = /[A-Z0-9]{4}(?:-[A-Z0-9]{4}){2,}/.exec(product.printed())?.[0] ?? '';
    await office.go('/');
    await office.fill('Mã thiết lập', code);
    await office.choose('Tỉnh, thành phố', 'vinh long');
    await office.choose('Xã, phường, đặc khu', 'ba tri');
    await office.fill('Họ và tên', 'Lê Thị Mẫu');
    await office.fill('Tên đăng nhập', 'vanphong');
    await office.fill('Mật khẩu', PASSWORD);
    await expectAccessible(office.page, 'setup');
    await office.press('Thiết lập');
    await enrolSecondFactor(office);
    await office.sees(/Chào/);
    await expectAccessible(office.page, 'an empty home');
  });

  it('takes the list of households in, and first says what is wrong with it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gandan-list-'));
    const good = HOUSEHOLDS.map((row) => row.join(',')).join('\n');
    const bad = `${good}\nH-99,,Nhà số 9,Ấp Mẫu,Tổ 1`;
    await writeFile(join(folder, 'ho-sai.csv'), bad);
    await writeFile(join(folder, 'ho.csv'), good);
    await office.go('/households/import');
    await office.page.setInputFiles('input[type=file]', join(folder, 'ho-sai.csv'));
    await office.page.getByLabel('Tạo ấp và tổ còn thiếu').check();
    await office.press('Kiểm tra');
    await office.sees(/chỗ cần sửa trong tệp/);
    await expectAccessible(office.page, 'import errors');
    await office.press('Chọn tệp khác');
    await office.page.setInputFiles('input[type=file]', join(folder, 'ho.csv'));
    await office.page.getByLabel('Tạo ấp và tổ còn thiếu').check();
    await office.press('Kiểm tra');
    await office.press(/^Nhập 5 hộ/);
    await office.sees('Đã nhập xong');
    await office.press('Xem các hộ');
    await office.sees('Nguyễn Văn Mẫu');
    await expectAccessible(office.page, 'households');
  });

  it('adds the cadres, their accounts, and who follows which group', async () => {
    for (const [name, code, post, isLeader] of CADRES) {
      await office.go('/people');
      await office.press('Thêm cán bộ');
      await office.fill('Họ và tên', name);
      await office.fill('Mã', code);
      await office.fill('Chức danh', post);
      await office.fill('Phòng, ban, đơn vị', 'Văn phòng');
      await office.fill('Công tác từ', `01/01/${new Date().getFullYear()}`);
      if (isLeader) await office.page.getByLabel('Giữ chức vụ lãnh đạo, quản lý').check();
      await office.press('Lưu');
      await office.sees('Đã lưu.');
    }
    for (const [username, name, role, is] of ACCOUNTS) {
      await office.go('/users');
      await office.press('Thêm tài khoản');
      await office.fill('Họ và tên', name);
      await office.fill('Tên đăng nhập', username);
      await office.page.getByRole('radio', { name: role }).check();
      if (is) await office.choose('Là cán bộ nào', is);
      await office.press('Thêm tài khoản');
      await office.sees(`Mật khẩu ban đầu của ${name}`);
      initialPasswords.set(username, (await office.page.locator('dd.password').textContent()) ?? '');
      await office.press('Đã trao');
    }
    await office.go('/assignments');
    await office.press('Phân công');
    await office.choose('Cán bộ', 'Trần Thị Ví Dụ');
    await office.choose('Tổ', 'Tổ 1');
    await office.fill('Từ ngày', `01/01/${new Date().getFullYear()}`);
    await office.press(/^Phân công$/);
    await office.sees(/theo dõi 1 tổ|ít hơn 2/);
    await expectAccessible(office.page, 'assignments');
  });

  it('plans the meeting of the group and prints its packet', async () => {
    clerk = await sitDown(browser, product.origin);
    await signInFirstTime(clerk, 'nhapphieu', initialPasswords.get('nhapphieu') ?? '', PASSWORD);
    await clerk.go('/meetings');
    await clerk.press('Lập kỳ họp');
    await clerk.fill('Ngày họp', today());
    await clerk.page
      .getByRole('dialog')
      .getByLabel(/^Tất cả 1 tổ/)
      .check();
    await clerk.press('Lập kỳ họp cho 1 tổ');
    await clerk.sees(/Đã lập 1 kỳ họp/);
    await clerk.page.getByRole('row', { name: /Tổ 1/ }).click();
    await clerk.press('In phiếu cho 5 hộ');
    await clerk.press('In phiếu');
    await clerk.page.locator('[role=dialog] canvas').first().waitFor({ timeout: 60_000 });
    await expectAccessible(clerk.page, 'print preview');
    await clerk.page.keyboard.press('Escape');
  });

  it('records the evening and counts the sheets in', async () => {
    await clerk.press('Ghi biên bản');
    await clerk.fill('Số hộ có mặt', '4');
    await clerk.fill(/Chủ trương, chính sách/, 'Hỗ trợ vay vốn giải quyết việc làm');
    await clerk.press('Lưu biên bản');
    await clerk.sees('Đã ghi biên bản.');
    await clerk.press('Thu phiếu');
    await clerk.press('Thu đủ tất cả');
    await clerk.press('Ghi đã thu 5 phiếu');
    await clerk.sees('Đã thu 5 phiếu.');
    await expectAccessible(clerk.page, 'a meeting');
  });

  it('keys the sheets by their printed codes, and loses nothing when the server is killed in the middle', async () => {
    const numbers = await clerk.page.getByText(/^[A-Z]{2,3}-\d{6}-[0-9A-Z]{2}$/).allTextContents();
    expect(new Set(numbers).size).toBe(5);
    await clerk.press('Nhập phiếu');
    for (const [index, number] of [...new Set(numbers)].entries()) {
      await clerk.fill('Số phiếu', number);
      await clerk.page.keyboard.press('Enter');
      await clerk.sees(/Người trả lời phiếu này/);
      if (index === 0) await expectAccessible(clerk.page, 'keying');
      if (index === 2) await product.kill();
      await keySheet(clerk, index === 0 ? 'Đường ra đồng lầy lội' : '');
      if (index === 2) {
        await clerk.sees('Đã lưu trên máy, chờ máy chủ');
        await product.startAgain();
      }
    }
    await clerk.page.getByText('5 / 5').first().waitFor({ timeout: 60_000 });
  });

  it('closes the meeting when its sheets add up', async () => {
    await clerk.go('/meetings');
    await clerk.page.getByRole('row', { name: /Tổ 1/ }).click();
    await clerk.press('Khóa sổ kỳ họp');
    await clerk.sees('Đã khóa sổ kỳ họp.');
  });

  it('gives the petition that a household wrote to the cadre, who answers it on his phone', async () => {
    await clerk.go('/petitions');
    await clerk.page.getByRole('row', { name: /Đường ra đồng lầy lội/ }).click();
    await clerk.press('Giao giải quyết');
    await clerk.pick('Người giải quyết', 'Trần Thị Ví Dụ');
    await clerk.press('Giao giải quyết');
    await clerk.sees('Đã giao.');
    cadre = await sitDown(browser, product.origin, { width: 360, height: 800 });
    await signInFirstTime(cadre, 'canbo', initialPasswords.get('canbo') ?? '', PASSWORD);
    await cadre.go('/petitions');
    await cadre.page.getByText('Đường ra đồng lầy lội').first().click();
    await cadre.press('Ghi trả lời');
    await cadre.fill('Nội dung trả lời', 'Xã đã đổ đá đoạn đường này.');
    await cadre.press('Ghi trả lời');
    await cadre.sees(/Đã ghi trả lời/);
    await expectAccessible(cadre.page, 'a petition on a phone');
  });

  it('ends with a decided evaluation whose figures lead back to the sheets', async () => {
    const year = new Date().getFullYear();
    await office.go('/evaluations');
    await office.press(/Mở đánh giá cho/);
    await office.sees('Đã mở đánh giá.');
    await cadre.go('/evaluations');
    await cadre.press(/^Tự đánh giá$/);
    await cadre.press(/^Tự đánh giá$/);
    await cadre.press('Ghi điểm tối đa cho dòng còn trống');
    await cadre.fill('Ưu điểm', 'Dự họp đủ, nắm chắc từng hộ.');
    await cadre.page.getByRole('radio', { name: 'Hoàn thành tốt nhiệm vụ' }).check();
    await expectAccessible(cadre.page, 'self-assessment on a phone');
    await cadre.press('Nộp bản tự đánh giá');
    await cadre.sees('Đã nộp bản tự đánh giá.');

    leader = await sitDown(browser, product.origin);
    await signInFirstTime(leader, 'lanhdao', initialPasswords.get('lanhdao') ?? '', PASSWORD);
    await enrolSecondFactor(leader);
    await leader.go('/evaluations');
    await leader.page.getByRole('row', { name: /Trần Thị Ví Dụ/ }).click();
    await leader.press('Nhận xét và cho điểm');
    await leader.press('Ghi điểm tối đa cho dòng còn trống');
    await leader.fill('Ý kiến nhận xét', 'Hoàn thành tốt việc theo dõi tổ.');
    await leader.press('Lưu đề xuất');
    await leader.sees('Đã lưu đề xuất.');
    await leader.press('Quyết định mức');
    await leader.press(/^Quyết định$/);
    await leader.sees('Đã quyết định.');
    await leader.page.locator('canvas').first().waitFor({ timeout: 60_000 });
    await expectAccessible(leader.page, 'an evaluation');

    const pdf = await leader.page.evaluate(
      async (address) => {
        const answer = await fetch(address);
        return { type: answer.headers.get('content-type'), size: (await answer.arrayBuffer()).byteLength };
      },
      `/api${new URL(leader.page.url()).pathname}/document.pdf`,
    );
    expect(pdf.type).toBe('application/pdf');
    expect(pdf.size).toBeGreaterThan(20_000);
    expect(year).toBeGreaterThan(2025);
  });

  it('signs the clerk out', async () => {
    await clerk.go('/');
    await clerk.page.getByRole('button', { name: /Phạm Thị Thí Nghiệm/ }).click();
    await clerk.page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
    await clerk.page.waitForURL(/sign-in/);
    await clerk.sees('Đăng nhập');
    expect((await fetch(`${product.origin}/api/households`, { method: 'OPTIONS' })).status).toBeLessThan(500);
  });

  it('made no browser complain about a script or a refused resource', () => {
    for (const { page } of [office, clerk, cadre, leader]) expect(complaintsOf(page)).toEqual([]);
  });
});

/** Keys a sheet with the keyboard alone: the first choice everywhere, one person, and perhaps a petition. */
async function keySheet({ page, sees }: Person, petition: string): Promise<void> {
  // The page to read it over at the end has a heading without a number.
  const heading = page.locator('h1.q', { hasText: /^\s*\d+[a-z]?\./ });
  let unwritten = petition;
  while (await heading.isVisible()) {
    const question = (await heading.textContent()) ?? '';
    if (await page.locator('main textarea, .words textarea').isVisible()) {
      const writes = unwritten !== '' && /nội dung/i.test(question);
      if (writes) await page.keyboard.type(unwritten);
      if (writes) unwritten = '';
      await page.keyboard.press('Enter');
    } else {
      await page.keyboard.press('1');
      // A number may go on and more boxes may be marked: Enter says that it is all.
      await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
      if ((await heading.isVisible()) && (await heading.textContent()) === question) await page.keyboard.press('Enter');
    }
    await page.waitForFunction((before) => document.querySelector('h1.q')?.textContent !== before, question);
  }
  await sees(/Đọc lại rồi lưu/);
  await page.keyboard.press('Enter');
}

const HOUSEHOLDS = [
  ['Mã hộ', 'Họ tên chủ hộ', 'Địa chỉ', 'Ấp', 'Tổ'],
  ['H-01', 'Nguyễn Văn Mẫu', 'Nhà số 1', 'Ấp Mẫu', 'Tổ 1'],
  ['H-02', 'Trần Thị Thử', 'Nhà số 2', 'Ấp Mẫu', 'Tổ 1'],
  ['H-03', 'Lê Văn Ví Dụ', 'Nhà số 3', 'Ấp Mẫu', 'Tổ 1'],
  ['H-04', "H'Nguyệt Thí Nghiệm", 'Nhà số 4', 'Ấp Mẫu', 'Tổ 1'],
  ['H-05', 'Phạm Thị Mẫu Thử', 'Nhà số 5', 'Ấp Mẫu', 'Tổ 1'],
];
const CADRES = [
  ['Trần Thị Ví Dụ', 'CB01', 'Công chức Văn hóa - Xã hội', false],
  ['Nguyễn Văn Thử', 'CB02', 'Chủ tịch Ủy ban nhân dân', true],
] as const;
const ACCOUNTS = [
  ['nhapphieu', 'Phạm Thị Thí Nghiệm', /^nhập liệu/i, ''],
  ['canbo', 'Trần Thị Ví Dụ', /^cán bộ/i, 'Trần Thị Ví Dụ'],
  ['lanhdao', 'Nguyễn Văn Thử', /^lãnh đạo/i, 'Nguyễn Văn Thử'],
] as const;

const today = () => new Date().toLocaleDateString('vi-VN', { day: '2-digit', month: '2-digit', year: 'numeric' });
