// What can happen to storage while the lab is played, or before: each time the lab goes on, or stops with words that say
// what to do; and what it says is gone was there.
import { expect, test, type Page } from '@playwright/test';
import { findingsIn, WIDTHS } from './findings';
import { clearDatabase, deleteDatabase, setQuota, upgradeDatabase } from './kept-database';
import { LabPage } from './lab-page';
import { elsewhere, fileOf, linkOf } from './share-page';

const NOT_KEPT = 'Not kept: gone when the page is closed';
/** A page of the site that touches no storage. */
const ELSEWHERE = '/glossary/';

const banner = (page: Page, words: string) => page.getByRole('alert').filter({ hasText: words });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

test('where there is no IndexedDB at all the lab says so and goes on in memory', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
  const lab = await LabPage.open(page);
  await expect(page.getByText(NOT_KEPT, { exact: true })).toBeVisible();
  await expect(banner(page, 'Nothing is kept here.')).toBeVisible();
  await lab.signInByCode(await lab.issueToDana());
  await lab.expectSignedIn();
});

test('a full disk at the first visit: words, and a run that lives as long as the page', async ({ context, page }) => {
  await page.goto(ELSEWHERE);
  await setQuota(context, page, 1);
  await page.goto('/lab/');
  const lab = new LabPage(page);
  await lab.ready();
  await expect(page.getByText(NOT_KEPT, { exact: true })).toBeVisible();
  await expect(banner(page, 'There is no room to keep anything.')).toBeVisible();
  await lab.issueToDana();
});

for (const [how, remove] of [
  ['deleted', async (_: unknown, page: Page) => deleteDatabase(page)],
  ['cleared by the browser', clearDatabase],
] as const) {
  const title = `a database that is ${how} under an open page: the page still has the run, and keeps it again`;
  test(title, { tag: how === 'deleted' ? [] : '@long' }, async ({ context, page }) => {
    const lab = await LabPage.open(page);
    const code = await lab.issueToDana();
    await remove(context, page);
    await expect(banner(page, 'The database of this run was deleted.')).toBeVisible();
    await expect(lab.issuedCode).toHaveText(code);
    await page.getByRole('button', { name: 'Keep this run again' }).click();
    await expect(banner(page, 'The database of this run was deleted.')).toBeHidden();
    await lab.signInByCode(code);
    await lab.expectSignedIn();
    await page.reload();
    await lab.ready();
    await expect(lab.issuedCode).toHaveText(code);
    await lab.expectSignedIn();
  });
}

