// Whoever plays the rep looks at the whole lab: a caller drawn by chance is a secret until the request is decided, a code
// that was read out says to whom, and the caller's words stay readable while the next ones are chosen.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { LabPage } from './lab-page';

/** Somebody who claims to be Priya turns to Support; the dialog, with that chosen. */
async function somebody(lab: LabPage, really: RegExp): Promise<Locator> {
  await lab.support.getByRole('button', { name: 'New caller…' }).click();
  const dialog = lab.surface.getByRole('dialog', { name: 'Somebody turns to Support' });
  await dialog.getByLabel('Who it is, or claims to be').selectOption({ label: 'Priya Lowe' });
  await dialog.getByRole('radio', { name: really }).check();
  return dialog;
}

const answer = (lab: LabPage): Promise<void> =>
  lab.support.getByRole('button', { name: 'Answer', exact: true }).click();

/** What would tell that it is a stranger, or that it is not. */
const TELLTALE = /stranger|wrong|It was|Priya (says|answers|insists|does not)|on file|look alike/;

test('chance decides who calls, and nothing on the screen tells before the request is decided', async ({ page }) => {
  const lab = await LabPage.open(page);
  await test.step('what a caller knows is nothing to be chosen then', async () => {
    const dialog = await somebody(lab, /^No, somebody else/);
    await expect(dialog.getByRole('group', { name: 'What the stranger knows' })).toBeVisible();
    await dialog.getByRole('radio', { name: 'Let chance decide, and do not tell me' }).check();
    await expect(dialog.getByRole('group', { name: /^What .* knows/ })).toHaveCount(0);
    await expect(dialog).toContainText('Two in three are who they say.');
    await dialog.getByRole('button', { name: 'Call Support' }).click();
  });

  await test.step('the list says what the rep could know, after a reload too', async () => {
    await answer(lab);
    await lab.onCall('Ask…', 'What is your licence PIN?');
    await lab.onCall('Ask…', "What is your firm's address?");
    await lab.onCall('Say…', 'I am not allowed to tell you that.');
    for (const time of ['at once', 'after a reload']) {
      await expect(lab.happenings, time).toContainText('Somebody who claims to be Priya Lowe calls Support');
      await expect(lab.happenings, time).toContainText(/The caller (says a licence PIN|does not know the PIN)/);
      await expect(lab.happenings, time).not.toContainText(TELLTALE);
      await expect(lab.support, time).not.toContainText(/stranger|somebody else/i);
      await page.reload();
      await lab.ready();
    }
  });

  await test.step('hanging up tells nothing but when it will be told', async () => {
    await lab.support.getByRole('button', { name: 'Hang up' }).click();
    await expect(lab.happenings).toContainText('Who it was is told once the request is passed on or sent back');
    await expect(lab.happenings).not.toContainText(/It was/);
  });

  await test.step('sent back, it is said plainly, and never at the desk itself', async () => {
    await lab.press(lab.support, 'Requests');
    await lab.support.getByRole('button', { name: 'Send back' }).click();
    const truth = /It was (really Priya Lowe|a stranger, who only claimed to be Priya Lowe)/;
    await expect(lab.happenings).toContainText(truth);
    const said = (await lab.happenings.getByText(truth).textContent()) ?? '';
    // Above the desks, where nobody has to look for it; until something is done.
    const news = page.getByRole('region', { name: 'News', exact: true });
    await expect(news).toContainText(truth.exec(said)?.[0] ?? 'nothing');
    await expect(news).toContainText('was sent back.');
    await expect(page.getByRole('status').filter({ hasText: 'was sent back.' })).toHaveCount(1);
    await page.reload();
    await lab.ready();
    await expect(lab.happenings).toContainText(said.trim());
    await expect(lab.support).not.toContainText(/stranger|somebody else|really/i);
  });
});

