// The support desk, in the order of the facts: who is served, how the rep makes sure who it is, what is never said, and
// where the tools load. By the articles' words.
import { expect, test } from '@playwright/test';
import { LabPage } from './lab-page';

/** Somebody turns to Support by the desk's own door; the dialog, with the person chosen. */
async function newCaller(lab: LabPage, name: string) {
  await lab.support.getByRole('button', { name: 'New caller…' }).click();
  const dialog = lab.surface.getByRole('dialog', { name: 'Somebody turns to Support' });
  await dialog.getByLabel('Who it is, or claims to be').selectOption({ label: name });
  return dialog;
}

test(
  'a client is sent to their firm; an admin is served once the primary admin is known (ONV-12, ONV-13)',
  { tag: '@long' },
  async ({ page }) => {
    const lab = await LabPage.open(page);
    await test.step('Ines is a client: the directory says so, and she is sent to her firm', async () => {
      const dialog = await newCaller(lab, 'Ines Okafor');
      await dialog.getByRole('button', { name: 'Call Support' }).click();
      await lab.support.getByRole('button', { name: 'Answer', exact: true }).click();
      await lab.onCall('Ask…', 'Who are you, and which firm are you with?');
      await expect(lab.support.getByRole('list', { name: 'Said last' })).toContainText('Ines Okafor, Birch & Lowe.');
      await lab.press(lab.support, 'Directory');
      await lab.support.getByRole('searchbox').fill('okafor');
      await expect(lab.support.getByRole('row', { name: /Ines Okafor/ })).toContainText('Client');
      await lab.onCall('Say…', 'An admin of your firm can issue the code. Please ask there.');
      await expect(lab.support.getByRole('list', { name: 'Said last' })).toContainText('I will ask my accountant');
      await lab.support.getByRole('button', { name: 'Hang up' }).click();
      await lab.press(lab.support, 'Requests');
      await expect(lab.support).toContainText('Sent back');
    });

    await test.step("Priya's own request waits until the rep has looked up who the primary admin is", async () => {
      await lab.callSupport('Issue a code for', 'Priya Lowe');
      await lab.support.getByRole('button', { name: 'Answer', exact: true }).click();
      await expect(lab.support).toContainText('Primary admin: not looked up yet.');
      await expect(lab.support).toContainText("Look up first who the firm's primary admin is");
      await lab.press(lab.support, 'Primary admin');
      await lab.findFirm('Find the primary admin', 'no such firm');
      await expect(lab.support.getByRole('alert')).toContainText('You typed “no such firm”');
      await lab.findFirm('Find the primary admin');
      await expect(lab.support.getByRole('heading', { name: 'Birch & Lowe' })).toBeVisible();
      await expect(lab.support).toContainText('priya@birchlowe.example');
      await lab.press(lab.support, 'Requests');
      await expect(lab.support).toContainText('Primary admin: looked up.');
    });
  },
);

test(
  'the PIN behind its menus, the mail with it, and the letter of revision 1 (ONV-14, ONV-16, ONV-17)',
  { tag: '@long' },
  async ({ page }) => {
    const lab = await LabPage.open(page);
    await lab.callSupport('Issue a code for', 'Priya Lowe');
    await lab.support.getByRole('button', { name: 'Answer', exact: true }).click();
    await lab.onCall('Ask…', 'What is your licence PIN?');
    const said = await lab.support
      .getByRole('list', { name: 'Said last' })
      .getByText(/^\d{3} \d{3}$/)
      .textContent();

    await test.step('the licence system has the PIN behind its menus, and the address at the foot', async () => {
      await lab.press(lab.support, 'Primary admin');
      await lab.findFirm('Find the primary admin');
      await lab.walk(lab.support, 'Applications', 'Licenses');
      await lab.findFirm('Find the firm');
      await lab.press(lab.support, 'License/Access PIN');
      await expect(lab.support).toContainText(said ?? 'a PIN');
      await expect(lab.support).toContainText('Never read it to a caller');
      await expect(lab.support).toContainText('14 Alder Row, Millbrook');
    });

    await test.step('it is confirmed by mail, from the address on file', async () => {
      await lab.onCall('Say…', 'Please mail us the PIN, from the address we have on file.');
      await lab.press(lab.support, 'Inbox');
      await lab.support.getByText('Our licence PIN', { exact: true }).click();
      await expect(lab.support).toContainText('priya@birchlowe.example');
      await lab.press(lab.support, 'Requests');
      await lab.support.getByRole('button', { name: 'Matches: the mail with the PIN' }).first().click();
      await lab.press(lab.support, 'Pass on by mail');
      await expect(lab.support).toContainText('Passed on to the portal tech, by mail');
    });

    await test.step('revision 1 asks for a signed letter instead, which comes in as a scan', async () => {
      await lab.revision(1);
      await expect(lab.happenings).toContainText('The product is set to revision 1');
      await lab.support.getByRole('button', { name: 'Hang up' }).click();
      await lab.callSupport('Issue a code for', 'Priya Lowe');
      await lab.support.getByRole('button', { name: 'Answer', exact: true }).click();
      await lab.support.getByRole('button', { name: 'Ask…' }).click();
      await expect(lab.support.getByRole('button', { name: 'What is your licence PIN?' })).toHaveCount(0);
      await page.keyboard.press('Escape');
      await lab.onCall('Say…', "Please send us a signed request on your firm's letterhead.");
      await lab.press(lab.support, 'Inbox');
      await lab.support.getByText('Signed request', { exact: true }).click();
      await expect(lab.support).toContainText(/Signed:\s*Priya Lowe/);
      await lab.press(lab.support, 'Requests');
      await lab.support.getByRole('button', { name: 'Matches: the letter' }).click();
      await expect(lab.support).toContainText('Matches');
    });
  },
);

