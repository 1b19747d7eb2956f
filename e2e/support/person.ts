import { join } from 'node:path';
import { TOTP } from 'otpauth';
import type { Browser, Locator, Page } from 'playwright-core';
import { openPage } from './browser.ts';

/** Somebody at his own machine: a browser session of his own, signed in or about to be. */
export interface Person {
  readonly page: Page;
  /** The button or link of that name that can be seen; the one in the dialog while one is open. */
  press(name: string | RegExp): Promise<void>;
  fill(label: string | RegExp, text: string): Promise<void>;
  /** Types into a combo box and takes the first that fits. */
  choose(label: string | RegExp, text: string): Promise<void>;
  /** Picks the option of a select box whose text has these words. */
  pick(label: string | RegExp, words: string): Promise<void>;
  go(path: string): Promise<void>;
  /** Waits until the text can be seen. */
  sees(text: string | RegExp): Promise<void>;
}

export async function sitDown(
  browser: Browser,
  origin: string,
  size?: { width: number; height: number },
): Promise<Person> {
  const page = await openPage(browser, size);
  const visible = (found: Locator) => found.filter({ visible: true }).first();
  return {
    page,
    async press(name) {
      const dialog = page.getByRole('dialog');
      const within = (await dialog.isVisible()) ? dialog : page.getByRole('main');
      await visible(within.getByRole('button', { name }).or(within.getByRole('link', { name }))).click();
    },
    fill: (label, text) => visible(page.getByLabel(label)).fill(text),
    async choose(label, text) {
      const box = visible(page.getByRole('combobox', { name: label }));
      await box.click();
      await box.fill(text);
      await visible(page.getByRole('option')).waitFor();
      await box.press('Enter');
    },
    async pick(label, words) {
      const box = visible(page.getByLabel(label));
      const option = box.locator('option', { hasText: words }).first();
      await option.waitFor({ state: 'attached' });
      await box.selectOption((await option.getAttribute('value')) ?? '');
    },
    async go(path) {
      await page.goto(`${origin}${path}`);
    },
    sees: (text) => visible(page.getByText(text)).waitFor(),
  };
}

/** Types the name and the password on the sign-in page. */
export async function signIn({ go, fill, press }: Person, username: string, password: string): Promise<void> {
  await go('/sign-in');
  await fill('Tên đăng nhập', username);
  await fill('Mật khẩu', password);
  await press('Đăng nhập');
}

/** The authenticator app of somebody who must have one: takes the shown key, gives a code, keeps the recovery codes. */
export async function enrolSecondFactor({ page, fill, press, sees }: Person): Promise<void> {
  await sees('Đặt xác thực hai lớp');
  const secret = ((await page.locator('.key').textContent()) ?? '').replaceAll(/\s/g, '');
  await fill('Mã 6 chữ số', new TOTP({ secret }).generate());
  await press('Xác nhận');
  await sees('In và cất các mã dự phòng');
  await page.getByLabel('Tôi đã in hoặc chép lại các mã').check();
  await press('Vào phần mềm');
  await sees(/Chào/);
}

/** The first sign-in with a password that the office handed over: it has to be changed at once. */
export async function signInFirstTime(person: Person, username: string, initial: string, own: string): Promise<void> {
  const { page, fill, press, sees } = person;
  await signIn(person, username, initial);
  await sees('Mật khẩu đang dùng là mật khẩu ban đầu');
  await fill('Mật khẩu hiện tại', initial);
  await fill('Mật khẩu mới', own);
  await fill('Ghi lại mật khẩu mới', own);
  await press('Đổi mật khẩu');
  await page.getByLabel('Mật khẩu mới').first().waitFor({ state: 'detached' });
}

/** What the person saw when it went wrong, under e2e/failures (not kept in git). */
export async function takePicture(person: Person | undefined, name: string): Promise<void> {
  await person?.page.screenshot({ path: join(import.meta.dirname, `../failures/${name}.png`) });
}
