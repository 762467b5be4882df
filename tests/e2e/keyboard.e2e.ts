// The whole story once by keyboard alone: only Tab, Shift+Tab, Enter, Space, arrows and typing.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { LabPage } from './lab-page';

const TABS_MAX = 150;

/** Tabs on until the control has the focus; fails where it never gets there or the focus cannot be seen. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible();
  for (let presses = 0; presses < TABS_MAX; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) {
      const isSeen = await control.evaluate((element) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
      });
      expect(isSeen, 'the focus is seen').toBe(true);
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard never reached ${control.toString()}.`);
}

async function pressByKey(page: Page, control: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press(key);
}

test('the first thing that Tab comes to leads past the desks, to the clock and the timeline', async ({ page }) => {
  const lab = await LabPage.open(page);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('button', { name: 'Skip to the clock and the timeline' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Enter');
  await expect(lab.time).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(lab.time.getByRole('button').first()).toBeFocused();
});

test('the story by keyboard alone', async ({ page }) => {
  await page.goto('/');
  await pressByKey(page, page.getByRole('link', { name: /Open the story/ }));
  const lab = new LabPage(page);
  await lab.ready();
  const admin = (name: string) => lab.admin.getByRole('button', { name, exact: true });
  for (const name of [
    'Setup',
    'Staff',
    'Edit Dana Whitlock',
    'Onvio Access',
    'View Setting',
    'generate a temporary, 24-hour code',
  ]) {
    await pressByKey(page, admin(name));
  }
  await expect(lab.issuedCode).toHaveText(/^\d{4} \d{4}$/);
  const code = (await lab.issuedCode.textContent()) ?? '';
  await pressByKey(page, admin('Read it to Dana'), 'Space');
  await pressByKey(page, lab.user.getByRole('button', { name: 'enter a code' }));
  await tabTo(page, lab.user.getByRole('textbox', { name: 'Temporary code' }));
  await page.keyboard.type('0000');
  await page.keyboard.press('Enter');
  await expect(lab.refusal).toContainText('That is not the code');
  await expect(lab.user.getByRole('textbox', { name: 'Temporary code' })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
  await lab.expectSignedIn();
  await expect(lab.user.getByRole('heading', { name: 'Home' })).toBeFocused();
  await pressByKey(page, lab.user.getByRole('button', { name: 'Security' }));
  await pressByKey(page, lab.user.getByRole('button', { name: /^Disconnect/ }));
  await expect(lab.user).toContainText('No device is paired');
  await pressByKey(page, lab.time.getByRole('button', { name: /^Next:/ }));
  await expect(lab.clock).toHaveText('Tue 10 Mar 09:00:00');
  await pressByKey(page, lab.happenings.getByRole('button', { name: /^Why/ }).first());
  await expect(lab.why).toContainText('Why, at');
});

test('a dialog takes the focus, keeps it, gives it back, and closes by Escape', async ({ page }) => {
  await LabPage.open(page);
  const opener = page.getByRole('button', { name: 'Rules…' });
  await pressByKey(page, opener);
  const dialog = page.getByRole('dialog', { name: 'Rules in force' });
  await expect(dialog).toBeVisible();
  for (let presses = 0; presses < 25; presses += 1) {
    const isInside = await dialog.evaluate(
      (element) => element.contains(document.activeElement) || document.activeElement === document.body,
    );
    expect(isInside).toBe(true);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
});
