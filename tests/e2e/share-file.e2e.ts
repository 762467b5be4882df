// A run as a file: saved here, opened elsewhere by the one door for files, which tells runs, products and firms apart.
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { LabPage } from './lab-page';
import { findingsIn, WIDTHS } from './findings';
import { closeDialog, elsewhere, fileOf, openFile, screenOf, share, type SavedRun } from './share-page';

const runs = (page: Page) => page.getByRole('region', { name: 'Last runs' }).getByRole('listitem');

test('a file opens elsewhere with the very same screen, beside what is kept there, and once only', async ({
  page,
  browser,
}) => {
  const lab = await LabPage.open(page);
  const code = await lab.issueToDana();
  await lab.move('+1 h');
  await lab.password();
  const { name, text } = await fileOf(page);
  expect(name).toBe('the-phone-on-the-train-2026-03-09.run.json');
  expect(text).not.toContain(code.replace(' ', ''));
  const before = await screenOf(page);

  const there = await elsewhere(browser, '/lab/');
  await openFile(there.page, name, text);
  await expect(there.page.getByRole('dialog')).toBeHidden();
  await expect(there.lab.issuedCode).toHaveText(code);
  expect(await screenOf(there.page)).toBe(before);
  await there.page.reload();
  expect(await screenOf(there.page)).toBe(before);
  const packed = await openFile(there.page, `${name}.gz`, gzipSync(text));
  await expect(packed).toBeHidden();
  // Regression: somebody who opened the file of the run on screen saw nothing come of it.
  await expect(there.page.getByRole('region', { name: 'News' })).toContainText('was kept here already, and is open.');
  await there.page.goto('/');
  await expect(runs(there.page)).toHaveCount(2);
});

test('a run is opened from the dialog that shares, which says what the hash at its head is worth', async ({
  page,
  browser,
}) => {
  const lab = await LabPage.open(page);
  const code = await lab.issueToDana();
  const { name, text } = await fileOf(page);
  const { head } = JSON.parse(text) as SavedRun;
  const there = await elsewhere(browser, '/lab/');
  const dialog = await share(there.page);
  const buffer = Buffer.from(text);
  await dialog.getByLabel('File of a run').setInputFiles({ name, mimeType: 'application/json', buffer });
  await expect(dialog).toBeHidden();
  await expect(there.lab.issuedCode).toHaveText(code);
  await share(there.page);
  await dialog.getByText('What proves that two runs are the same').click();
  await expect(dialog).toContainText((head.link.match(/.{8}/g) ?? []).join(' '));
  await expect(dialog).toContainText('whoever can write a file can write a new chain of hashes into it');
  await expect(dialog).toContainText('Whoever holds the run holds all its codes, keys and PINs too');
});

test('a bad file is refused with what is wrong in it, and the run on screen stays as it is', async ({ page }) => {
  const lab = await LabPage.open(page);
  await lab.issueToDana();
  const { text } = await fileOf(page);
  const before = await screenOf(page);
  const file = JSON.parse(text) as SavedRun;
  const BAD: readonly (readonly [name: string, content: string | Buffer, words: string])[] = [
    ['cut.json', text.slice(0, 20_000), 'was not opened, and nothing was changed.'],
    ['run.zip', Buffer.from([0x50, 0x4b, 3, 4]), 'The file has a ZIP archive; expected: the file inside it'],
    ['newer.json', JSON.stringify({ ...file, version: 2 }), 'version has 2; expected: 1: a newer lab has saved it'],
    [
      'script.json',
      JSON.stringify({ ...file, title: '<img src=x onerror="document.title=1">' }),
      'title has markup (<img src=x',
    ],
    ['turned.json', JSON.stringify({ ...file, title: 'a\u202eb' }), 'title has the character U+202E'],
    ['key.json', JSON.stringify({ ...file, title: 'otpauth://totp/x' }), 'title has a real key (otpauth:…)'],
    [
      'walkthrough.json',
      readFileSync('docs/examples/minimal.scenario.json', 'utf8'),
      'has a walkthrough; expected: a run, a product or a firm',
    ],
  ];
  for (const [name, content, words] of BAD) {
    await test.step(name, async () => {
      const dialog = await openFile(page, name, content);
      await expect(dialog.getByRole('alert')).toContainText(`${name} was not opened, and nothing was changed.`);
      await expect(dialog.getByRole('alert')).toContainText(words);
      await closeDialog(page);
      expect(await screenOf(page)).toBe(before);
    });
  }
  await expect(page).toHaveTitle(/Lockout Lab/);
  await page.goto('/');
  await expect(runs(page)).toHaveCount(1);
});

test('a firm file at the same door is looked through before a story begins with it', async ({ page }) => {
  const lab = await LabPage.open(page);
  await lab.issueToDana();
  const firm = JSON.parse(readFileSync('src/lib/scenarios/phone-on-the-train/start.json', 'utf8')) as Record<
    string,
    unknown
  >;
  await openFile(page, 'firm.json', JSON.stringify({ ...firm, title: 'Their firm' }));
  const dialog = page.getByRole('dialog', { name: 'Your firm' });
  await expect(dialog).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await closeDialog(page);
  await expect(lab.happenings).toContainText('issues a code');
});

test('a run on a product of somebody’s own is a file and no link, and says so where it calls itself as one that ships', async ({
  page,
  browser,
}) => {
  await LabPage.open(page);
  const own = readFileSync('src/lib/products/onvio/product.json', 'utf8').replaceAll('86400', '7200');
  await openFile(page, 'own.json', own);
  await expect(page.getByRole('dialog')).toBeHidden();
  const dialog = await share(page);
  await expect(dialog).toContainText('it is played on a product file that does not ship with this lab');
  await closeDialog(page);
  const { name, text } = await fileOf(page);
  const there = await elsewhere(browser, '/lab/');
  await openFile(there.page, name, text);
  await expect(there.page.getByText('Onvio from a file: not the one that ships')).toBeVisible();
  await there.lab.walk(there.lab.admin, 'Setup', 'Staff', 'Edit Dana Whitlock', 'Onvio Access', 'View Setting');
  await there.lab.issueHere();
  await expect(there.lab.admin).toContainText('Ends Mon 9 Mar, 11:00');
});

for (const width of WIDTHS) {
  test(`axe finds nothing in sharing and opening, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const lab = await LabPage.open(page);
    const found: string[] = [];
    const dialog = await share(page);
    await dialog.getByText('What proves that two runs are the same').click();
    await expect(dialog.getByRole('button', { name: 'Copy the link' })).toBeVisible();
    found.push(...(await findingsIn(page, 'sharing', { isWhole: false })));
    await closeDialog(page);
    const opening = await openFile(page, 'bad.json', '{"format": "lockout-lab-run"}');
    await expect(opening.getByRole('alert')).toContainText('version has nothing');
    found.push(...(await findingsIn(page, 'a file refused', { isWhole: false })));
    await closeDialog(page);
    await page.evaluate(() => (location.hash = 'run=1.abc.def'));
    await expect(page.getByRole('alert')).toContainText('too few letters');
    found.push(...(await findingsIn(page, 'a damaged link', { isWhole: false })));
    await lab.ready();
    expect(found).toEqual([]);
  });
}
