// The dialog of one's own firm, held against axe in each of its states.
import { expect, test } from '@playwright/test';
import { findingsIn, LONG_WIDTHS } from './findings';
import { FirmPage, MINIMAL, PEOPLE, SHIPPED } from './firm-page';

for (const width of LONG_WIDTHS) {
  test(`light and dark, ${width} pixels wide: nothing found in any state of the dialog`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height: 900 });
    const firm = await FirmPage.open(page);
    const { dialog } = firm;
    const found: string[] = [];
    const examine = async (state: string) => {
      found.push(...(await findingsIn(page, state)));
      const isWide = await page.getByRole('dialog').evaluate((element) => element.scrollWidth > element.clientWidth);
      if (isWide) found.push(`${state}: the dialog is wider than its window`);
    };
    await dialog.getByText('Files, and the run on screen').click();
    await firm.press('Remove Priya Lowe');
    await examine('the firm, with somebody removed');
    await dialog.getByLabel('Open a firm file (JSON)').setInputFiles({
      name: 'bad.json',
      mimeType: 'application/json',
      buffer: Buffer.from(SHIPPED.replaceAll('"name"', '"nam"')),
    });
    await firm.press('Begin the story with this firm');
    await expect(dialog.getByRole('alert')).toHaveCount(2);
    await examine('a file that was refused, and a story that does not begin');
    await firm.press('Edit Tom Birch');
    await dialog.getByLabel('Name').fill('');
    await dialog.getByLabel('Email').fill('tom');
    await firm.press('Keep the changes');
    await examine('a person with fields to be mended');
    await firm.press('Cancel');
    await firm.press('Import a CSV file…');
    await firm.import('people.csv', PEOPLE);
    await examine('rows that can and cannot be imported');
    await firm.import('minimal.csv', MINIMAL);
    await dialog.getByRole('radio', { name: 'No device' }).check();
    await examine('people without a device, and what will come of it');
    await firm.import('bad.csv', 'who\nBo');
    await examine('a directory that cannot be read');
    await firm.press('Back without importing');
    await firm.press('Take that back');
    await firm.begin();
    await page.getByRole('button', { name: 'Reset…' }).click();
    await expect(page.getByRole('dialog').getByRole('radio', { name: /your own/ })).toBeVisible();
    await examine('beginning anew, from a firm of one’s own');
    expect(found).toEqual([]);
  });
}