test('a database that was deleted is told apart from a first visit, and said before anything new is begun', async ({
  page,
}) => {
  const lab = await LabPage.open(page);
  await lab.issueToDana();
  await lab.move('+1 h');
  await lab.press(lab.admin, 'Home');
  await page.goto(ELSEWHERE);
  await deleteDatabase(page);
  for (const visit of ['/lab/', '/lab/?product=onix']) {
    await page.goto(visit);
    await expect(heading(page, 'What was kept here is gone')).toBeVisible();
    await expect(page.getByRole('listitem')).toHaveText(
      /^The phone on the train: \d+ records, and stood at Mon 9 Mar 2026, 10:00\.$/,
    );
  }
  await page.getByRole('button', { name: 'Begin anew' }).click();
  await lab.ready();
  await expect(page.getByLabel('Product')).toHaveValue('onix/article');
  await page.reload();
  await lab.ready();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('what was lost is taken from the file that it was saved in, and the home page does not call it a first visit', async ({
  page,
}) => {
  const lab = await LabPage.open(page);
  const code = await lab.issueToDana();
  const { name, text } = await fileOf(page);
  await page.goto(ELSEWHERE);
  await deleteDatabase(page);
  await page.goto('/');
  await expect(banner(page, 'What was kept here is gone.')).toBeVisible();
  await expect(page.getByText('Nothing played yet.')).toHaveCount(0);
  await page.getByRole('link', { name: 'See what is known of it' }).click();
  await expect(heading(page, 'What was kept here is gone')).toBeVisible();
  const input = page.getByLabel('File of a run');
  const chosen = (body: string) => ({ name, mimeType: 'application/json', buffer: Buffer.from(body) });
  await input.setInputFiles(chosen(text.slice(0, -200)));
  await expect(banner(page, 'was not opened, and nothing was changed.')).toBeVisible();
  await input.setInputFiles(chosen(text));
  await lab.ready();
  await expect(lab.issuedCode).toHaveText(code);
  await page.reload();
  await lab.ready();
  await expect(lab.issuedCode).toHaveText(code);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a link to a run does not pass over what is lost', { tag: '@long' }, async ({ page, browser, baseURL }) => {
  const there = await elsewhere(browser, '/lab/');
  await there.lab.issueToDana();
  const link = await linkOf(there.page);
  await LabPage.open(page);
  await page.goto(ELSEWHERE);
  await deleteDatabase(page);
  await page.goto(new URL(link, baseURL).href);
  await expect(heading(page, 'What was kept here is gone')).toBeVisible();
  await page.getByRole('button', { name: 'Begin anew' }).click();
  const lab = new LabPage(page);
  await lab.ready();
  await expect(lab.happenings).toContainText('issues a code');
});

test('a database made anew under an open page takes nothing of the old run, which is kept again beside the new one', async ({
  context,
  page,
}) => {
  const lab = await LabPage.open(page);
  await lab.issueToDana();
  const other = await context.newPage();
  await other.goto(ELSEWHERE);
  await deleteDatabase(other);
  await other.goto('/lab/');
  await other.getByRole('button', { name: 'Begin anew' }).click();
  await new LabPage(other).ready();
  await expect(banner(page, 'The database of this run was deleted.')).toBeVisible();
  await lab.press(lab.admin, 'Home');
  await expect(lab.issuedCode).toBeVisible();
  await page.getByRole('button', { name: 'Keep this run again' }).click();
  await expect(banner(page, 'The database of this run was deleted.')).toBeHidden();
  await lab.press(lab.admin, 'Home');
  await expect(lab.issuedCode).toBeHidden();
  await page.goto('/');
  const lines = page.getByRole('region', { name: 'Last runs' }).getByRole('listitem');
  await expect(lines).toHaveCount(2);
});

test('a database of a newer version is left alone, and what it holds is named', async ({ page }) => {
  const lab = await LabPage.open(page);
  await lab.issueToDana();
  await page.goto(ELSEWHERE);
  await upgradeDatabase(page);
  await page.goto('/lab/');
  await lab.ready();
  await expect(page.getByText(NOT_KEPT, { exact: true })).toBeVisible();
  const words = banner(page, 'What is kept here cannot be reached.');
  await expect(words).toContainText('This page is older than the lab that was here last.');
  await expect(words).toContainText('The phone on the train: ');
  await lab.issueToDana();
});

test('a newer version in another window takes over, and the old page lets go', async ({ context, page }) => {
  await LabPage.open(page);
  const newer = await context.newPage();
  await newer.goto(ELSEWHERE);
  await upgradeDatabase(newer);
  await expect(heading(page, 'A newer version is open')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Load the page again' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Play a run that is not kept' })).toHaveCount(0);
});

test('storage that fails to be read is no dead end', async ({ page }) => {
  await page.addInitScript(() => {
    const original = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'get')?.value as IDBObjectStore['get'];
    IDBObjectStore.prototype.get = function (query) {
      if (this.name === 'runs' || query === 'pointers') throw new DOMException('Internal error.', 'UnknownError');
      return original.call(this, query);
    };
  });
  await page.goto('/lab/');
  await expect(heading(page, 'What is kept here cannot be read')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('Internal error.');
  await page.getByRole('button', { name: 'Play a run that is not kept' }).click();
  const lab = new LabPage(page);
  await lab.ready();
  await expect(page.getByText(NOT_KEPT, { exact: true })).toBeVisible();
  await lab.issueToDana();
});

test("the computer's clock jumps, forward and back: simulated time takes no notice unless it is tied", async ({
  page,
}) => {
  const lab = await LabPage.open(page);
  for (const year of [2031, 1980]) {
    await page.clock.setFixedTime(Date.UTC(year, 0, 1));
    await lab.move('+30 s');
  }
  await expect(lab.clock).toHaveText('Mon 9 Mar 09:01:00');
  await lab.time.getByRole('button', { name: 'Play' }).click();
  await expect(lab.clock).not.toHaveText('Mon 9 Mar 09:01:00');
  await page.clock.setFixedTime(Date.UTC(2099, 0, 1));
  await lab.time.getByRole('button', { name: 'Pause' }).click();
  await expect(lab.time).toContainText('paused');
  await expect(lab.clock).toHaveText(/^Mon 9 Mar/);
  const stands = (await lab.clock.textContent()) ?? '';
  await page.reload();
  await lab.ready();
  await expect(lab.clock).toHaveText(stands);
  await lab.issueToDana();
});

for (const width of WIDTHS) {
  test(`light and dark, ${width} pixels wide: nothing found where something is lost`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await LabPage.open(page);
    await deleteDatabase(page);
    await expect(page.getByRole('button', { name: 'Keep this run again' })).toBeVisible();
    const found = [...(await findingsIn(page, 'deleted under the page', { isWhole: false }))];
    await page.reload();
    await expect(heading(page, 'What was kept here is gone')).toBeVisible();
    found.push(...(await findingsIn(page, 'gone')));
    expect(found).toEqual([]);
  });
}
