/** `pnpm --filter @gandan/e2e pictures`: takes the pictures of docs/journey.md anew, from the demo as it runs. */
import { join } from 'node:path';
import { openBrowser } from './support/browser.ts';
import { type Person, signIn, sitDown } from './support/person.ts';
import { startProduct } from './support/server.ts';

const FOLDER = join(import.meta.dirname, '../docs/pictures');
const PASSWORD = 'gan-dan-xem-thu';

/** The number of a returned sheet that waits to be keyed, asked of the api as the page would. */
const WAITING_SHEET = `(async () => {
  const { items } = await (await fetch('/api/entry/batches')).json();
  const batch = items.find((one) => one.returned > one.entered && one.entered > 0);
  const { sheets } = await (await fetch('/api/meetings/' + batch.year + '/' + batch.meetingId)).json();
  return sheets.find((sheet) => sheet.state === 'returned').number;
})()`;

const product = await startProduct({ demo: true });
const browser = await openBrowser();
try {
  const office = await sitDown(browser, product.origin);
  await signIn(office, 'vanphong', PASSWORD);
  await office.sees('Việc cần làm');
  await shoot(office, 'home');
  for (const [path, name] of [
    ['/households', 'households'],
    ['/households/import', 'import'],
    ['/assignments', 'assignments'],
    ['/meetings', 'meetings'],
    ['/petitions', 'petitions'],
    ['/evaluations', 'evaluations'],
  ] as const) {
    await office.go(path);
    await settled(office);
    await shoot(office, name);
  }
  await office.go('/evaluations');
  await office.page
    .getByRole('row', { name: /chờ thông báo/ })
    .first()
    .click();
  await paperIsDrawn(office);
  await shoot(office, 'evaluation');

  await office.go('/questionnaires');
  const household = office.page.getByRole('listitem').filter({ hasText: 'Hộ gia đình' });
  await household.getByRole('button', { name: 'Tạo bản nháp mới' }).click();
  await office.page.getByRole('treeitem', { name: /Nguồn thu nhập chính/ }).click();
  await paperIsDrawn(office);
  await shoot(office, 'editor');
  const comparing = new URL(office.page.url()).pathname.replace(/\/\d+\/edit$/, '/compare');
  await office.page.getByLabel('Câu hỏi', { exact: true }).fill('Gia đình sống chủ yếu bằng gì');
  await office.page.getByRole('treeitem', { name: /Rác của gia đình/ }).click();
  await office.page.keyboard.press('Delete');
  await office.sees(/Đã lưu \d\d:\d\d/);
  await office.go(comparing);
  await settled(office);
  await shoot(office, 'compare');

  await office.go('/meetings');
  await office.page
    .getByRole('row', { name: /sắp họp/ })
    .first()
    .click();
  await office.press(/^In phiếu cho/);
  await office.press('In phiếu');
  await paperIsDrawn(office);
  await shoot(office, 'packet');
  await office.press('Xong');
  await office.page.getByRole('tab', { name: /^Bản in/ }).click();
  await settled(office);
  await shoot(office, 'prints');

  const clerk = await sitDown(browser, product.origin);
  await signIn(clerk, 'nhapphieu', PASSWORD);
  await clerk.sees('Việc cần làm');
  const number = await clerk.page.evaluate(WAITING_SHEET);
  await clerk.go(`/entry/keying?sheet=${number}`);
  for (const key of ['1', '4', 'Enter', '2', 'Enter']) await clerk.page.keyboard.press(key);
  await paperIsDrawn(clerk);
  await shoot(clerk, 'entry');

  const cadre = await sitDown(browser, product.origin, { width: 360, height: 800 });
  await signIn(cadre, 'canbo', PASSWORD);
  await cadre.sees('Việc cần làm');
  await shoot(cadre, 'phone');
} finally {
  await browser.close();
  await product.stop();
}

async function settled({ page }: Person): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('.skeleton').first().waitFor({ state: 'detached' });
}

/** The first page shown has ink on it. */
async function paperIsDrawn(person: Person): Promise<void> {
  await person.page.locator('canvas').first().waitFor({ timeout: 120_000 });
  await person.page.waitForFunction(() => {
    const canvas = document.querySelector('canvas');
    const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
    return pixels?.some((value, at) => at % 4 !== 3 && value < 100) ?? false;
  });
  await settled(person);
}

async function shoot({ page }: Person, name: string): Promise<void> {
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
}
