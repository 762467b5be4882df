import { expect, test } from '@playwright/test';
import { LabPage } from './lab-page';

test(
  'rights go by area: who lacks Staff sees no Staff link, and who is no admin sees no Setup (ONV-2)',
  { tag: '@long' },
  async ({ page }) => {
    const lab = await LabPage.open(page);
    await lab.press(lab.admin, 'Setup');
    await expect(lab.admin.getByRole('button', { name: 'Staff', exact: true })).toBeVisible();
    await lab.persona('admin', 'Tom Birch');
    await lab.press(lab.admin, 'Setup');
    await expect(lab.admin.getByRole('button', { name: 'Clients', exact: true })).toBeVisible();
    await expect(lab.admin.getByRole('button', { name: 'Staff', exact: true })).toBeHidden();
    await lab.persona('admin', 'Priya Lowe');
    // Priya finds her screen as she left it, with the menu open.
    await lab.walk(lab.admin, 'Staff', 'Edit Dana Whitlock', 'Onvio Access', 'View Setting');
    await lab.signInByCode(await lab.issueHere());
    await lab.expectSignedIn();
    await expect(lab.user.getByRole('button', { name: 'Setup' })).toBeHidden();
  },
);

test('nobody issues for themselves: the link says why beforehand (EDGE-9)', async ({ page }) => {
  const lab = await LabPage.open(page);
  await lab.walk(lab.admin, 'Setup', 'Staff', 'Edit Priya Lowe', 'Onvio Access', 'View Setting');
  const link = lab.admin.getByRole('button', { name: 'generate a temporary, 24-hour code' });
  await expect(link).toHaveAttribute('aria-disabled', 'true');
  await expect(link).toHaveAccessibleDescription(/Nobody does this for themselves/);
  await link.click({ force: true });
  await expect(lab.issuedCode).toBeHidden();
  await lab.walk(lab.admin, 'Staff', 'Edit Tom Birch', 'Onvio Access', 'View Setting');
  await lab.issueHere();
});

test('a code for somebody whose MFA is off is refused with the reason, or issued without effect (EDGE-6)', async ({
  page,
}) => {
  const lab = await LabPage.open(page);
  await lab.enforce('optional');
  await lab.walk(lab.admin, 'Setup', 'Staff', 'Edit Elif Kaya', 'Onvio Access', 'View Setting');
  const link = lab.admin.getByRole('button', { name: 'generate a temporary, 24-hour code' });
  await expect(link).toHaveAccessibleDescription(/Multi-factor authentication is off/);
  await lab.rule('A code is asked for somebody whose MFA is off', 'Issued, without effect');
  await lab.issueHere();
  await lab.persona('user', 'Elif Kaya');
  await lab.password();
  await lab.expectSignedIn();
});

test('edges are switched on the spot, and the change stands on the timeline (EDGE-1, EDGE-5, EDGE-8)', async ({
  page,
}) => {
  const lab = await LabPage.open(page);
  await lab.rule('A session is open when its code ends', 'The session ends with it');
  await expect(lab.happenings).toContainText(
    'Rule changed: A session is open when its code ends: The session ends with it',
  );
  await lab.rule('A device is registered while a code is active', 'The code ends');
  await lab.signInByCode(await lab.issueToDana());
  await lab.phone.getByRole('button', { name: 'Get a new phone' }).click();
  await lab.press(lab.user, 'Security');
  await lab.press(lab.user, 'Register a device');
  await lab.phone.getByRole('button', { name: 'Pair with Onvio' }).click();
  await expect(lab.happenings).toContainText('code ends: a device is registered');
  await expect(lab.user.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await lab.rule('A second factor is due, nothing is paired and no code is active', 'Only a code lets the person in');
  await lab.persona('user', 'Elif Kaya');
  await lab.password();
  await expect(lab.user.getByRole('heading', { name: 'One more step' })).toBeVisible();
});
