// The home page by keyboard, held against axe, and with large text and forced colours.
import { expect, test } from '@playwright/test';
import { findingsIn, WIDTHS } from './findings';
import { blockStorage, keptRows, lastRuns, lines, removeFrom } from './home-page';
import { LabPage } from './lab-page';

test('by keyboard: past the bar to the content, then into the run', async ({ page }) => {
  await LabPage.open(page);
  await page.goto('/');
  await expect(lines(page)).toHaveCount(1);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Take the 60-second tour' })).toBeFocused();
  const way = page.getByRole('link', { name: /^Continue/ });
  for (
    let presses = 0;
    presses < 20 && !(await way.evaluate((element) => element === document.activeElement));
    presses += 1
  )
    await page.keyboard.press('Tab');
  await expect(way).toBeFocused();
  await page.keyboard.press('Enter');
  await new LabPage(page).ready();
});

for (const width of WIDTHS) {
  test(`light and dark, ${width} pixels wide: axe finds nothing and nothing stands out`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/');
    await expect(lastRuns(page)).toContainText('Nothing played yet.');
    const found = [...(await findingsIn(page, 'home, nothing played'))];
    await LabPage.open(page);
    await LabPage.open(page, '/lab/?product=onix');
    await page.goto('/');
    await expect(lines(page)).toHaveCount(2);
    const [row] = await keptRows(page);
    await removeFrom(page, 'records', [[row?.id ?? '', 0]]);
    await page.reload();
    await expect(lines(page).filter({ hasText: 'Damaged' })).toHaveCount(1);
    found.push(...(await findingsIn(page, 'home, with runs')));
    expect(found).toEqual([]);
  });
}

test('where storage is blocked axe finds nothing either', async ({ page }) => {
  await blockStorage(page);
  await page.goto('/');
  await expect(lastRuns(page).getByRole('alert')).toBeVisible();
  expect(await findingsIn(page, 'home, storage blocked')).toEqual([]);
});

for (const path of ['/', '/glossary/']) {
  test(`${path}: targets are large enough, words too, and twice the text size loses nothing`, async ({ page }) => {
    await page.goto(path);
    for (const width of [1440, 768, 320]) {
      await page.setViewportSize({ width, height: 900 });
      const small = await page.evaluate(() => {
        const isInText = (element: HTMLElement) => getComputedStyle(element).display === 'inline';
        const targets = [...document.querySelectorAll<HTMLElement>('button, a, select, input, summary')]
          .filter((element) => element.offsetParent !== null && !isInText(element) && !element.matches('.skip'))
          .filter((element) => element.offsetWidth < 24 || element.offsetHeight < 24);
        const words = [...document.querySelectorAll<HTMLElement>('body *')].filter(
          (element) =>
            [...element.childNodes].some(
              (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
            ) &&
            !['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(element.tagName) &&
            parseFloat(getComputedStyle(element).fontSize) < 13,
        );
        return [...targets, ...words].map((element) => element.outerHTML.slice(0, 90));
      });
      expect(small).toEqual([]);
      await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
      const room = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(room, `${width} pixels, twice the text`).toBeLessThanOrEqual(0);
      await page.evaluate(() => (document.documentElement.style.fontSize = ''));
    }
  });
}

test('in forced colours, which page this is can still be seen', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/glossary/');
  const border = (name: string) =>
    page
      .getByRole('navigation', { name: 'Pages' })
      .getByRole('link', { name })
      .evaluate((element) => parseFloat(getComputedStyle(element).borderBottomWidth));
  expect(await border('Glossary')).toBeGreaterThanOrEqual(2);
  expect(await border('Facts')).toBe(0);
});
