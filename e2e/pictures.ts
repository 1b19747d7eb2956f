/** `pnpm --filter @gandan/e2e pictures`: takes the pictures of docs/journey.md anew, from the demo as it runs. */
import { join } from 'node:path';
import { openBrowser } from './support/browser.ts';
import { type Person, signIn, sitDown } from './support/person.ts';
import { startProduct } from './support/server.ts';

const FOLDER = join(import.meta.dirname, '../docs/pictures');
const PASSWORD = 'gan-dan-xem-thu';

const product = await startProduct({ demo: true });
const browser = await openBrowser();
try {
  const office = await sitDown(browser, product.origin);
  await signIn(office, 'vanphong', PASSWORD);
  await office.sees(/Chào/);
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
  await office.page.locator('canvas').first().waitFor({ timeout: 120_000 });
  await settled(office);
  await shoot(office, 'evaluation');

  await office.go('/meetings');
  await office.page
    .getByRole('row', { name: /sắp họp/ })
    .first()
    .click();
  await office.press(/^In phiếu cho/);
  await office.press('In phiếu');
  await office.page.locator('[role=dialog] canvas').first().waitFor({ timeout: 120_000 });
  await settled(office);
  await shoot(office, 'packet');

  const clerk = await sitDown(browser, product.origin);
  await signIn(clerk, 'nhapphieu', PASSWORD);
  await clerk.go('/entry');
  await clerk.page.getByRole('row').nth(1).click();
  await shootFirstQuestion(clerk);

  const cadre = await sitDown(browser, product.origin, { width: 360, height: 800 });
  await signIn(cadre, 'canbo', PASSWORD);
  await cadre.sees(/Chào/);
  await shoot(cadre, 'phone');
} finally {
  await browser.close();
  await product.stop();
}

async function shootFirstQuestion(clerk: Person): Promise<void> {
  const waiting = clerk.page.locator('a[href*="sheet="], [data-sheet]').first();
  if (await waiting.isVisible()) await waiting.click();
  await settled(clerk);
  await shoot(clerk, 'entry');
}

async function settled({ page }: Person): Promise<void> {
  await page.waitForLoadState('networkidle');
}

async function shoot({ page }: Person, name: string): Promise<void> {
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
}
