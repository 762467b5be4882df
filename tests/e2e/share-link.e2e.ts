// A run as a link: whoever opens it, in a browser that has never seen the lab, sees the very same screen.
import { expect, test } from '@playwright/test';
import { LabPage } from './lab-page';
import {
  closeDialog,
  elsewhere,
  fileOf,
  linkOf,
  openFile,
  screenOf,
  share,
  walkedOn,
  type SavedRun,
} from './share-page';

const pathOf = (link: string): string => link.replace(/^https?:\/\/[^/]*/, '');

test(
  'a link shows the very same screen elsewhere, in a run of its own, and a second time no other one',
  { tag: '@core-long' },
  async ({ page, browser }) => {
    const lab = await LabPage.open(page);
    const code = await lab.issueToDana();
    await lab.press(lab.admin, 'Read it to Dana');
    await lab.move('+1 h');
    await lab.password();
    await lab.press(lab.support, 'Code tool');
    await lab.happenings.getByRole('button', { name: /^Why/ }).nth(1).click();
    await expect(lab.why).toContainText('Why, at');
    const asItComes = await lab.timeline.textContent();
    const zoomIn = lab.timeline.getByRole('button', { name: 'Zoom in' });
    for (let presses = 0; presses < 3; presses += 1) await zoomIn.click();
    const link = await linkOf(page);
    const before = await screenOf(page);
    const picture = await lab.timeline.textContent();
    expect(picture).not.toBe(asItComes);

    const there = await elsewhere(browser, pathOf(link));
    await expect(there.lab.issuedCode).toHaveText(code);
    await expect(there.lab.clock).toHaveText('Mon 9 Mar 10:00:00');
    expect(await screenOf(there.page)).toBe(before);
    expect(await there.lab.timeline.textContent()).toBe(picture);
    await expect(there.page).toHaveURL(/\/lab\/$/);
    await expect(there.page.getByRole('button', { name: 'Undo reset' })).toBeHidden();

    await there.page.reload();
    expect(await screenOf(there.page)).toBe(before);
    await there.page.goto('/');
    await LabPage.open(there.page, pathOf(link));
    await expect(there.page).toHaveURL(/\/lab\/$/);
    await there.page.goto('/');
    await expect(there.page.getByRole('region', { name: 'Last runs' }).getByRole('listitem')).toHaveCount(1);
    await there.page.goto('/lab/');
    expect(await screenOf(there.page)).toBe(before);
  },
);

test(
  'what is acted on in the run of a link is another run by then: the link still shows what it showed',
  { tag: '@long' },
  async ({ page, browser }) => {
    const lab = await LabPage.open(page);
    await lab.issueToDana();
    const link = await linkOf(page);
    const there = await elsewhere(browser, pathOf(link));
    await there.lab.move('+24 h');
    await expect(there.lab.clock).toHaveText('Tue 10 Mar 09:00:00');
    // The lab is open already: a link that is pasted there opens in its place.
    await there.page.evaluate((hash) => (location.hash = hash), new URL(link).hash);
    await expect(there.lab.clock).toHaveText('Mon 9 Mar 09:00:00');
    await expect(there.page).toHaveURL(/\/lab\/$/);
    await there.page.goto('/');
    await expect(there.page.getByRole('region', { name: 'Last runs' }).getByRole('listitem')).toHaveCount(2);
  },
);

test('a link of the past shows the moment that is looked back at, and what is picked in it', async ({
  page,
  browser,
}) => {
  const lab = await LabPage.open(page);
  await lab.issueToDana();
  await lab.move('+24 h');
  await lab.happenings.getByRole('button', { name: /^Why/ }).nth(1).click();
  await lab.time.getByRole('button', { name: 'Event before' }).click();
  await lab.time.getByRole('button', { name: 'Event before' }).click();
  const past = page.getByRole('region', { name: 'The past', exact: true });
  await expect(past).toContainText('Mon 9 Mar');
  await lab.happenings.getByRole('button', { name: /^Why/ }).first().click();
  await expect(lab.why).toContainText('Why, at');
  const dialog = await share(page);
  await expect(dialog).toContainText('with the moment you are looking at');
  await closeDialog(page);
  const link = await linkOf(page);
  const before = await screenOf(page);
  const there = await elsewhere(browser, pathOf(link));
  expect(await screenOf(there.page)).toBe(before);
  await there.page.getByRole('button', { name: 'Back to now' }).click();
  await expect(there.lab.clock).toHaveText('Tue 10 Mar 09:00:00');
});

test('a link that would be too long says how long, and offers the file', async ({ page }) => {
  await LabPage.open(page);
  const { text } = await fileOf(page);
  const long = walkedOn(JSON.parse(text) as SavedRun, 2500);
  await openFile(page, 'long.json', JSON.stringify(long));
  await expect(page.getByRole('dialog')).toBeHidden();
  const dialog = await share(page);
  await expect(dialog).toContainText(
    /The link would have [\d,]+ characters\. Mail and chats cut or refuse links over 8,000/,
  );
  await expect(dialog.getByRole('button', { name: 'Copy the link' })).toBeHidden();
  await expect(dialog.getByRole('button', { name: 'Save the run as a file' })).toBeVisible();
});

