// A firm of one's own, imported from a spreadsheet, begun, and reset to.
import { expect, test } from '@playwright/test';
import { FirmPage, MINIMAL, PEOPLE } from './firm-page';

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
  const importing = dialog.getByRole('button', { name: 'Import 2 people' });
  await importing.press('Enter');
  await expect(importing).toHaveAccessibleDescription('Mend 2 rows, or leave them out.');
  await expect(dialog.getByRole('status').filter({ hasText: 'Mend 2 rows, or leave them out.' })).toHaveCount(1);
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

test('people without a device are told what will come of it under the policy that is chosen, and so it comes', async ({
  page,
}) => {
  const firm = await FirmPage.open(page);
  const { dialog, lab } = firm;
  await firm.press('Import a CSV file…');
  await firm.import('people.csv', MINIMAL);
  const bad = dialog.getByRole('list', { name: 'Rows that cannot be imported' });
  await expect(bad).toContainText('“Make addresses fictional” would make it bo@firm.example.');
  await firm.press('Make addresses fictional');
  await expect(
    dialog.getByRole('heading', { name: 'people.csv: 2 rows can be imported, 0 rows cannot' }),
  ).toBeFocused();
  await expect(dialog.getByRole('checkbox', { name: /^Make addresses fictional/ })).toBeChecked();

  const choice = (name: string) =>
    dialog.getByRole('group', { name: '2 people have no device in people.csv. They get' }).getByRole('radio', { name });
  const good = dialog.getByRole('list', { name: 'People that can be imported' });
  await expect(choice('A phone, paired')).toBeChecked();
  await expect(good).toContainText(
    'Row 3: Bo Larsen bo@firm.example. Staff, MFA on, phone paired, given here. Is asked to approve a prompt on the phone.',
  );
  await choice('A phone, not paired').check();
  await expect(good).toContainText('phone not paired, given here. Must register a device after the password.');
  await choice('No device').check();
  await expect(good).toContainText(
    'Row 3: Bo Larsen bo@firm.example. Staff, MFA on. Will be locked out until there is a device to register.',
  );
  await expect(dialog).toContainText('At the first sign-in: 2 will be locked out.');
  await expect(dialog).toContainText('Onvio, revision 2, MFA for Birch & Lowe: Required.');
  await firm.press('Import 2 people');
  const row = dialog.getByRole('listitem').filter({ hasText: 'Bo Larsen' });
  await expect(row).toContainText('Will be locked out');
  await firm.begin();
  await lab.persona('user', 'Bo Larsen');
  await expect(lab.situation).toContainText('Bo is locked out');

  await test.step('and under another policy, otherwise', async () => {
    await lab.enforce('optional');
    await expect(lab.situation).toContainText('the password alone lets Bo in');
    await firm.open();
    await expect(row).toContainText('Staff, MFA off');
    await expect(row).not.toContainText('Will be locked out');
    await firm.press('Import a CSV file…');
    await firm.import('people.csv', MINIMAL.replace('firm.com', 'firm.example'));
    await choice('No device').check();
    await expect(good).toContainText(
      'Bo Larsen bo@firm.example. Staff, MFA off. Is not asked: the password alone is enough.',
    );
  });
});