test('a code that was read to a stranger says to whom, and is not offered again', async ({ page }) => {
  const lab = await LabPage.open(page);
  await lab.press(lab.admin, 'Sign out');
  await lab.persona('user', 'Priya Lowe');
  await lab.phone.getByRole('button', { name: 'Lose it' }).click();
  const dialog = await somebody(lab, /^No, somebody else/);
  await dialog.getByRole('radio', { name: 'Issue a code for' }).check();
  await dialog.getByLabel('Person').selectOption({ label: 'Priya Lowe' });
  await dialog.getByLabel("Firm's address").selectOption({ label: 'knows it' });
  await dialog.getByRole('button', { name: 'Call Support' }).click();
  await lab.verifyByAddress();
  await lab.walk(lab.support, 'Pass on to the portal tech', 'Code tool', 'Generate a code', 'Read it to Priya');
  const read = lab.support.getByRole('button', { name: 'Read to whoever asked as Priya, at 09:00' });
  await expect(read).toHaveAttribute('aria-disabled', 'true');
  await expect(lab.support).toContainText('It was read out. Whoever leaves this page does not see it here again.');
  await expect(lab.support.getByRole('button', { name: 'Read it to Priya' })).toHaveCount(0);
  await expect(lab.support).not.toContainText(/stranger|somebody else/i);
  await expect(lab.happenings).toContainText('The code is read to somebody who only claimed to be Priya Lowe');
  await expect(lab.situation).toContainText('it was read to somebody who only claimed to be Priya');

  // Regression: whoever called next was served before the portal tech's page, with the code of the call before on it.
  await lab.press(lab.support, 'Hang up');
  await (await somebody(lab, /^No, somebody else/)).getByRole('button', { name: 'Call Support' }).click();
  await answer(lab);
  await expect(lab.support.getByRole('heading', { name: 'Requests' })).toBeVisible();
  await expect(lab.support).not.toContainText('It was read out');
  await expect(lab.support).toContainText('Sam Reyes (rep)');
});

/** Where something stands on the page. */
async function boxOf(place: Locator): Promise<{ top: number; bottom: number }> {
  const box = await place.boundingBox();
  if (box === null) throw new Error('It is not drawn.');
  return { top: box.y, bottom: box.y + box.height };
}

async function onTheLine(page: Page): Promise<LabPage> {
  const lab = await LabPage.open(page);
  const choice = page.getByRole('navigation', { name: 'Desk in view' }).getByRole('button', { name: 'Support' });
  if (await choice.isVisible()) await choice.click();
  await (await somebody(lab, /^No, somebody else/)).getByRole('button', { name: 'Call Support' }).click();
  await answer(lab);
  await lab.onCall('Say…', 'I am not allowed to tell you that.');
  return lab;
}

for (const [width, height] of [
  [1440, 900],
  [768, 900],
  [320, 640],
] as const) {
  const title = `what the caller said last stays readable under every menu, ${width} by ${height}`;
  test(title, { tag: width === 320 ? [] : '@long' }, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const lab = await onTheLine(page);
    const words = lab.support.getByRole('list', { name: 'Said last' });
    await expect(words).toContainText('Just the first two digits?');
    for (const [button, title] of [
      ['Ask…', 'Ask the caller'],
      ['Say…', 'Say to the caller'],
      ['Read out…', 'Read out what is on file: a disclosure'],
    ] as const) {
      await lab.support.getByRole('button', { name: button }).click();
      const menu = lab.support.getByRole('group', { name: title });
      await menu.getByRole('button').last().focus();
      await expect(async () => {
        const [said, open] = [await boxOf(words), await boxOf(menu)];
        expect(said.top).toBeGreaterThanOrEqual(0);
        expect(open.top).toBeGreaterThanOrEqual(said.bottom);
        expect(open.bottom).toBeLessThanOrEqual(height);
        expect(open.bottom - open.top).toBeGreaterThan(150);
      }).toPass();
      await page.keyboard.press('Escape');
      await expect(menu).toBeHidden();
      await expect(lab.support.getByRole('button', { name: button })).toBeFocused();
    }
  });
}

test('with a caller on the line the tools keep room to work in, 1440 by 900', async ({ page }) => {
  const lab = await onTheLine(page);
  // Far enough down the request that the checklist has begun; nothing was scrolled.
  await expect(lab.support.getByText('One of these is enough.')).toBeInViewport({ ratio: 1 });
});
