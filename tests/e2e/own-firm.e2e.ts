// A firm of one's own: edited, begun, and kept when another product is chosen.
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { FirmPage } from './firm-page';

test('people, devices and the time zone are edited; the story begins with them, and the run before comes back', async ({
  page,
}) => {
  const firm = await FirmPage.open(page);
  const { dialog, lab } = firm;
  await dialog.getByLabel('Name of the firm').fill('Alder & Sons');
  await dialog.getByLabel('Time zone').selectOption('Asia/Tokyo');
  await dialog.getByLabel('Keep it as').fill('Alder in Tokyo');
  await firm.press('Edit Marcus Oyelaran');
  await expect(dialog.getByRole('heading', { name: 'A person' })).toBeFocused();
  await dialog.getByLabel('Email').fill('marcus@alder.com');
  await firm.press('Keep the changes');
  await expect(dialog.getByLabel('Email')).toBeFocused();
  await expect(dialog.getByLabel('Email')).toHaveAccessibleDescription(/ends in \.example\.$/);
  await dialog.getByLabel('Email').fill('marcus@alder.example');
  await dialog.getByLabel('Admin rights').selectOption('for staff and clients');
  await dialog.getByLabel(/Primary admin of the firm, instead of Priya Lowe/).check();
  await firm.press('Remove device 2');
  await firm.press('Keep the changes');
  await expect(dialog.getByRole('button', { name: 'Edit Marcus Oyelaran' })).toBeFocused();
  await firm.press('Remove Elif Kaya');
  await firm.press('Remove Jonas Lindqvist');
  await firm.press('Take that back');
  await firm.press('Add a person');
  await dialog.getByLabel('Name').fill('Nia Ford');
  await dialog.getByLabel('Email').fill('nia@alder.example');
  await dialog.getByLabel('Department').fill('Tax');
  // Closing loses nothing, not even a form half filled in.
  await page.keyboard.press('Escape');
  await firm.open();
  await firm.press('Add to the firm');
  await firm.begin();
  await expect(page.getByText('MFA for Alder & Sons')).toBeVisible();
  await expect(lab.clock).toHaveText('Mon 9 Mar 09:00:00');
  await expect(lab.time).toContainText('GMT+9');
  await expect(firm.admins.getByRole('option')).toContainText([
    'Priya Lowe',
    'Tom Birch',
    'Marcus Oyelaran, primary admin',
  ]);
  await expect(firm.people.getByRole('option', { name: /^Elif Kaya/ })).toHaveCount(0);
  await expect(firm.people.getByRole('option', { name: /^Jonas Lindqvist/ })).toHaveCount(1);
  await lab.persona('user', 'Nia Ford');
  await lab.password();
  await lab.phone.getByRole('button', { name: 'Approve' }).click();
  await lab.expectSignedIn();
  await page.getByRole('button', { name: 'Undo reset' }).click();
  await expect(page.getByText('MFA for Birch & Lowe')).toBeVisible();
  await expect(lab.time).toContainText('EDT');
});

test(
  'one’s own firm stays when another product is chosen, and the run as it stands can be the next beginning',
  { tag: '@long' },
  async ({ page }) => {
    const firm = await FirmPage.open(page);
    const { dialog, lab } = firm;
    await firm.press('Remove Elif Kaya');
    await dialog.getByText('Files, and the run on screen').click();
    const download = page.waitForEvent('download');
    await firm.press('Download the firm file');
    const file = readFileSync(await (await download).path());
    await firm.begin();
    await lab.phone.getByRole('button', { name: 'Get a new phone' }).click();
    await lab.play('netclient');
    await expect(firm.people.getByRole('option', { name: /^Elif Kaya/ })).toHaveCount(0);
    await lab.phone.getByRole('button', { name: 'Get a new phone' }).click();
    await firm.open();
    await dialog.getByText('Files, and the run on screen').click();
    await firm.press('Take people and devices as they stand now');
    await expect(dialog).toContainText(
      'Dana Whitlock dana@birchlowe.example Tax, MFA on, phone paired, phone not paired',
    );
    await dialog
      .getByLabel('Open a firm file (JSON)')
      .setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer: file });
    await expect(dialog).toContainText('mine.json is opened: 10 people.');
    await firm.begin();
    await expect(firm.people.getByRole('option', { name: /^Elif Kaya/ })).toHaveCount(0);
  },
);
