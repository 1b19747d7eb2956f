import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

const CHROMIUM = '/usr/bin/chromium';
const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** In CI the browser must be there; on a user's machine its absence is said, never passed over in silence. */
export const hasChromium = existsSync(CHROMIUM) || process.env.CI === 'true';
if (!hasChromium) console.warn('skipped: no Chromium (/usr/bin/chromium)');

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A page that fails the test on anything the browser complains about: script errors, refused resources, CSP. */
export async function openPage(browser: Browser, options: { width?: number; height?: number } = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1366, height: options.height ?? 768 },
    locale: 'vi-VN',
    bypassCSP: false,
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => complaintsOf(page).push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Uncaught/.test(message.text())) {
      complaintsOf(page).push(message.text());
    }
  });
  return page;
}

const complaints = new WeakMap<Page, string[]>();
export function complaintsOf(page: Page): string[] {
  const list = complaints.get(page) ?? [];
  complaints.set(page, list);
  return list;
}

interface AxeViolation {
  id: string;
  help: string;
  nodes: { target: string[]; failureSummary?: string }[];
}

/** axe-core on the page as it stands; the failure lists the rule and the places. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  // evaluate() runs outside the page's CSP, so the product's own headers stay as they are.
  const { readFile } = await import('node:fs/promises');
  await page.evaluate(await readFile(axeSource, 'utf8'));
  const violations = (await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"] }).then((result) => result.violations)',
  )) as AxeViolation[];
  const told = violations.map((v) => `${v.id}: ${v.help}\n  ${v.nodes.map((n) => n.target.join(' ')).join('\n  ')}`);
  expect(told, `axe on ${where}`).toEqual([]);
}