test(
  'the PIN is never read out: it stands there as a disclosure, and proves nothing (ONV-15)',
  { tag: '@long' },
  async ({ page }) => {
    const lab = await LabPage.open(page);
    await test.step('an admin who is signed in finds it under Manage Firm; nobody else sees that page', async () => {
      await lab.press(lab.admin, 'Manage Firm');
      await expect(lab.admin).toContainText(/\d{3} \d{3}/);
      await lab.issueToDana();
      await expect(lab.user.getByRole('button', { name: 'Manage Firm' })).toHaveCount(0);
    });

    await test.step('a caller who forgot it is told where to look, and asks for it instead', async () => {
      const dialog = await newCaller(lab, 'Priya Lowe');
      await dialog.getByRole('radio', { name: 'Issue a code for' }).check();
      await dialog.getByRole('radio', { name: 'No, somebody else' }).check();
      await dialog.getByRole('button', { name: 'Call Support' }).click();
      await lab.support.getByRole('button', { name: 'Answer', exact: true }).click();
      await lab.onCall('Ask…', 'What is your licence PIN?');
      await expect(lab.support.getByRole('list', { name: 'Said last' })).toContainText('could you read it to me?');
      await lab.onCall('Say…', 'Sign in and look under Manage Firm: the PIN stands there.');
      await expect(lab.support.getByRole('list', { name: 'Said last' })).toContainText('But I cannot sign in.');
      await lab.onCall('Say…', 'I am not allowed to tell you that.');
      await expect(lab.support.getByRole('list', { name: 'Said last' })).toContainText('Just the first two digits?');
    });

    await test.step('reading it out is possible, is on record, and ends what it was worth', async () => {
      await lab.onCall('Read out…', 'Read the PIN out');
      await expect(lab.support).toContainText(
        'It is not before you yet; look the firm up in the licence system first.',
      );
      await lab.walk(lab.support, 'Applications', 'Licenses');
      await lab.findFirm('Find the firm');
      await lab.press(lab.support, 'License/Access PIN');
      await lab.onCall('Read out…', 'Read the PIN out');
      await expect(lab.support.getByRole('list', { name: 'Said last' })).toContainText('disclosed');
      await expect(lab.happenings).toContainText('reads the licence PIN out: a disclosure');
      await lab.press(lab.support, 'Requests');
      await expect(lab.support).toContainText(
        'It was read out on this call, or a part of it: it proves nothing any more',
      );
      await lab.onCall('Say…', 'Please mail us the PIN, from the address we have on file.');
      await lab.press(lab.support, 'Requests');
      await expect(lab.support).toContainText('It was read out to the caller, so it proves nothing any more');
    });

    await test.step('nothing at the desk says that it is a stranger; the observer knows', async () => {
      await expect(lab.support).not.toContainText(/stranger|somebody else/i);
      await expect(lab.happenings).toContainText('Somebody who claims to be Priya Lowe');
    });
  },
);

test('off the support workstation the tools do not load; the phone does (ONV-19)', async ({ page }) => {
  const lab = await LabPage.open(page);
  await lab.support.getByLabel('Where Sam sits').selectOption({ label: 'Another computer' });
  await expect(lab.support).toContainText('This page did not load');
  await expect(lab.support.getByRole('button', { name: 'Requests', exact: true })).toHaveCount(0);
  await lab.callSupport('Issue a code for', 'Priya Lowe');
  await lab.support.getByRole('button', { name: 'Answer', exact: true }).click();
  await lab.onCall('Ask…', "What is your firm's address?");
  await expect(lab.support.getByRole('list', { name: 'Said last' })).toContainText('14 Alder Row, Millbrook');
  await page.reload();
  await lab.ready();
  await expect(lab.support).toContainText('This page did not load');
  await expect(lab.support.getByRole('list', { name: 'Said last' })).toContainText('14 Alder Row, Millbrook');
  await lab.support.getByRole('button', { name: 'Go to the support workstation' }).click();
  await expect(lab.support.getByRole('button', { name: 'Requests', exact: true })).toBeVisible();
});
