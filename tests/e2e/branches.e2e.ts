// What if it had gone otherwise: back to a moment, on from there, and the two held against each other.
import { expect, test } from '@playwright/test';
import { LabPage } from './lab-page';

test(
  'a story goes on from an earlier moment in a branch; both are kept, listed and compared',
  { tag: '@core-long' },
  async ({ page }) => {
    const lab = await LabPage.open(page);
    const past = page.getByRole('region', { name: 'The past' });
    const before = page.getByRole('button', { name: 'Event before' });
    await lab.issueToDana();
    await lab.move('+24 h');
    await expect(lab.situation).toContainText('Dana is locked out');

    await test.step('back before the end of the code: every desk is as it was, to be read and not used', async () => {
      await before.click();
      await expect(past).toContainText('You are looking at the past: Mon 9 Mar, 09:00');
      await expect(lab.situation).toContainText('nobody has read it to Dana yet');
      await expect(lab.admin.getByRole('button', { name: 'Read it to Dana' })).toBeDisabled();
      await expect(lab.admin.locator('[data-code]')).toHaveCount(0);
      await before.click();
      await expect(past).toContainText('Mon 9 Mar, 08:57');
      await expect(lab.clock).toHaveText('Mon 9 Mar 08:57:00');
      await expect(lab.admin.getByRole('heading', { name: 'Home' })).toBeVisible();
      await past.getByRole('button', { name: 'Back to now' }).click();
      await expect(past).toBeHidden();
      await expect(lab.clock).toHaveText('Tue 10 Mar 09:00:00');
    });

    await test.step('on from there, otherwise: MFA is made optional and the password alone is enough', async () => {
      await before.click();
      await past.getByRole('button', { name: 'Continue from here' }).click();
      await expect(past).toBeHidden();
      await expect(lab.clock).toHaveText('Mon 9 Mar 09:00:00');
      await lab.press(lab.admin, 'Read it to Dana');
      await lab.press(lab.user, 'enter a code');
      await lab.user.getByRole('button', { name: 'Type it from the note' }).click();
      await lab.press(lab.user, 'Sign in');
      await lab.expectSignedIn();
    });

    await test.step('side by side: where they part, and what differs for whom', async () => {
      await page.getByRole('button', { name: 'Branches: 2' }).click();
      const dialog = page.getByRole('dialog');
      const branches = dialog.getByRole('list', { name: 'Branches' }).getByRole('listitem');
      await expect(branches).toHaveCount(2);
      await expect(branches.filter({ has: page.getByText('on screen', { exact: true }) })).toContainText(
        'The phone on the train (from Mon 9 Mar, 09:00)',
      );
      await dialog.getByRole('button', { name: /^Compare The phone on the train with/ }).click();
      await expect(dialog).toContainText('The last that happened in both, Mon 9 Mar, 09:00: Priya Lowe issues a code');
      const dana = dialog.getByRole('row').filter({ hasText: 'Dana Whitlock' });
      await expect(dana).toContainText('Dana is signed in');
      await expect(dana).toContainText('nobody has read it to Dana yet');
      await dialog.getByLabel('What differs').selectOption({ index: 1 });
      await expect(dialog.getByRole('table')).toContainText('Dana is locked out');
      await expect(
        dialog.getByRole('region', { name: 'Since then in The phone on the train', exact: true }),
      ).toContainText("Dana Whitlock's code ends");
    });

    await test.step('the run it parted from is as it was', async () => {
      await page.getByRole('dialog').getByRole('button', { name: 'Back to the list' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Open The phone on the train', exact: true }).click();
      await expect(lab.clock).toHaveText('Tue 10 Mar 09:00:00');
      await expect(lab.situation).toContainText('Dana is locked out');
      await page.reload();
      await lab.ready();
      await expect(lab.clock).toHaveText('Tue 10 Mar 09:00:00');
      await expect(page.getByRole('button', { name: 'Branches: 2' })).toBeVisible();
    });
  },
);