const DAMAGED: readonly (readonly [name: string, change: (link: string) => string, words: string])[] = [
  ['cut short', (link) => link.slice(0, -40), 'too few letters, or mistyped ones'],
  [
    'with a letter changed',
    (link) => link.replace(/(.)(.{30})$/, (_all, letter, rest) => (letter === 'a' ? 'b' : 'a') + rest),
    'too few letters, or mistyped ones',
  ],
  ['empty', (link) => link.replace(/run=.*/, 'run='), 'no link of a run'],
  ['of a newer lab', (link) => link.replace('run=1.', 'run=7.'), 'A newer lab has made it (format 7)'],
  ['with signs that stand for nothing', (link) => link.replace(/run=.*/, 'run=1.%E0%A4%A'), 'The link is damaged'],
];

test('a damaged link says so, and the lab opens as it would have without it', async ({ page }) => {
  const lab = await LabPage.open(page);
  await lab.issueToDana();
  const link = await linkOf(page);
  const before = await screenOf(page);
  for (const [name, change, words] of DAMAGED) {
    await test.step(name, async () => {
      await page.goto('/');
      await LabPage.open(page, pathOf(change(link)));
      const banner = page.getByRole('alert').filter({ hasText: 'The run of the link was not opened' });
      await expect(banner).toContainText('nothing was changed');
      await expect(banner).toContainText(words);
      await banner.getByRole('button', { name: 'Dismiss' }).click();
      expect(await screenOf(page)).toBe(before);
      await expect(page).toHaveURL(/\/lab\/$/);
    });
  }
  await page.goto('/');
  await expect(page.getByRole('region', { name: 'Last runs' }).getByRole('listitem')).toHaveCount(1);
});

test(
  'a damaged link is told of where the lab is open, and on a first visit',
  { tag: '@long' },
  async ({ page, browser }) => {
    const lab = await LabPage.open(page);
    await lab.issueToDana();
    await page.evaluate(() => (location.hash = 'run=1.abc.def'));
    await expect(page.getByRole('alert')).toContainText('too few letters, or mistyped ones');
    await expect(lab.happenings).toContainText('issues a code');
    const first = await elsewhere(browser, '/lab/#run=1.abc.def');
    await expect(first.page.getByRole('alert')).toContainText('too few letters, or mistyped ones');
    await expect(first.lab.clock).toHaveText('Mon 9 Mar 09:00:00');
  },
);

test(
  'where storage is blocked a link opens all the same, and lives as long as the page',
  { tag: '@long' },
  async ({ page, browser }) => {
    const lab = await LabPage.open(page);
    const code = await lab.issueToDana();
    const link = await linkOf(page);
    const context = await browser.newContext();
    const blocked = await context.newPage();
    await blocked.addInitScript(() => {
      const open = (): never => {
        throw new DOMException('Internal error.', 'UnknownError');
      };
      Object.defineProperty(window, 'indexedDB', { value: { open } });
    });
    const there = await LabPage.open(blocked, pathOf(link));
    await expect(there.issuedCode).toHaveText(code);
    await expect(blocked.getByText('Not kept: gone when the page is closed', { exact: true })).toBeVisible();
  },
);

test('the link is copied, and selected where a page may not copy', { tag: '@long' }, async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await LabPage.open(page);
  const dialog = await share(page);
  const field = dialog.getByRole('textbox', { name: /^Link/ });
  await dialog.getByRole('button', { name: 'Copy the link' }).click();
  await expect(dialog.getByText('The link is copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await field.inputValue());
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await dialog.getByRole('button', { name: 'Copy the link' }).click();
  await expect(dialog.getByText('The link is selected: copy it by hand.')).toBeVisible();
  const selected = await field.evaluate(
    (each: HTMLInputElement) => (each.selectionEnd ?? 0) - (each.selectionStart ?? 0),
  );
  expect(selected).toBe((await field.inputValue()).length);
});

test('the player makes links of its own, and opens them', { tag: '@long' }, async ({ page, browser }) => {
  const lab = await LabPage.open(page, '/player.html');
  const code = await lab.issueToDana();
  await lab.move('+1 h');
  const link = await linkOf(page);
  expect(pathOf(link)).toMatch(/^\/player\.html#\/\?run=1\./);
  const before = await screenOf(page);
  const there = await elsewhere(browser, pathOf(link));
  await expect(there.lab.issuedCode).toHaveText(code);
  expect(await screenOf(there.page)).toBe(before);
  await expect(there.page).toHaveURL(/\/player\.html#\/$/);
  // The site opens what the player has shared: it is the same run.
  const site = await elsewhere(browser, `/lab/#${link.split('?')[1]}`);
  await expect(site.lab.issuedCode).toHaveText(code);
  // And a link that is pasted where the player stands open.
  await there.lab.move('+24 h');
  await there.page.evaluate((hash) => (location.hash = hash), new URL(link).hash);
  await expect(there.lab.clock).toHaveText('Mon 9 Mar 10:00:00');
});

test('a damaged link is told of in the player, whatever signs it has', { tag: '@long' }, async ({ page }) => {
  for (const said of ['1.abc.def', '1.%E0%A4%A', '']) {
    await page.goto('about:blank');
    const lab = await LabPage.open(page, `/player.html#/?run=${said}`);
    await expect(page.getByRole('alert')).toContainText('The run of the link was not opened');
    await expect(lab.clock).toHaveText('Mon 9 Mar 09:00:00');
  }
});
