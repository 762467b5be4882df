// Onvio, both revisions of its article, in the order of the facts and by the words of the article. One walk: what single
// facts mean in every policy, and what goes wrong on the way, is looked at in the tests beside this one.
import { expect, test } from '@playwright/test';
import { LabPage } from './lab-page';

test('Onvio by the words of its article, in the order of its facts (ONV-1 to ONV-19)', async ({ page }) => {
  // Nineteen facts, each with the story that it needs.
  test.setTimeout(300_000);
  const lab = await LabPage.open(page);
  const said = lab.support.getByRole('list', { name: 'Said last' });
  const answer = () => lab.support.getByRole('button', { name: 'Answer', exact: true }).click();
  const register = lab.user.getByRole('heading', { name: 'Register a device to go on' });
  const goneOff = lab.happenings
    .getByRole('listitem')
    .filter({ hasText: 'MFA goes off for Dana Whitlock', hasNotText: 'by itself, in' });

  await test.step('ONV-1: who cannot complete MFA asks the firm’s admin for a temporary, 24-hour code', async () => {
    await expect(lab.situation).toContainText('Dana is locked out');
    await expect(lab.situation).toContainText('Priya Lowe can issue a code');
  });

  await test.step('ONV-2: rights go by area', async () => {
    await lab.persona('admin', 'Tom Birch');
    await lab.press(lab.admin, 'Setup');
    await expect(lab.admin.getByRole('button', { name: 'Clients', exact: true })).toBeVisible();
    await expect(lab.admin.getByRole('button', { name: 'Staff', exact: true })).toBeHidden();
    await lab.persona('admin', 'Priya Lowe');
  });

  const code = await test.step('ONV-3: the way to the code for staff', async () => {
    await lab.walk(lab.admin, 'Setup', 'Staff', 'Edit Dana Whitlock', 'Onvio Access', 'View Setting');
    return lab.issueHere();
  });

  await test.step('ONV-4: the way to the code for clients, in the spelling of each revision', async () => {
    await lab.revision(1);
    await lab.walk(lab.admin, 'Clients', 'Edit Ines Okafor', 'Client Center Access', 'Show Details', 'View Settings');
    await lab.revision(2);
    await lab.walk(lab.admin, 'Clients', 'Edit Ines Okafor', 'Client Centre Access', 'Show Details', 'View Settings');
    await lab.issueHere();
  });

  await test.step('ONV-5: the person signs in by “enter a code”', async () => {
    await lab.press(lab.user, 'enter a code');
    await expect(lab.user.getByRole('textbox', { name: 'Temporary code' })).toBeVisible();
    await lab.enterCode(code);
    await lab.expectSignedIn();
    await lab.signOut();
  });

  await test.step('ONV-6: it expires 24 hours after it was generated', async () => {
    await lab.justBefore();
    await expect(lab.clock).toHaveText('Tue 10 Mar 08:59:59');
    await lab.signInByCode(code);
    await lab.expectSignedIn();
    await lab.signOut();
    await lab.next();
    await lab.signInByCode(code);
    await expect(lab.refusal).toContainText('This code stopped working at 09:00');
  });

  await test.step('ONV-7: an admin cannot remove a code; the primary admin turns to Support', async () => {
    await lab.beginAnew();
    await lab.issueToDana();
    await expect(lab.admin.getByRole('button', { name: /remove/i })).toHaveCount(0);
    await lab.callSupport('Remove the code of', 'Dana Whitlock');
    await lab.verifyByAddress();
    await lab.press(lab.support, 'Pass on to the portal tech');
    await lab.walk(lab.support, 'Code tool', 'Remove the code');
    await expect(lab.happenings).toContainText("Dana Whitlock's code is removed");
  });

  await test.step('ONV-8a: optional, revision 1: the code keeps MFA in place, and its end switches MFA off', async () => {
    await lab.revision(1);
    await lab.enforce('optional');
    await lab.signInByCode(await lab.issueHere());
    await lab.disconnectAll();
    await expect(goneOff).toHaveCount(0);
    await lab.signOut();
    await lab.next();
    await expect(goneOff).toHaveCount(1);
    await lab.password();
    await lab.expectSignedIn();
  });

  await test.step('ONV-8b: optional, revision 2: MFA is off as soon as all devices are disconnected', async () => {
    await lab.beginAnew();
    await lab.revision(2);
    await lab.signInByCode(await lab.issueToDana());
    await lab.disconnectAll();
    await expect(goneOff).toHaveCount(1);
    await lab.signOut();
    await lab.password();
    await lab.expectSignedIn();
  });

  await test.step('ONV-8c: or, by the setting, another code or a device is needed after the end', async () => {
    await lab.beginAnew();
    await lab.revision(1);
    await lab.rule(
      'MFA optional: the last device is disconnected while a code is active',
      "MFA stays on; after the code's end another code or a device is needed",
    );
    await lab.signInByCode(await lab.issueToDana());
    await lab.disconnectAll();
    await lab.signOut();
    await lab.next();
    await lab.password();
    await expect(register).toBeVisible();
    await expect(goneOff).toHaveCount(0);
  });

  await test.step('ONV-9: required: the code until its end, then a device or another code', async () => {
    await lab.enforce('required');
    await lab.beginAnew();
    await lab.signInByCode(await lab.issueToDana());
    await lab.disconnectAll();
    await lab.signOut();
    await lab.next();
    await lab.password();
    await expect(register).toBeVisible();
    await lab.enterCode(await lab.issueHere());
    await lab.expectSignedIn();
  });

  await test.step('ONV-10: an active code stands in the way of the app, until it is removed', async () => {
    await lab.beginAnew();
    await lab.revision(2);
    await lab.issueToDana();
    await lab.phone.getByRole('button', { name: 'Find it' }).click();
    await lab.password();
    await expect(lab.user).toContainText('The authenticator app is not asked.');
    await lab.callSupport('Remove the code of', 'Dana Whitlock');
    await lab.verifyByAddress();
    await lab.press(lab.support, 'Pass on to the portal tech');
    await lab.walk(lab.support, 'Code tool', 'Remove the code');
    await lab.press(lab.user, 'Send a prompt');
    await lab.phone.getByRole('button', { name: 'Approve' }).click();
    await lab.expectSignedIn();
    await lab.signOut();
  });

  await test.step('ONV-11: a newly generated code replaces the earlier one', async () => {
    const earlier = await lab.issueHere();
    const later = await lab.issueHere();
    await lab.signInByCode(earlier);
    await expect(lab.refusal).toContainText('A newer code replaced this one at 09:00.');
    await lab.enterCode(later);
    await lab.expectSignedIn();
  });

  await test.step('ONV-12: a client who calls is sent back to their firm', async () => {
    await lab.beginAnew();
    await lab.support.getByRole('button', { name: 'New caller…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Somebody turns to Support' });
    await dialog.getByLabel('Who it is, or claims to be').selectOption({ label: 'Ines Okafor' });
    await dialog.getByRole('button', { name: 'Call Support' }).click();
    await answer();
    await lab.press(lab.support, 'Directory');
    await lab.support.getByRole('searchbox').fill('okafor');
    await expect(lab.support.getByRole('row', { name: /Ines Okafor/ })).toContainText('Client');
    await lab.onCall('Say…', 'An admin of your firm can issue the code. Please ask there.');
    await expect(said).toContainText('I will ask my accountant');
    await lab.support.getByRole('button', { name: 'Hang up' }).click();
  });

  await test.step('ONV-13: for an admin the rep first establishes who the primary admin is', async () => {
    await lab.callSupport('Issue a code for', 'Priya Lowe');
    await answer();
    await lab.press(lab.support, 'Requests');
    await expect(lab.support).toContainText("Look up first who the firm's primary admin is");
    await lab.press(lab.support, 'Primary admin');
    await lab.findFirm('Find the primary admin');
    await expect(lab.support).toContainText('priya@birchlowe.example');
  });

  await test.step('ONV-14: the caller says the PIN; the licence system has it behind its menus, and the address at the foot', async () => {
    await lab.onCall('Ask…', 'What is your licence PIN?');
    const pin = (await said.getByText(/^\d{3} \d{3}$/).textContent()) ?? 'a PIN';
    await lab.walk(lab.support, 'Applications', 'Licenses');
    await lab.findFirm('Find the firm');
    await expect(lab.support).toContainText('14 Alder Row, Millbrook');
    await lab.press(lab.support, 'License/Access PIN');
    await expect(lab.support).toContainText(pin);
  });

  await test.step('ONV-15: the PIN is never read out; who forgot it looks under Manage Firm', async () => {
    await expect(lab.support).toContainText('Never read it to a caller');
    await lab.onCall('Say…', 'Sign in and look under Manage Firm: the PIN stands there.');
    await lab.press(lab.admin, 'Manage Firm');
    await expect(lab.admin).toContainText(/\d{3} \d{3}/);
  });

  await test.step('ONV-16: the caller mails the PIN, from an address on file, and the rep compares', async () => {
    await lab.onCall('Say…', 'Please mail us the PIN, from the address we have on file.');
    await lab.press(lab.support, 'Inbox');
    await lab.support.getByText('Our licence PIN', { exact: true }).click();
    await expect(lab.support).toContainText('priya@birchlowe.example');
    await lab.press(lab.support, 'Requests');
    await lab.support.getByRole('button', { name: 'Matches: the mail with the PIN' }).first().click();
  });

  await test.step('ONV-17: revision 1 asks for a signed request on letterhead instead', async () => {
    await lab.support.getByRole('button', { name: 'Hang up' }).click();
    await lab.beginAnew();
    await lab.revision(1);
    await lab.callSupport('Issue a code for', 'Priya Lowe');
    await answer();
    await lab.press(lab.support, 'Primary admin');
    await lab.findFirm('Find the primary admin');
    await lab.onCall('Say…', "Please send us a signed request on your firm's letterhead.");
    await lab.press(lab.support, 'Inbox');
    await lab.support.getByText('Signed request', { exact: true }).click();
    await expect(lab.support).toContainText(/Signed:\s*Priya Lowe/);
    await lab.press(lab.support, 'Requests');
    await lab.support.getByRole('button', { name: 'Matches: the letter' }).click();
  });

  await test.step('ONV-18: passed on to the portal tech, by the queue or by mail, who issues the code', async () => {
    await lab.press(lab.support, 'Pass on by mail');
    await expect(lab.support).toContainText('Passed on to the portal tech, by mail');
    await lab.walk(lab.support, 'Code tool', 'Generate a code');
    await expect(lab.support.locator('[data-code]')).toHaveText(/^\d{4} \d{4}$/);
  });

  await test.step('ONV-19: away from the support workstation the tools do not load', async () => {
    await lab.support.getByLabel('Where Sam sits').selectOption({ label: 'Another computer' });
    await expect(lab.support).toContainText('This page did not load');
    await expect(lab.support.getByRole('button', { name: 'Requests', exact: true })).toHaveCount(0);
  });
});
