// The dialog that shares a run, as its user meets it, and what is compared of two screens.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import { canonicalJson } from '../../src/lib/app/canonical-json';
import { LabPage } from './lab-page';

export interface SavedRun {
  title: string;
  now: number;
  product: Record<string, unknown>;
  head: { position: number; link: string };
  records: { record: Record<string, unknown>; link: string }[];
}

export async function share(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Share…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this run' });
  // Where the link takes long, the dialog is there before it, and grows with it.
  await expect(dialog).toBeVisible();
  await expect(dialog.getByText('Making the link…')).toBeHidden();
  return dialog;
}

export async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
}

/** The link of the run on screen. */
export async function linkOf(page: Page): Promise<string> {
  const dialog = await share(page);
  const link = await dialog.getByRole('textbox', { name: /^Link, [\d,]+ characters$/ }).inputValue();
  await closeDialog(page);
  return link;
}

/** The run on screen, saved as a file. */
export async function fileOf(page: Page): Promise<{ readonly name: string; readonly text: string }> {
  const dialog = await share(page);
  const coming = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save the run as a file' }).click();
  const download = await coming;
  await expect(dialog.getByText(`Saved as ${download.suggestedFilename()}`)).toBeVisible();
  await closeDialog(page);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

/** Picks a file at the one door for files. */
export async function openFile(page: Page, name: string, content: string | Buffer): Promise<Locator> {
  await page.getByRole('button', { name: 'Open a file…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Open a file' });
  const buffer = Buffer.from(content);
  await dialog.getByLabel('File', { exact: true }).setInputFiles({ name, mimeType: 'application/json', buffer });
  return dialog;
}

/** The lab in a browser that has never seen it. */
export async function elsewhere(browser: Browser, path: string): Promise<{ page: Page; lab: LabPage }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  return { page, lab: await LabPage.open(page, path) };
}

/** Everything on screen, as a screen reader would have it, but for what is said once. */
export async function screenOf(page: Page): Promise<string> {
  await new LabPage(page).ready();
  // The other products join the list when there is time for it.
  await expect(page.getByLabel('Product', { exact: true }).getByRole('option', { name: 'Onix Work' })).toHaveCount(1);
  // The last line is the title of the page, which the router says once more when the address changes.
  return (await page.locator('body').ariaSnapshot())
    .replace(/\n\s*- status.*$/gm, '')
    .replace(/\n- text: .*a simulation$/, '');
}

/** The run with so many walks of a desk at its end, and a chain that holds. */
export function walkedOn(run: SavedRun, times: number): SavedRun {
  const nodes = Object.keys(run.product['nodes'] as object);
  const records = [...run.records];
  let { link } = run.head;
  const at = run.now;
  for (let walk = 0; walk < times; walk += 1) {
    const chance = parseInt(link.slice(0, 6), 16);
    const node = nodes[chance % nodes.length];
    const subject = ['dana', 'tom', 'priya', 'elif', null][(chance >> 12) % 5];
    const place = { persona: 'priya', node, subject, code: null };
    const actor = { kind: 'person', account: 'priya' };
    const record = { kind: 'place', at, actor, desk: 'admin', place, position: records.length };
    link = createHash('sha256')
      .update(`${link}\n${canonicalJson(record)}`)
      .digest('hex');
    records.push({ record, link });
  }
  return { ...run, records, head: { position: records.length - 1, link } };
}
