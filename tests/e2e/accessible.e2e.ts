// axe on every screen and state, in both themes and at three widths; and what axe cannot see: room at 320 pixels, large
// text, targets, forced colours.
import { expect, test } from '@playwright/test';
import { findingsIn, show, WIDTHS } from './findings';
import { LabPage } from './lab-page';

for (const width of WIDTHS) {
  test(`light and dark, ${width} pixels wide: nothing found on any screen or state`, async ({ page }) => {
    test.setTimeout(300_000);
    const found: string[] = [];
    const examine = async (state: string, isWhole?: true) =>
      void found.push(...(await findingsIn(page, state, isWhole === undefined ? {} : { isWhole })));
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/');
    await examine('home');
    const lab = await LabPage.open(page);
    await examine('the story opens, Dana before an unanswered prompt');
    await show(page, 'Firm admin');
    await lab.walk(lab.admin, 'Setup', 'Staff');
    await examine('the list of staff');
    await lab.walk(lab.admin, 'Edit Dana Whitlock');
    await examine('a person, general');
    await lab.walk(lab.admin, 'Onvio Access', 'View Setting');
    await examine('the panel');
    await lab.issueHere();
    await examine('a code shown once');
    await lab.press(lab.admin, 'Read it to Dana');
    await lab.walk(
      lab.admin,
      'Clients',
      'Edit Jonas Lindqvist',
      'Client Centre Access',
      'Show Details',
      'View Settings',
    );
    await examine('a client, details shown');
    await lab.walk(lab.admin, 'Staff', 'Edit Priya Lowe', 'Onvio Access', 'View Setting');
    await examine('a link that would be refused');
    await show(page, 'User');
    await lab.password(/An old one/);
    await examine('a wrong password');
    await lab.password();
    await examine('a code is due');
    await lab.press(lab.user, 'enter a code');
    await lab.user.getByRole('textbox', { name: 'Temporary code' }).fill('1234');
    await lab.press(lab.user, 'Sign in');
    await examine('a wrong code, with a note beside it');
    await lab.user.getByRole('button', { name: 'Type it from the note' }).click();
    await lab.press(lab.user, 'Sign in');
    await lab.expectSignedIn();
    await lab.press(lab.user, 'Security');
    await lab.press(lab.user, 'Register a device');
    await lab.phone.getByRole('button', { name: 'Get a new phone' }).click();
    await examine('registering a new phone');
    await lab.phone.getByRole('button', { name: 'Pair with Onvio' }).click();
    await lab.signOut();
    await lab.persona('user', 'Marcus Oyelaran');
    await lab.password();
    await examine('a prompt waits on the phone');
    await lab.persona('user', 'Elif Kaya');
    await lab.password();
    await examine('registering a device at sign-in');
    await show(page, 'Firm admin');
    await page.getByRole('button', { name: 'Ask Support…' }).click();
    await examine('asking Support');
    await page.getByRole('dialog').getByRole('button', { name: 'Call Support' }).click();
    await show(page, 'Support');
    await expect(lab.support.getByRole('heading', { name: 'A call comes in' })).toBeVisible();
    await examine('the phone rings');
    await lab.verifyByAddress();
    await lab.press(lab.support, 'Pass on to the portal tech');
    await lab.press(lab.support, 'Code tool');
    await examine('the code tool');
    await lab.happenings.getByRole('button', { name: /^Why/ }).first().click();
    await examine('a reason is open', true);
    await lab.move('+24 h');
    await examine('the code has ended', true);
    await page.getByRole('button', { name: 'Rules…' }).click();
    await examine('the rules in force');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Reset…' }).click();
    await expect(page.getByRole('dialog').getByRole('radio').first()).toBeVisible();
    await examine('beginning anew');
    await page.getByRole('dialog').getByRole('button', { name: 'Begin anew' }).click();
    await expect(page.getByRole('button', { name: 'Undo reset' })).toBeVisible();
    await examine('a reset that can be undone', true);
    expect(found).toEqual([]);
  });
}

