// With a caller on the line: their words stay readable while the next ones are chosen, and the tools keep room.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { LabPage } from './lab-page';

/** Somebody who says to be Priya turns to Support; the dialog, with that chosen. */
async function somebody(lab: LabPage, really: RegExp): Promise<Locator> {
  await lab.support.getByRole('button', { name: 'New caller…' }).click();
  const dialog = lab.surface.getByRole('dialog', { name: 'Somebody turns to Support' });
  await dialog.getByLabel('Who it is, or says to be').selectOption({ label: 'Priya Lowe' });
  await dialog.getByRole('radio', { name: really }).check();
  return dialog;
}

const answer = (lab: LabPage): Promise<void> =>
  lab.support.getByRole('button', { name: 'Answer', exact: true }).click();

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
  test(`what the caller said last stays readable under every menu, ${width} by ${height}`, async ({ page }) => {
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
