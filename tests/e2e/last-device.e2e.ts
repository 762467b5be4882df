// The heart of the matter, by the interface alone: what the end of a code means, in every policy and both revisions.
import { expect, test } from '@playwright/test';
import { LabPage } from './lab-page';

test.describe('the last device is disconnected while a code is alive', () => {
  test(
    'optional, revision 1: the code is asked until its end, then MFA is off, whether or not anybody looks (ONV-8a)',
    { tag: '@long' },
    async ({ page }) => {
      const lab = await LabPage.open(page);
      await lab.revision(1);
      await lab.enforce('optional');
      const code = await lab.issueToDana();
      await lab.signInByCode(code);
      await lab.disconnectAll();
      await expect(lab.user).toContainText('No device is paired with your account.');
      await lab.signOut();
      await lab.justBefore();
      await lab.signInByCode(code);
      await lab.expectSignedIn();
      await lab.signOut();
      await lab.move('+24 h');
      // It stood there before, as what will happen: the clock says that it has.
      await expect(lab.clock).toHaveText('Wed 11 Mar 08:59:59');
      const line = lab.happenings.getByRole('listitem').filter({ hasText: 'MFA goes off for Dana Whitlock' });
      await expect(line.getByRole('time')).toHaveText('09:00');
      await lab.password();
      await lab.expectSignedIn();
    },
  );

  test('optional, revision 2: MFA is off at once and no code is asked (ONV-8b)', { tag: '@long' }, async ({ page }) => {
    const lab = await LabPage.open(page);
    await lab.revision(2);
    await lab.enforce('optional');
    await lab.signInByCode(await lab.issueToDana());
    await lab.move('+1 h');
    await lab.disconnectAll();
    const line = lab.happenings.getByRole('listitem').filter({ hasText: 'MFA goes off for Dana Whitlock' });
    await expect(line).toContainText('10:00');
    await lab.signOut();
    await lab.password();
    await lab.expectSignedIn();
  });

  for (const revision of [1, 2] as const) {
    test(
      `required, revision ${revision}: the code until its end, then another code or a device (ONV-9)`,
      { tag: '@long' },
      async ({ page }) => {
        const lab = await LabPage.open(page);
        await lab.revision(revision);
        const code = await lab.issueToDana();
        await lab.signInByCode(code);
        await lab.disconnectAll();
        await lab.signOut();
        await lab.justBefore();
        await lab.signInByCode(code);
        await lab.expectSignedIn();
        await lab.signOut();
        await lab.next();
        await lab.password();
        await expect(lab.user.getByRole('heading', { name: 'Register a device to go on' })).toBeVisible();
        await lab.enterCode(code);
        await expect(lab.refusal).toContainText('This code stopped working at 09:00');
        const another = await lab.issueHere();
        await lab.enterCode(another);
        await lab.expectSignedIn();
      },
    );
  }

  test('required: or a device registered after the password (ONV-9)', { tag: '@long' }, async ({ page }) => {
    const lab = await LabPage.open(page);
    await lab.signInByCode(await lab.issueToDana());
    await lab.disconnectAll();
    await lab.signOut();
    await lab.move('+24 h');
    await lab.password();
    await lab.phone.getByRole('button', { name: 'Get a new phone' }).click();
    await lab.press(lab.user, 'Register a device');
    await lab.phone.getByRole('button', { name: 'Pair with Onvio' }).click();
    await lab.expectSignedIn();
    await lab.signOut();
    await lab.password();
    await lab.phone.getByRole('button', { name: 'Approve' }).click();
    await lab.expectSignedIn();
  });
});

test.describe('the phone is lost but still paired', () => {
  for (const revision of [1, 2] as const) {
    for (const policy of ['optional', 'required'] as const) {
      test(
        `${policy}, revision ${revision}: locked out at the end of the code (EDGE-2)`,
        { tag: '@long' },
        async ({ page }) => {
          const lab = await LabPage.open(page);
          await lab.revision(revision);
          if (policy === 'optional') await lab.enforce(policy);
          const code = await lab.issueToDana();
          await lab.justBefore();
          await lab.signInByCode(code);
          await lab.expectSignedIn();
          await lab.signOut();
          await lab.next();
          await lab.password();
          await expect(lab.user.getByRole('heading', { name: 'Approve it on your phone' })).toBeVisible();
          await lab.enterCode(code);
          await expect(lab.refusal).toContainText('This code stopped working at 09:00');
          await expect(lab.situation).toContainText('Locked out');
          await expect(lab.happenings).not.toContainText('MFA goes off');
          await lab.phone.getByRole('button', { name: 'Find it' }).click();
          await expect(lab.situation).toContainText('Can sign in');
        },
      );
    }
  }
});
