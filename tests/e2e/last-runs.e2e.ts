// The list of last runs: what was played, gone back to from the home page; and what it says where there is none.
import { expect, test } from '@playwright/test';
import { blockStorage, keptRows, lastRuns, lines, removeFrom, spoilLast } from './home-page';
import { LabPage } from './lab-page';

test('a product is chosen, a run is left and gone back to: nothing that was played is lost', async ({ page }) => {
  const lab = await LabPage.open(page);
  await lab.issueToDana();
  await lab.move('+1 h');
  await page.getByRole('link', { name: 'Lockout Lab' }).click();
  await expect(lines(page)).toHaveCount(1);
  await expect(lines(page)).toContainText('The phone on the train');
  await expect(lines(page)).toContainText('In the lab now');
  await expect(lines(page)).toContainText('Onvio, revision 2 · stands at Mon 9 Mar 2026, 10:00');

  await page.getByRole('link', { name: 'Onix Work' }).click();
  await lab.ready();
  await expect(page.getByLabel('Product')).toHaveValue('onix/article');
  await expect(page).toHaveURL(/\/lab\/$/);
  await expect(page.getByRole('status').filter({ hasText: 'A run begins on Onix Work.' })).toContainText(
    'The run before it is kept and stands in the list of last runs.',
  );
  const news = page.getByRole('region', { name: 'News', exact: true });
  await expect(news).toContainText('A run begins on Onix Work.');
  await news.getByRole('button', { name: 'Close' }).click();
  await expect(news).toBeHidden();
  await page.reload();
  await lab.ready();
  await expect(page.getByLabel('Product')).toHaveValue('onix/article');

  await page.goto('/');
  await expect(lines(page).nth(0)).toContainText('Onix Work');
  await expect(lines(page).nth(0)).toContainText('In the lab now');
  await expect(lines(page).nth(1)).toContainText('Onvio, revision 2 · stands at Mon 9 Mar 2026, 10:00');
  await lines(page)
    .nth(1)
    .getByRole('button', { name: /^Open the run on Onvio/ })
    .click();
  await lab.ready();
  await expect(lab.clock).toHaveText('Mon 9 Mar 10:00:00');
  await expect(lab.happenings).toContainText('issues a code');
  await expect(page.getByRole('button', { name: 'Undo reset' })).toBeHidden();

  await page.goto('/');
  await expect(lines(page).nth(0)).toContainText('Onvio');
  await page.getByRole('link', { name: 'Onix Work' }).click();
  await lab.ready();
  await page.goto('/');
  await expect(lines(page)).toHaveCount(2);
  await lines(page)
    .nth(0)
    .getByRole('link', { name: /^Continue on Onix Work/ })
    .click();
  await expect(page.getByLabel('Product')).toHaveValue('onix/article');
});

test('a reset that was undone by going back to the list leaves both runs in it', { tag: '@long' }, async ({ page }) => {
  const lab = await LabPage.open(page);
  await lab.issueToDana();
  await page.getByRole('button', { name: 'Reset…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Begin anew' }).click();
  await expect(page.getByRole('button', { name: 'Undo reset' })).toBeVisible();
  await page.goto('/');
  await expect(lines(page)).toHaveCount(2);
  await lines(page).nth(1).getByRole('button', { name: /^Open/ }).click();
  await expect(lab.happenings).toContainText('issues a code');
});

