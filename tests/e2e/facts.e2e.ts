// The page of facts: every product's rules in words, alone and side by side, in both themes and at three widths.
import { expect, test } from '@playwright/test';
import { findingsIn, WIDTHS } from './findings';

test('two revisions stand side by side, and what differs is marked in words', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Read the facts it plays' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Facts' })).toBeVisible();
  await page.getByLabel('Product').selectOption('Onvio, revision 1');
  const row = page.getByRole('row', { name: /the last device is disconnected while a code is active/ });
  await expect(row).toContainText('MFA goes off when the code ends');
  await expect(row).toContainText('ONV-8a');
  await page.getByLabel('Side by side with').selectOption('Onvio, revision 2');
  await expect(row).toContainText('MFA goes off at once and no code is asked');
  await expect(row.getByRole('cell').last()).toHaveText('Differs');
  await expect(
    page
      .getByRole('row', { name: /An active code and the app/ })
      .getByRole('cell')
      .last(),
  ).toHaveText('Same');
  await expect(page.getByText('A code stops working 24 hours after it was made.')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(row).toBeVisible();
});

for (const width of WIDTHS) {
  test(`light and dark, ${width} pixels wide: axe finds nothing and nothing stands out`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/facts/');
    await page.getByLabel('Side by side with').selectOption({ index: 1 });
    expect(await findingsIn(page, 'facts')).toEqual([]);
  });
}
