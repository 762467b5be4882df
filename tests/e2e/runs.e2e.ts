// The page of runs: what was played is named, copied, deleted and had back, saved and taken from a file; and everything
// that is kept on this computer goes when somebody wants it to.
import { readFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { findingsIn, WIDTHS } from './findings';
import { LabPage } from './lab-page';

const list = (page: Page) => page.getByRole('region', { name: 'Kept runs' });
/** The runs that parted from none, each with its branches. */
const families = (page: Page) => list(page).getByRole('list').first().locator('> li');
const trash = (page: Page) => page.getByRole('region', { name: 'Trash' });
const notice = (page: Page, words: string | RegExp) => page.getByRole('status').filter({ hasText: words });
const button = (place: Locator, what: string, name: string) =>
  place.getByRole('button', { name: `${what} “${name}”`, exact: true });

async function openRuns(page: Page, count: number): Promise<void> {
  await page.goto('/runs/');
  await expect(families(page)).toHaveCount(count);
}

async function rename(page: Page, from: string, to: string): Promise<void> {
  await button(list(page), 'Rename', from).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(to);
  await page.keyboard.press('Enter');
}

const STORY = 'The phone on the train';

test('a run is named, copied and deleted; that is undone at once, or after a reload', async ({ page }) => {
  const lab = await LabPage.open(page);
  await lab.issueToDana();
  await lab.move('+1 h');
  await expect(lab.clock).toHaveText('Mon 9 Mar 10:00:00');
  await page.getByRole('button', { name: 'Pages', exact: true }).click();
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Runs' }).click();
  await expect(families(page)).toHaveCount(1);
  await expect(families(page)).toContainText(
    /In the lab now.*Onvio, revision 2 · stands at Mon 9 Mar 2026, 10:00 · last played today, \d\d:\d\d · \d+ kB/,
  );
  await expect(families(page)).toContainText('One thing happened: Priya Lowe issues a code');

  await test.step('a name that cannot be one is refused, and one that can be is kept', async () => {
    await rename(page, STORY, '<b>Monday');
    await expect(page.getByRole('alert')).toHaveText('The name has markup (<b…); expected: plain words.');
    await page.getByRole('textbox', { name: 'Name' }).fill('Dana’s Monday');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(button(list(page), 'Rename', 'Dana’s Monday')).toBeFocused();
  });

  const branches = list(page).getByRole('list', { name: 'Parted from “Dana’s Monday”' }).getByRole('listitem');
  await test.step('a copy stands under it, and goes its own way', async () => {
    await button(list(page), 'Duplicate', 'Dana’s Monday').click();
    await expect(branches).toContainText('Parted from “Dana’s Monday” at Mon 9 Mar 2026, 10:00');
    await button(branches, 'Open', 'Dana’s Monday (copy)').click();
    await lab.ready();
    await lab.move('+1 h');
    await expect(lab.clock).toHaveText('Mon 9 Mar 11:00:00');
    await openRuns(page, 1);
    await expect(branches).toContainText(/In the lab now.*stands at Mon 9 Mar 2026, 11:00/);
    await expect(families(page)).toContainText('stands at Mon 9 Mar 2026, 10:00');
  });

  await test.step('deleted, it is in the trash; the copy says what became of it', async () => {
    await button(list(page), 'Delete', 'Dana’s Monday').click();
    await expect(notice(page, /^“Dana’s Monday” is in the trash\.$/)).toBeVisible();
    await expect(families(page)).toContainText('Parted from “Dana’s Monday”, which is in the trash,');
    await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(branches).toHaveCount(1);
    await button(list(page), 'Delete', 'Dana’s Monday (copy)').click();
    await expect(trash(page)).toContainText('Dana’s Monday (copy)');
    // Regression: that the lab goes on with another run was said nowhere.
    await expect(notice(page, 'is in the trash. The lab goes on with “Dana’s Monday”.')).toBeVisible();
    await page.reload();
    await button(trash(page), 'Bring back', 'Dana’s Monday (copy)').click();
    await expect(notice(page, 'is back in the list. The lab goes on with it.')).toBeVisible();
    await expect(branches).toContainText(/In the lab now.*stands at Mon 9 Mar 2026, 11:00/);
  });
});

test('a run goes out as a file, is deleted for good and comes back from the file', async ({ page }) => {
  const lab = await LabPage.open(page);
  const code = await lab.issueToDana();
  await openRuns(page, 1);
  const coming = page.waitForEvent('download');
  await list(page).getByRole('button', { name: 'Save as a file' }).click();
  const download = await coming;
  await expect(notice(page, /^Saved as the-phone-on-the-train-2026-03-09\.run\.json, \d+ kB\.$/)).toBeVisible();
  const text = readFileSync(await download.path(), 'utf8');

  await button(list(page), 'Delete', STORY).click();
  await trash(page).getByRole('button', { name: 'Delete for good…' }).click();
  await expect(trash(page).getByRole('button', { name: 'Keep it' })).toBeFocused();
  await trash(page).getByRole('button', { name: 'Delete it for good' }).click();
  await expect(notice(page, 'is deleted for good.')).toBeVisible();
  await page.reload();
  await expect(list(page)).toContainText('No run yet.');
  await expect(page.getByRole('alert')).toHaveCount(0);

  await page.getByRole('button', { name: 'Open a run from a file…' }).click();
  const input = page.getByLabel('File of a run');
  const file = (body: string) => ({
    name: download.suggestedFilename(),
    mimeType: 'application/json',
    buffer: Buffer.from(body),
  });
  await input.setInputFiles(file('{"people":[],"firms":[]}'));
  await expect(page.getByRole('alert')).toContainText('has a firm; expected: the file of a run');
  await input.setInputFiles(file(text.replace('"at":', '"at":1')));
  await expect(page.getByRole('alert')).toContainText('was not opened, and nothing was changed.');
  await expect(list(page)).toContainText('No run yet.');
  await input.setInputFiles(file(text));
  await expect(notice(page, `“${STORY}” was taken from the file`)).toBeVisible();
  await list(page).getByRole('link', { name: 'Continue' }).click();
  await lab.ready();
  await expect(lab.issuedCode).toHaveText(code);
});

test('another window on a run that is deleted says so, and goes on when it is brought back; nothing counts as lost', async ({
  context,
  page,
}) => {
  const lab = await LabPage.open(page);
  await lab.issueToDana();
  const other = await context.newPage();
  await openRuns(other, 1);
  const words = page.getByRole('alert').filter({ hasText: 'This run was deleted in another window.' });
  await button(list(other), 'Delete', STORY).click();
  await expect(words).toContainText('Bring it back from the trash on the page Runs, or keep it again from here.');
  await button(trash(other), 'Bring back', STORY).click();
  await expect(words).toBeHidden();
  await lab.move('+1 h');
  await expect(lab.clock).toHaveText('Mon 9 Mar 10:00:00');

  await button(list(other), 'Delete', STORY).click();
  await words.getByRole('button', { name: 'Keep this run again' }).click();
  await expect(words).toBeHidden();
  await expect(list(other)).toContainText('stands at Mon 9 Mar 2026, 10:00');
  await expect(trash(other)).toContainText('It is empty.');

  await button(list(other), 'Delete', STORY).click();
  await expect(words).toBeVisible();
  await page.reload();
  await lab.ready();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(lab.clock).toHaveText('Mon 9 Mar 09:00:00');
  await expect(families(other)).toContainText('Nobody has done anything in it yet.');
});

test.describe('everything', () => {
  test.use({ serviceWorkers: 'allow' });

  test('that is on this computer is counted, asked about and deleted, and then it is a first visit again', async ({
    context,
    page,
  }) => {
    const lab = await LabPage.open(page);
    await lab.issueToDana();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const other = await context.newPage();
    await openRuns(other, 1);
    const computer = other.getByRole('region', { name: 'On this computer' });
    await expect(computer).toContainText(/The browser counts \d+(\.\d)? [kM]B for this address/);
    const opener = computer.getByRole('button', { name: 'Delete everything on this computer…' });
    await opener.click();
    await expect(computer).toContainText('The database of runs: 1 run.');
    await expect(computer).toContainText(/\d+ settings?, such as the look/);
    await expect(computer).toContainText(/without a network: \d{2,} files and the worker/);
    await other.keyboard.press('Escape');
    await expect(opener).toBeFocused();
    await opener.click();
    await computer.getByRole('button', { name: 'Delete all of it' }).click();
    await expect(other.getByRole('heading', { level: 1, name: 'Everything is deleted' })).toBeFocused();
    expect(await keptIn(other)).toEqual({ databases: [], settings: [], caches: [], workers: 0 });
    await expect(page.getByRole('alert').filter({ hasText: 'The database of this run was deleted.' })).toBeVisible();
    await page.close();

    await other.getByRole('link', { name: 'begin anew' }).click();
    await expect(other.getByText('Nothing played yet.')).toBeVisible();
    await expect(other.getByRole('alert')).toHaveCount(0);
  });
});

/** All that the browser has of the lab, asked of the browser. */
function keptIn(page: Page) {
  return page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    settings: Object.keys(localStorage),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
}

for (const width of WIDTHS) {
  test(`light and dark, ${width} pixels wide: axe finds nothing on the page of runs`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await LabPage.open(page);
    await LabPage.open(page, '/lab/?product=onix');
    await openRuns(page, 2);
    await families(page)
      .first()
      .getByRole('button', { name: /^Duplicate/ })
      .click();
    await expect(notice(page, 'stands below')).toBeVisible();
    await families(page)
      .last()
      .getByRole('button', { name: /^Delete/ })
      .click();
    await expect(notice(page, 'is in the trash.')).toBeVisible();
    await trash(page)
      .getByRole('button', { name: /^Delete for good/ })
      .click();
    await page.getByRole('button', { name: /^Delete everything/ }).click();
    await page.getByRole('button', { name: 'Open a run from a file…' }).click();
    await page.getByLabel('File of a run').setInputFiles({ name: 'x.json', mimeType: '', buffer: Buffer.from('{') });
    await expect(page.getByRole('alert')).toBeVisible();
    await families(page)
      .first()
      .getByRole('button', { name: /^Rename/ })
      .first()
      .click();
    const found = [...(await findingsIn(page, 'runs'))];
    await page.getByRole('button', { name: 'Delete all of it' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Everything is deleted' })).toBeVisible();
    found.push(...(await findingsIn(page, 'everything is deleted')));
    expect(found).toEqual([]);
  });
}
