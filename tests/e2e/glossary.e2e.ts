// The glossary: every term by its address, found by typing, read on any screen and on paper.
import { expect, test } from '@playwright/test';
import { findingsIn, LONG_WIDTHS } from './findings';

test('a term by its address: what it means, what the systems call it, where the standard has it, what it is not', async ({
  page,
}) => {
  await page.goto('/glossary/#temporary-code');
  const term = page.getByRole('article', { name: 'Temporary code' });
  await expect(term).toBeInViewport();
  await expect(term).toContainText('never for the password');
  await expect(term.getByRole('listitem').filter({ hasText: 'Onix Work' })).toContainText('a temporary access code');
  await expect(term).toContainText('SP 800-63B-4, section 4.2.1.2');
  await term.getByRole('button', { name: 'Fact ONV-6' }).click();
  await expect(page.getByText('A code stops working 24 hours after it was made.')).toBeVisible();
  await page.keyboard.press('Escape');
  await term.getByRole('link', { name: 'Recovery code' }).click();
  await expect(page).toHaveURL(/#recovery-code$/);
  await expect(page.getByRole('article', { name: 'Recovery code' })).toBeInViewport();
});

test('what is typed is found, counted aloud, and a link out of it takes the filter away', async ({ page }) => {
  await page.goto('/glossary/');
  const find = page.getByRole('searchbox', { name: 'Find a word' });
  const terms = page.getByRole('article');
  const all = await terms.count();
  expect(all).toBeGreaterThan(40);
  await find.fill('counter one-time');
  await expect(terms).toHaveCount(1);
  await expect(page.getByRole('status').filter({ hasText: 'terms' })).toHaveText(`1 of ${all} terms`);
  await terms.getByRole('link', { name: 'TOTP' }).click();
  await expect(find).toHaveValue('');
  await expect(page.getByRole('article', { name: 'TOTP' })).toBeFocused();
  await expect(page.getByRole('article', { name: 'TOTP' })).toBeInViewport();
  await find.fill('zebra');
  await expect(page.getByText('No term has “zebra” in it.')).toBeVisible();
  await page.getByRole('button', { name: 'see all terms' }).click();
  await expect(terms).toHaveCount(all);
});

test('the list from A to Z leads to every term', async ({ page }) => {
  await page.goto('/glossary/');
  const links = page.getByRole('navigation', { name: 'Terms from A to Z' }).getByRole('link');
  await expect(links).toHaveCount(await page.getByRole('article').count());
  await links.filter({ hasText: 'Throttle' }).click();
  await expect(page.getByRole('article', { name: 'Throttle' })).toBeInViewport();
});

test('on paper only the terms stand', async ({ page }) => {
  await page.goto('/glossary/');
  await page.emulateMedia({ media: 'print' });
  for (const gone of [page.getByRole('searchbox'), page.getByRole('navigation').first(), page.getByText('A to Z')]) {
    await expect(gone).toBeHidden();
  }
  await expect(page.getByRole('article', { name: 'Lockout', exact: true })).toBeVisible();
});

for (const width of LONG_WIDTHS) {
  test(`light and dark, ${width} pixels wide: axe finds nothing and nothing stands out`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/glossary/#totp');
    const found = [...(await findingsIn(page, 'glossary'))];
    await page.getByRole('searchbox', { name: 'Find a word' }).fill('zebra');
    found.push(...(await findingsIn(page, 'glossary, nothing found')));
    expect(found).toEqual([]);
  });
}
