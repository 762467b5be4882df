// NetClient CS and NetStaff CS, in the order of their facts, by the words of the article.
import { expect, test } from '@playwright/test';
import { LabPage } from './lab-page';

test('a code by the words of the article: from the Admin tab to its end (NCS-1 to NCS-9)', async ({ page }) => {
  const lab = await LabPage.open(page);
  await lab.play('netclient');
  /** The line that says so as something that has happened, and not as what will. */
  const hasGoneOff = lab.happenings
    .getByRole('listitem')
    .filter({ hasText: 'MFA goes off for Dana Whitlock', hasNotText: 'by itself, in' });
  const group = (name: string) => lab.admin.getByRole('group', { name, exact: true });

  await test.step('who lacks the right sees no link, and no group that would be empty (NCS-2, NCS-3)', async () => {
    await lab.persona('admin', 'Tom Birch');
    await lab.press(lab.admin, 'Admin');
    await expect(group('NetClient CS').getByRole('button', { name: 'Users' })).toBeVisible();
    await expect(group('NetStaff CS')).toBeHidden();
    await lab.press(group('NetClient CS'), 'Users');
    await expect(lab.admin.getByRole('rowheader', { name: 'Ines Okafor' })).toBeVisible();
    await lab.persona('admin', 'Priya Lowe');
  });

  const code = await test.step('the way to the code (NCS-1, NCS-2, NCS-4)', async () => {
    await lab.press(lab.admin, 'Admin');
    await lab.press(group('NetStaff CS'), 'Users');
    await lab.press(lab.admin, 'Select Dana Whitlock');
    const identification = lab.admin.getByRole('group', { name: 'Identification', exact: true });
    await expect(identification).toContainText('Multi-factor Authentication');
    await lab.press(identification, 'View Settings');
    await lab.press(lab.admin, 'generate a temporary, 24-hour numerical code');
    await expect(lab.issuedCode).toHaveText(/^\d{4} \d{4}$/);
    await expect(lab.admin).toContainText('Ends Tue 10 Mar, 09:00');
    return (await lab.issuedCode.textContent()) ?? '';
  });

  const signIn = async (): Promise<void> => {
    await lab.press(lab.user, 'Enter a code');
    await lab.user.getByRole('textbox').last().fill(code);
    await lab.user.locator('form').getByRole('button', { name: 'Sign in', exact: true }).click();
  };

  await test.step('the person signs in by “Enter a code” (NCS-5)', async () => {
    await signIn();
    await lab.expectSignedIn();
  });

  await test.step('disconnecting the device does not switch MFA off, and the code goes on signing in (NCS-8)', async () => {
    await lab.enforce('optional');
    await lab.disconnectAll();
    await expect(hasGoneOff).toHaveCount(0);
    await lab.signOut();
    await lab.password();
    await signIn();
    await lab.expectSignedIn();
    await lab.signOut();
  });

  await test.step('24 hours after its issue it ends, and MFA goes off for want of anything else (NCS-6, NCS-9)', async () => {
    await lab.justBefore();
    await expect(hasGoneOff).toHaveCount(0);
    await lab.next();
    await expect(lab.clock).toHaveText('Tue 10 Mar 09:00:00');
    await expect(hasGoneOff).toHaveCount(1);
    await lab.password();
    await lab.expectSignedIn();
  });
});
