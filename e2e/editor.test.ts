import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { complaintsOf, expectAccessible, hasChromium, openBrowser } from './support/browser.ts';
import { type Person, signIn, sitDown, takePicture } from './support/person.ts';
import { type RunningProduct, startProduct } from './support/server.ts';

/** On a busy machine a page takes its time. */
const patiently = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 20_000 });

/** An office makes its own form, sees the paper while it writes, publishes it, and plans a meeting with it. */
describe.skipIf(!hasChromium)('a form of one’s own', () => {
  let product: RunningProduct;
  let browser: Browser;
  let office: Person;
  const PASSWORD = 'gan-dan-xem-thu';
  const TITLE = 'PHIẾU KHẢO SÁT NƯỚC SẠCH';

  beforeAll(async () => {
    product = await startProduct({ demo: true });
    browser = await openBrowser();
    office = await sitDown(browser, product.origin);
    await signIn(office, 'vanphong', PASSWORD);
    await office.sees(/Chào/);
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
    await takePicture(office, 'editor');
  });

  const line = (words: string | RegExp) => office.page.getByRole('treeitem', { name: words });
  const outline = async () =>
    (await office.page.locator('[role=treeitem][aria-level="1"] .words').allTextContents()).map((words) =>
      words.trim(),
    );
  const addFromMenu = async (kind: string) => {
    await office.press('Thêm');
    await office.page.getByRole('menuitem', { name: kind, exact: true }).click();
  };

  it('begins as a blank one', async () => {
    await office.go('/questionnaires');
    await office.sees('PHIẾU NẮM TÌNH HÌNH VÀ KIẾN NGHỊ CỦA HỘ GIA ĐÌNH');
    await expectAccessible(office.page, 'the forms of the office');
    await office.press('Tạo phiếu mới');
    await office.fill('Tên phiếu', TITLE);
    await expectAccessible(office.page, 'a new form');
    await office.press('Tạo phiếu');
    await office.sees('Bản nháp, phiên bản 1');
    await office.page.locator('[data-drawn]:not([data-drawn="0"])').waitFor();
    await expectAccessible(office.page, 'the editor on the form as a whole');
  });

  it('gets a question of its own, box after box with Enter, and several at once by pasting', async () => {
    await office.page.getByRole('treeitem').nth(1).click();
    await office.pick('Kiểu câu hỏi', 'Chọn một ô');
    await office.page.getByLabel('Câu hỏi', { exact: true }).fill('Gia đình dùng nước gì là chính');
    const boxes = office.page.locator('input.vi');
    await boxes.nth(0).fill('Nước máy');
    await boxes.nth(1).fill('Nước mưa');
    await boxes.nth(1).press('Enter');
    await office.page.keyboard.type('Nước giếng');
    await office.page.keyboard.press('Enter');
    await office.page.evaluate(() => {
      const pasted = new DataTransfer();
      pasted.setData('text/plain', '- Mua nước bình\n- Nguồn khác');
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true, cancelable: true }),
      );
    });
    await patiently(() => boxes.evaluateAll((all) => all.map((box) => (box as HTMLInputElement).value))).toEqual([
      'Nước máy',
      'Nước mưa',
      'Nước giếng',
      'Mua nước bình',
      'Nguồn khác',
    ]);
    await office.page.getByRole('button', { name: 'ghi rõ' }).last().click();
    await expectAccessible(office.page, 'the editor on a question');
  });

  it('takes five from the bank by keyboard, and two more of its own', async () => {
    await line('Gia đình dùng nước gì là chính').press('b');
    const find = office.page.getByLabel('Tìm câu hỏi, không cần dấu');
    await find.waitFor();
    await expectAccessible(office.page, 'the question bank');
    for (const words of ['tram y te', 'vui choi an toan', 'hai long an ninh', 'hoa giai', 'moi kham suc khoe']) {
      await find.fill(words);
      await office.page.locator('[role=option]').first().waitFor();
      await find.press('Enter');
    }
    await office.page.keyboard.press('Escape');
    expect(await outline()).toHaveLength(6);
    await addFromMenu('Số');
    await office.page.getByLabel('Câu hỏi', { exact: true }).fill('Tiền nước một tháng');
    await office.fill('Đơn vị', 'nghìn đồng');
    await addFromMenu('Ghi chữ');
    await office.page.getByLabel('Câu hỏi', { exact: true }).fill('Gia đình mong gì về nước sạch');
    expect(await outline()).toHaveLength(8);
  });

  it('is put in order by keyboard, and what was done is undone and done again', async () => {
    const before = await outline();
    const moved = line('Tiền nước một tháng');
    await moved.click();
    await moved.focus();
    for (let step = 0; step < 5; step += 1) await office.page.keyboard.press('Alt+ArrowUp');
    await patiently(async () => (await outline()).indexOf('Tiền nước một tháng')).toBe(1);
    expect(await office.page.evaluate(() => document.activeElement?.textContent)).toContain('Tiền nước một tháng');
    const after = await outline();
    for (let step = 0; step < 5; step += 1) await office.page.keyboard.press('Control+z');
    expect(await outline()).toEqual(before);
    for (let step = 0; step < 5; step += 1) await office.page.keyboard.press('Control+Shift+Z');
    expect(await outline()).toEqual(after);
    await line('Tiền nước một tháng').focus();
    await office.page.keyboard.press('Delete');
    expect(await outline()).toHaveLength(7);
    await office.page.getByRole('button', { name: 'Hoàn tác', exact: true }).last().click();
    expect(await outline()).toEqual(after);
  });

  it('asks a question only for one box of an earlier one, and lights its place on the page', async () => {
    await line('Tiền nước một tháng').click();
    await office.pick('Hỏi khi nào', 'Gia đình dùng nước gì là chính');
    await office.page.getByLabel('1. Nước máy').waitFor();
    expect(await office.page.getByLabel('1. Nước máy').isChecked()).toBe(true);
    await office.page.locator('.lit').first().waitFor();
    // A click on the page leads back to the question under it. The page may still be on its way: then once more.
    const clickedBack = async () => {
      await line(/Tiền nước một tháng/).click();
      const lit = await office.page.locator('.lit').first().boundingBox();
      await line(/Gia đình mong gì về nước sạch/).click();
      if (lit !== null) await office.page.mouse.click(lit.x + lit.width / 2, lit.y + lit.height / 2);
      return line(/Tiền nước một tháng/).getAttribute('aria-selected');
    };
    await patiently(clickedBack).toBe('true');
  });

  it('shows the page soon after the last key', async () => {
    await line('Gia đình mong gì về nước sạch').click();
    const words = office.page.getByLabel('Câu hỏi', { exact: true });
    await words.click();
    await words.press('End');
    const waits: number[] = [];
    for (const letter of ' trong năm tới nhỉ') {
      await office.page.waitForTimeout(700);
      waits.push(await keyToPaper(letter));
    }
    const sorted = waits.toSorted((a, b) => a - b);
    const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
    const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
    console.log(
      `key → new page painted: median ${Math.round(median)} ms, p95 ${Math.round(p95)} ms, n = ${sorted.length}`,
    );
    // Wanted: 500 ms on a machine of its own. Here two cores share the server, the browser and the other tests.
    expect(median).toBeLessThan(1500);
  });

  /** Milliseconds from a key to the moment at which a new page has been put on the canvas. */
  async function keyToPaper(letter: string): Promise<number> {
    await office.page.evaluate(() => {
      const paper = document.querySelector('[data-drawn]');
      const scope = window as unknown as { painted: Promise<number> };
      scope.painted = new Promise((resolve) => {
        let pressed = 0;
        window.addEventListener(
          'input',
          () => {
            pressed = performance.now();
          },
          { once: true, capture: true },
        );
        const observer = new MutationObserver(() => {
          observer.disconnect();
          requestAnimationFrame(() => resolve(performance.now() - pressed));
        });
        if (paper !== null) observer.observe(paper, { attributes: true, attributeFilter: ['data-drawn'] });
      });
    });
    await office.page.keyboard.insertText(letter);
    return office.page.evaluate(() => (window as unknown as { painted: Promise<number> }).painted);
  }

  it('cannot be published while a question has no words, and the list leads to the place', async () => {
    await addFromMenu('Ngày tháng');
    const publish = office.page.getByRole('button', { name: 'Phát hành' });
    await office.page.getByRole('button', { name: '1 lỗi' }).waitFor();
    expect(await publish.isDisabled()).toBe(true);
    await line('Gia đình dùng nước gì là chính').click();
    await office.page.getByRole('button', { name: '1 lỗi' }).click();
    await expectAccessible(office.page, 'what is to correct');
    await office.page.getByRole('dialog').getByRole('button', { name: /Lỗi ·/ }).click();
    await patiently(() =>
      office.page.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field')),
    ).toBe('label');
    await office.page.keyboard.type('Ngày trả lời phiếu');
    await office.page.keyboard.press('Tab');
    await office.page.getByRole('button', { name: /In được|nên xem/ }).waitFor();
    expect(await publish.isDisabled()).toBe(false);
  });

  it('loses nothing when the page is closed in the middle of a word', async () => {
    await office.page.getByLabel('Câu hỏi', { exact: true }).press('End');
    await office.page.keyboard.type(' này');
    await office.page.reload();
    await line('Ngày trả lời phiếu này').waitFor();
    await office.sees(/^Đã lưu/);
  });

  it('asks whose words go on when somebody else has changed the same draft', async () => {
    const other = await sitDown(browser, product.origin);
    await signIn(other, 'vanphong', PASSWORD);
    await other.sees(/Chào/);
    await other.page.goto(office.page.url());
    await other.page.getByRole('treeitem', { name: 'Ngày trả lời phiếu này' }).click();
    await other.page.getByLabel('Câu hỏi', { exact: true }).fill('Ngày điền phiếu');
    await other.sees(/Đã lưu \d\d:\d\d/);
    await line('Ngày trả lời phiếu này').click();
    await office.page.getByLabel('Câu hỏi', { exact: true }).fill('Ngày ghi phiếu');
    await office.sees('Người khác vừa sửa cùng bản nháp này');
    await office.sees(/đổi lời từ “Ngày điền phiếu” thành “Ngày ghi phiếu”/);
    await expectAccessible(office.page, 'a conflict');
    await office.press('Giữ bản của tôi');
    await office.sees(/Đã lưu \d\d:\d\d/);
    await other.page.context().close();
  });

  it('is published, and what is fixed by that is said', async () => {
    await office.press('Phát hành');
    await office.sees(/không đổi nữa/);
    await expectAccessible(office.page, 'publishing');
    await office.press('Phát hành');
    await office.sees('đang dùng');
    await office.sees(/Phiên bản 1 · \d+ câu/);
    await expectAccessible(office.page, 'a published version');
  });

  it('is what a meeting is planned with', async () => {
    await office.go('/meetings');
    await office.press('Lập kỳ họp');
    await office.pick('Mẫu phiếu', TITLE);
    await office.fill('Ngày họp', `30/12/${new Date().getFullYear()}`);
    await office.page.getByRole('dialog').getByLabel(/^Tổ /).first().check();
    await expectAccessible(office.page, 'planning');
    await office.press('Lập kỳ họp cho 1 tổ');
    await office.page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('and its next version is compared with the first', async () => {
    await office.go('/questionnaires');
    const card = office.page.getByRole('listitem').filter({ has: office.page.getByRole('heading', { name: TITLE }) });
    await card.getByRole('button', { name: 'Tạo bản nháp mới' }).click();
    await office.sees('Bản nháp, phiên bản 2');
    await line('Tiền nước một tháng').focus();
    await line('Tiền nước một tháng').click();
    await line('Tiền nước một tháng').press('Delete');
    await office.sees(/Đã lưu \d\d:\d\d/);
    await office.go(`${new URL(office.page.url()).pathname.replace('/2/edit', '/compare')}`);
    await office.sees(/Bỏ câu 2 “Tiền nước một tháng”/);
    await expectAccessible(office.page, 'comparing');
    expect(complaintsOf(office.page)).toEqual([]);
  });
});