for (const width of WIDTHS) {
  test(`light and dark, ${width} pixels wide: nothing found at the support desk`, async ({ page }) => {
    test.setTimeout(300_000);
    const found: string[] = [];
    const examine = async (state: string) => void found.push(...(await findingsIn(page, state)));
    await page.setViewportSize({ width, height: 900 });
    const lab = await LabPage.open(page);
    await show(page, 'Firm admin');
    await lab.press(lab.admin, 'Manage Firm');
    await examine('Manage Firm');
    await lab.callSupport('Issue a code for', 'Priya Lowe');
    await show(page, 'Support');
    await lab.verifyByAddress();
    await examine('a call on the line, and the checklist');
    await lab.walk(lab.support, 'Applications', 'Licenses');
    await lab.findFirm('Find the firm');
    await lab.press(lab.support, 'License/Access PIN');
    await expect(lab.support.getByRole('heading', { name: 'License/Access PIN' })).toBeVisible();
    await examine('the licence PIN');
    await lab.support.getByRole('button', { name: 'Read out…' }).click();
    await examine('what can be read out');
    await lab.press(lab.support, 'Read the PIN out');
    await lab.onCall('Say…', 'Please mail us the PIN, from the address we have on file.');
    await lab.press(lab.support, 'Inbox');
    await lab.support.getByText('Our licence PIN', { exact: true }).click();
    await examine('a mail in the inbox');
    await lab.press(lab.support, 'Directory');
    await expect(lab.support.getByRole('table')).toBeVisible();
    await examine('the directory');
    await lab.support.getByRole('button', { name: 'Hang up' }).click();
    await lab.support.getByLabel('Where Sam sits').selectOption('elsewhere');
    await expect(lab.support).toContainText('This page did not load');
    await examine('away from the workstation');
    await lab.support.getByRole('button', { name: 'Go to the support workstation' }).click();
    await lab.support.getByRole('button', { name: 'New caller…' }).click();
    await page.getByRole('dialog').getByRole('radio', { name: 'No, somebody else' }).check();
    await examine('a stranger calls');
    await page.getByRole('dialog').getByRole('radio', { name: 'Let chance decide' }).check();
    await examine('chance decides who calls');
    await page.keyboard.press('Escape');
    expect(found).toEqual([]);
  });
}

test('every target is at least 24 by 24 pixels, or stands in a line of text', async ({ page }) => {
  const lab = await LabPage.open(page);
  await lab.issueToDana();
  for (const width of [1440, 768, 320]) {
    await page.setViewportSize({ width, height: 900 });
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, a, select, input, summary')]
        .filter((element) => element.offsetParent !== null && element.closest('label') === null)
        .filter((element) => element.offsetWidth < 24 || element.offsetHeight < 24)
        .map((element) => element.outerHTML.slice(0, 90)),
    );
    expect(small).toEqual([]);
  }
});

test('nothing is set smaller than 13 pixels', async ({ page }) => {
  await LabPage.open(page);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement | SVGTextElement>('body *')]
      .filter((element) =>
        [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== ''),
      )
      .filter((element) => !['SCRIPT', 'STYLE', 'TITLE', 'title'].includes(element.tagName))
      .filter((element) => parseFloat(getComputedStyle(element).fontSize) < 13)
      .map((element) => `${element.tagName}: ${element.textContent?.slice(0, 40)}`),
  );
  expect(small).toEqual([]);
});

test('twice the text size loses nothing and needs no sideways scrolling', async ({ page }) => {
  await LabPage.open(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.addStyleTag({ content: 'html { font-size: 200% }' }).catch(() => undefined);
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  const room = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(room).toBeLessThanOrEqual(0);
  await expect(page.getByRole('region', { name: 'Simulated time', exact: true })).toBeVisible();
  // Regression: the desks shrank to nothing, in a page that did not scroll.
  for (const [desk, heading] of [
    ['Firm admin', 'Home'],
    ['Support desk', 'Requests'],
  ] as const) {
    const shown = page.getByRole('region', { name: desk, exact: true }).getByRole('heading', { name: heading });
    await shown.scrollIntoViewIfNeeded();
    const isInFront = await shown.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2) === element;
    });
    expect(isInFront, heading).toBe(true);
  }
});

test('in forced colours every control keeps a border', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const lab = await LabPage.open(page);
  const width = await lab.time
    .getByRole('button', { name: '+1 h' })
    .evaluate((element) => getComputedStyle(element).borderTopWidth);
  expect(parseFloat(width)).toBeGreaterThanOrEqual(1);
});