test('runs of one story are told apart: by what happened in them, where they stand and when they were last played', async ({
  page,
}) => {
  const days = [Date.UTC(2031, 4, 6, 12), Date.UTC(2031, 4, 7, 12)] as const;
  await page.clock.setFixedTime(days[0]);
  const lab = await LabPage.open(page);
  await lab.issueToDana();
  await lab.revision(1);
  await expect(lab.happenings).toContainText('The product is set to revision 1');
  await page.clock.setFixedTime(days[1]);
  await page.getByRole('button', { name: 'Reset…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Begin anew' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.goto('/');
  const [played, begun] = [lines(page).nth(1), lines(page).nth(0)];
  await expect(begun).toContainText('Nobody has done anything in it yet.');
  await expect(begun).toContainText(
    /Onvio, revision 1 · stands at Mon 9 Mar 2026, 09:00\s*· last played today, \d\d:00/,
  );
  await expect(played).toContainText('2 things happened, the last: The product is set to revision 1.');
  await expect(played).toContainText(/last played [A-Z][a-z]{2} \d May 2031, \d\d:00/);
  await expect(played.getByRole('button')).toHaveAccessibleName(
    /^Open the run on Onvio, revision 1, Mon 9 Mar 2026, 09:00, last played [A-Z][a-z]{2} \d May 2031, \d\d:00$/,
  );
});

test('a run whose log does not fold stands in the list all the same', { tag: '@long' }, async ({ page }) => {
  const lab = await LabPage.open(page);
  await lab.issueToDana();
  await page.goto('/');
  await expect(lines(page)).toContainText('One thing happened: Priya Lowe issues a code');
  const [row] = await keptRows(page);
  await spoilLast(page, row?.id ?? '');
  await page.reload();
  await expect(lines(page)).toContainText('Onvio, revision 2 · stands at Mon 9 Mar 2026, 09:00');
  await expect(lines(page)).not.toContainText('happened');
  await expect(lines(page).getByRole('link', { name: /^Continue on Onvio/ })).toBeVisible();
});

test('a list longer than five shows the last five, and all of them when asked', { tag: '@long' }, async ({ page }) => {
  await LabPage.open(page);
  for (let resets = 0; resets < 6; resets += 1) {
    await page.getByRole('button', { name: 'Reset…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Begin anew' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  await page.goto('/');
  await expect(lines(page)).toHaveCount(5);
  await lastRuns(page).getByRole('button', { name: 'Show all 7 runs' }).click();
  await expect(lines(page)).toHaveCount(7);
});

test('a run that cannot be opened stays in the list and says why; the others open', async ({ page }) => {
  const lab = await LabPage.open(page);
  await LabPage.open(page, '/lab/?product=onix');
  await LabPage.open(page, '/lab/?product=portal');
  await page.goto('/');
  await expect(lines(page)).toHaveCount(3);
  const [first, second] = (await keptRows(page)).filter(({ id }, _, all) => id !== all.at(-1)?.id);
  if (first === undefined || second === undefined) throw new Error('nothing was played');
  await removeFrom(page, 'products', [first.productDigest]);
  await removeFrom(page, 'records', [[second.id, 0]]);
  await page.reload();
  const damaged = lines(page).filter({ hasText: 'Damaged' });
  await expect(damaged).toHaveCount(2);
  await expect(damaged.filter({ hasText: 'the product file it was made with is not in this browser' })).toHaveCount(1);
  await expect(damaged.filter({ hasText: 'its beginning is missing or damaged' })).toHaveCount(1);
  await expect(damaged.first()).toContainText('It stays as it is');
  await expect(damaged.getByRole('button').or(damaged.getByRole('link'))).toHaveCount(0);
  await lines(page)
    .filter({ hasNotText: 'Damaged' })
    .getByText(/^(Open|Continue)/)
    .click();
  await lab.ready();
});

test(
  'where storage is blocked the list says so, and a product can be chosen all the same',
  { tag: '@long' },
  async ({ page }) => {
    await blockStorage(page);
    await page.goto('/');
    await expect(lastRuns(page).getByRole('alert')).toContainText('Nothing is kept here.');
    await page.getByRole('link', { name: 'Client Portal' }).click();
    await new LabPage(page).ready();
    await expect(page.getByLabel('Product')).toHaveValue('portal/article');
    await expect(page.getByText('Not kept: gone when the page is closed', { exact: true })).toBeVisible();
  },
);

test('a list that could not be loaded says so, and can be asked for again', { tag: '@long' }, async ({ page }) => {
  let isDown = true;
  await page.route(/\/_app\/immutable\/.*\.js$/, async (route) => {
    const response = await route.fetch();
    const isStorage = (await response.text()).includes('chromeTransactionDurability');
    return isStorage && isDown ? route.abort() : route.fulfill({ response });
  });
  await page.goto('/');
  await expect(lastRuns(page).getByRole('alert')).toContainText('The list could not be read.');
  isDown = false;
  await page.reload();
  await expect(lastRuns(page)).toContainText('Nothing played yet.');
});
