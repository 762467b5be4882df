// A firm of one's own, imported from a spreadsheet, begun, and reset to.
import { expect, test } from '@playwright/test';
import { FirmPage, PEOPLE } from './firm-page';

test('a directory is seen row by row before it is imported, and a reset goes back to the firm it made', async ({
  page,
}) => {
  const firm = await FirmPage.open(page);
  const { dialog, lab } = firm;
  await firm.press('Import a CSV file…');
  await firm.import('people.csv', `\uFEFF${PEOPLE}`);
  await expect(
    dialog.getByRole('heading', { name: 'people.csv: 2 rows can be imported, 2 rows cannot' }),
  ).toBeVisible();
  const bad = dialog.getByRole('list', { name: 'Rows that cannot be imported' });
  await expect(bad).toContainText(
    'Row 4 email: found “bo@firm.com”; expected: an address in lower case that ends in .example.',
  );
  await expect(bad).toContainText('Row 6 name: found “=1+1”; expected: text that does not begin with =, +, - or @.');
  await expect(dialog.getByRole('list', { name: 'People that can be imported' })).toContainText('Row 5: Cem Aydin');
  // It says why it does nothing yet, and can be pressed by keyboard all the same.
  await dialog.getByRole('button', { name: 'Import 2 people' }).press('Enter');
  await expect(dialog.getByText('Mend 2 rows, or leave them out.')).toBeVisible();
  await dialog.getByLabel(/Make addresses fictional/).check();
  await expect(dialog.getByRole('heading', { name: '3 rows can be imported, 1 row cannot' })).toBeVisible();
  await dialog.getByLabel('Leave 1 row out').check();
  await firm.press('Import 3 people');
  await expect(dialog.getByRole('heading', { name: 'People at Birch & Lowe (3)' })).toBeFocused();
  await expect(dialog).toContainText('3 people are imported from people.csv.');
  await expect(dialog).toContainText('what Priya Lowe, Tom Birch, Dana Whitlock did.');
  await firm.begin();
  await expect(firm.admins.getByRole('option')).toHaveText(['Ava Stone, primary admin']);
  await lab.persona('user', 'Cem Aydin');
  await page.reload();
  await lab.ready();
  await expect(firm.people.getByRole('option')).toHaveCount(3);
  await lab.move('+24 h');
  await firm.reset(/^To here: My Birch & Lowe, your own$/);
  await expect(lab.clock).toHaveText('Mon 9 Mar 09:00:00');
  await expect(firm.people.getByRole('option')).toHaveCount(3);
  await page.getByRole('button', { name: 'Undo reset' }).click();
  await expect(lab.clock).toHaveText('Tue 10 Mar 09:00:00');
  await firm.reset(/^The phone on the train, as it ships$/);
  await expect(firm.people).toHaveValue('dana');
  // On the story that ships, one's own firm is still on offer; and can be kept no longer.
  await page.getByRole('button', { name: 'Reset…' }).click();
  await page.getByRole('button', { name: 'Keep My Birch & Lowe no longer' }).click();
  await expect(page.getByRole('dialog').getByRole('radio', { name: /your own/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Undo reset' }).click();
  await expect(firm.people.getByRole('option')).toHaveCount(3);
});
