// What a docs writer takes away: the timeline as SVG and as PNG, and the run as numbered steps in Markdown. By keyboard, of
// the present and of a moment that is looked at, and without a code in any of them.
import { readFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { findingsIn, WIDTHS } from './findings';
import { LabPage } from './lab-page';
import { closeDialog, share } from './share-page';

/** Presses a button by keyboard, and waits for the file that comes of it. */
async function savedBy(page: Page, button: Locator): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  await button.focus();
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Opens a dialog from a button, by keyboard. */
async function opened(page: Page, from: Locator, name: string): Promise<Locator> {
  await from.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name });
  await expect(dialog).toBeVisible();
  return dialog;
}

const pictureOf = (page: Page, lab: LabPage): Promise<Locator> =>
  opened(page, lab.timeline.getByRole('button', { name: 'Save picture…' }), 'Save the timeline as a picture');
const stepsOf = (page: Page, lab: LabPage): Promise<Locator> =>
  opened(page, lab.happenings.getByRole('button', { name: 'Save as steps…' }), 'Save the run as steps');

test('the timeline is saved as SVG and PNG and the run as Markdown, by keyboard, with no code in any of them', async ({
  page,
}) => {
  const lab = await LabPage.open(page);
  const code = (await lab.issueToDana()).replaceAll(' ', '');
  await lab.press(lab.admin, 'Read it to Dana');
  for (let days = 0; days < 4; days += 1) await lab.move('+24 h');

  const dialog = await pictureOf(page, lab);
  await dialog.getByLabel('What it shows').selectOption({ label: 'The whole run' });
  await dialog.getByLabel('How wide it is').selectOption({ label: '800 pixels: a page' });
  await expect(dialog.getByRole('img')).toHaveAccessibleName(/Dana Whitlock: locked out/);
  const svg = await savedBy(page, dialog.getByRole('button', { name: 'Save as SVG' }));
  expect(svg.name).toBe('the-phone-on-the-train-onvio-timeline-2026-03-13.svg');
  await expect(dialog.getByRole('status').filter({ hasText: `Saved as ${svg.name}` })).toBeVisible();
  const text = svg.bytes.toString('utf8');
  for (const words of ['Dana Whitlock', 'Not affiliated with any vendor', 'Torn paper is a stretch without events']) {
    expect(text).toContain(words);
  }
  expect(text.replaceAll(' ', '')).not.toContain(code);

  const png = await savedBy(page, dialog.getByRole('button', { name: 'Save as PNG' }));
  expect(png.name).toBe('the-phone-on-the-train-onvio-timeline-2026-03-13.png');
  const { width, height, data } = PNG.sync.read(png.bytes);
  const size = /width="(\d+)" height="(\d+)"/.exec(text);
  expect([width, height]).toEqual([2 * Number(size?.[1]), 2 * Number(size?.[2])]);
  const colours = new Set<number>();
  for (let at = 0; at < data.length; at += 4 * 97) colours.add(data.readUInt32BE(at));
  expect(colours.size).toBeGreaterThan(10);
  await closeDialog(page);
  await expect(lab.timeline.getByRole('button', { name: 'Save picture…' })).toBeFocused();

  const steps = await stepsOf(page, lab);
  const markdown = await savedBy(page, steps.getByRole('button', { name: 'Save as Markdown' }));
  expect(markdown.name).toBe('the-phone-on-the-train-onvio-steps-2026-03-13.md');
  const story = markdown.bytes.toString('utf8');
  expect(story).toContain(
    "1. **09:00, Priya Lowe**, at the firm admin's desk, goes to **Setup › Staff › Edit › Onvio Access › View Setting** and chooses **generate a temporary, 24-hour code**.",
  );
  expect(story).toContain("> **By itself, at 09:00**: Dana Whitlock's code ends.");
  expect(story.replaceAll(' ', '')).not.toContain(code);
  await closeDialog(page);
  await expect(lab.happenings.getByRole('button', { name: 'Save as steps…' })).toBeFocused();
  // An address of this computer would lead nobody else anywhere; elsewhere the ids lead to the facts (tests/e2e/aside.e2e.ts).
  expect(story).toContain('ONV-6');
  expect(story).not.toContain('localhost');
});

test('of a moment that is looked at nothing later is in them, and both say so', async ({ page }) => {
  const lab = await LabPage.open(page);
  await lab.issueToDana();
  await lab.move('+24 h');
  await lab.playhead.focus();
  await page.keyboard.press('Home');
  const dialog = await pictureOf(page, lab);
  await expect(dialog.getByText(/^Up to Mon 9 Mar, 07:00, the moment that is looked at/)).toBeVisible();
  const svg = await savedBy(page, dialog.getByRole('button', { name: 'Save as SVG' }));
  expect(svg.bytes.toString('utf8')).toContain('Up to here, 07:00');
  expect(svg.bytes.toString('utf8')).not.toContain('left on the train');
  await closeDialog(page);
  await lab.playhead.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  const sharing = await share(page);
  await sharing.getByText('As numbered steps, for a manual').click();
  await expect(sharing.getByText(/^Up to Mon 9 Mar, 08:57, the moment/)).toBeVisible();
  const markdown = await savedBy(page, sharing.getByRole('button', { name: 'Save as Markdown' }));
  expect(markdown.bytes.toString('utf8')).toContain('what happened in the 1 day after it is left out');
  expect(markdown.bytes.toString('utf8')).not.toContain('issues a code');
});

for (const width of WIDTHS) {
  test(`light and dark, ${width} pixels wide: nothing found in the dialogs that save`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const lab = await LabPage.open(page);
    const found: string[] = [];
    const dialog = await pictureOf(page, lab);
    await savedBy(page, dialog.getByRole('button', { name: 'Save as PNG' }));
    await expect(dialog.getByRole('status').filter({ hasText: /^Saved as/ })).toBeVisible();
    found.push(...(await findingsIn(page, 'a picture', { isWhole: false })));
    await closeDialog(page);
    const steps = await stepsOf(page, lab);
    await expect(steps.getByRole('region', { name: 'The steps in Markdown' })).toContainText(
      '# The phone on the train',
    );
    found.push(...(await findingsIn(page, 'steps', { isWhole: false })));
    await closeDialog(page);
    const sharing = await share(page);
    await sharing.getByText('As numbered steps, for a manual').click();
    await expect(sharing.getByRole('button', { name: 'Save as Markdown' })).toBeVisible();
    found.push(...(await findingsIn(page, 'sharing with steps', { isWhole: false })));
    expect(found).toEqual([]);
  });
}
