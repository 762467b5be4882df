// Where a browser keeps nothing for a site, the site says nothing of it by itself, and nothing fails unseen.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type Page } from '@playwright/test';
import { launchOptions } from '../../scripts/find-browser.mjs';
import { forgetProfile } from '../support/real-browser';
import { LabPage } from './lab-page';

test.use({ serviceWorkers: 'allow' });

/** Everything that the browser complains of on this page. */
function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

/** Long enough for what waits until the page is idle. */
const idle = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 })));

test('a browser that blocks all site data: the lab is played, and nothing fails unseen', async ({ baseURL }) => {
  const profile = mkdtempSync(join(tmpdir(), 'lockout-lab-blocked-'));
  mkdirSync(join(profile, 'Default'));
  const settings = { profile: { default_content_setting_values: { cookies: 2 } } };
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(settings));
  const context = await chromium.launchPersistentContext(profile, { ...launchOptions(), baseURL: baseURL ?? '' });
  try {
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    const lab = await LabPage.open(page);
    expect(await page.evaluate(() => localStorage.length).catch(String)).toMatch(/Access is denied/);
    await expect(page.getByText('Not kept: gone when the page is closed', { exact: true })).toBeVisible();
    await idle(page);
    await lab.move('+1 h');
    await idle(page);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
    forgetProfile(profile);
  }
});

const WITHOUT: readonly (readonly [string, () => void])[] = [
  [
    'whose service workers throw when they are asked for',
    () =>
      Object.defineProperty(Navigator.prototype, 'serviceWorker', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      }),
  ],
  [
    'that refuses to register one',
    () =>
      Object.assign(navigator.serviceWorker, {
        register: () => Promise.reject(new DOMException('denied', 'SecurityError')),
      }),
  ],
  [
    'that never answers',
    () => Object.assign(navigator.serviceWorker, { register: () => new Promise(() => undefined) }),
  ],
  ['that has none', () => Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined })],
];
for (const [name, without] of WITHOUT) {
  test(`a browser ${name}: every page works as before`, async ({ page }) => {
    await page.addInitScript(without);
    const complaints = complaintsOf(page);
    const lab = await LabPage.open(page);
    await idle(page);
    await lab.move('+1 h');
    await page.getByRole('link', { name: 'Lockout Lab' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('flight simulator');
    await idle(page);
    expect(complaints).toEqual([]);
  });
}
