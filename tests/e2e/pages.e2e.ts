// From the lab to the other pages and back: by mouse, by keyboard, on a phone; and not in the build that has none.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { findingsIn, WIDTHS } from './findings';
import { LabPage } from './lab-page';

const opener = (page: Page) => page.getByRole('button', { name: 'Pages', exact: true });
const pages = (page: Page) => page.getByRole('navigation', { name: 'Pages' });

test('every page can be reached from the lab, and the run is still there afterwards', async ({ page }) => {
  const lab = await LabPage.open(page);
  const code = await lab.issueToDana();
  for (const [name, heading] of [
    ['Runs', 'Runs'],
    ['Train', 'Walkthroughs'],
    ['Embed', 'Put a walkthrough into your page'],
    ['Facts', 'Facts'],
    ['Glossary', 'Glossary'],
  ] as const) {
    await opener(page).click();
    await pages(page).getByRole('link', { name, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await pages(page).getByRole('link', { name: 'Lab' }).click();
    await lab.ready();
  }
  await expect(lab.issuedCode).toHaveText(code);
});

test('the list opens and closes by keyboard, and gives the focus back', { tag: '@long' }, async ({ page }) => {
  await LabPage.open(page);
  await opener(page).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(pages(page).getByRole('link').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(pages(page)).toBeHidden();
  await expect(opener(page)).toBeFocused();
});

test('the player offers no pages: it has none', async ({ page }) => {
  await page.goto(pathToFileURL(resolve('build/player.html')).href);
  await new LabPage(page).ready();
  await expect(opener(page)).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Tour', exact: true })).toBeVisible();
});

for (const width of WIDTHS) {
  test(`light and dark, ${width} pixels wide: the open list has room, and axe finds nothing`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    await LabPage.open(page);
    await opener(page).click();
    for (const link of await pages(page).getByRole('link').all()) await expect(link).toBeInViewport({ ratio: 1 });
    expect(await findingsIn(page, 'the list of pages')).toEqual([]);
  });
}
