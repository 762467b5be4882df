// Firm files and directories that are refused leave the lab as it is, and say why.
import { expect, test, type Page } from '@playwright/test';
import { cellsOf } from './cells';
import { FirmPage, SHIPPED } from './firm-page';
import { LabPage } from './lab-page';

/** Everything that the database keeps of runs, and which one is on screen. */
function keptRuns(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const request = indexedDB.open('lockout-lab');
    await new Promise((resolve) => (request.onsuccess = resolve));
    const stores = ['meta', 'runs', 'records'] as const;
    const transaction = request.result.transaction([...stores]);
    const asked = stores.map((name) => transaction.objectStore(name).getAll());
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    request.result.close();
    return JSON.stringify(asked.map(({ result }) => result as unknown));
  });
}

const start = (change: (text: string) => string): string => change(SHIPPED);
const BAD_FILES: readonly (readonly [name: string, text: string, words: string])[] = [
  ['no firm file', '[]', 'The file has a list [ … ]; expected: one group { … }, as in the guide to firms.'],
  ['cut short', SHIPPED.slice(0, 900), 'expected: a closing brace }.'],
  [
    'unknown key',
    start((text) => text.replace('"format": 1,', '"format": 1, "colour": "red",')),
    'colour has the entry “colour”; expected: no entry by this name: look at its spelling, or take it out.',
  ],
  [
    '__proto__',
    start((text) => text.replace('"desks": {', '"desks": {"__proto__": {"x": 1},')),
    'desks.__proto__ has the entry “__proto__”; expected: another name',
  ],
  [
    'wrong type',
    start((text) => text.replace('"isMfaOn": true', '"isMfaOn": "yes"')),
    'people.0.isMfaOn has "yes"; expected: true or false, without quotation marks.',
  ],
  [
    'dangling id',
    start((text) => text.replace('"user": "dana"', '"user": "nobody"')),
    'desks.user has "nobody"; expected: the id of somebody in `people`.',
  ],
  ['id twice', start((text) => text.replace('"id": "tom"', '"id": "priya"')), 'people.1.id has "priya" a second time'],
  [
    'markup',
    start((text) => text.replace('"name": "Tom Birch"', '"name": "<img src=x onerror=alert(1)>"')),
    'expected: plain words without < or >.',
  ],
  ['negative', start((text) => text.replace('"opensAfter": "+02', '"opensAfter": "-02')), 'opensAfter has "-02:00:00"'],
  ['too deep', '['.repeat(100_000), '100000 levels of brackets in brackets; expected: at most 64 levels.'],
  ['too large', ' '.repeat(6_000_001), '6000001 characters; expected: at most 6000000 characters.'],
];
const BAD_DIRECTORIES: readonly (readonly [name: string, text: string | Buffer, words: string])[] = [
  ['empty', '', 'expected: a first row with the columns name, email'],
  ['no address', 'name\nBo', 'no column “email”; expected: at least name and email.'],
  ['unknown column', 'name,email,password\nBo,bo@f.example,x', 'a column “password”'],
  ['quotes', 'name,email\n"Bo,bo@f.example', 'row 2 has a quotation mark that is never closed'],
  ['workbook', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0xff]), 'save as “CSV UTF-8”'],
  ['code page', Buffer.from('name,email\nZo\xeb,z@f.example', 'latin1'), 'save as “CSV UTF-8”'],
  ['too large', ' '.repeat(5_000_001), '5000001 characters; expected: at most 5000000 characters.'],
];

test('every firm file and directory that is refused says why, and leaves the run and the edits as they are', async ({
  page,
}) => {
  const lab = await LabPage.open(page);
  await lab.issueToDana();
  const firm = new FirmPage(page, lab);
  const before = await keptRuns(page);
  await firm.open();
  const { dialog } = firm;
  await dialog.getByLabel('Name of the firm').fill('Mine');
  await dialog.getByText('Files, and the run on screen').click();
  for (const [name, text, words] of cellsOf(BAD_FILES)) {
    const buffer = Buffer.from(text);
    await dialog
      .getByLabel('Open a firm file (JSON)')
      .setInputFiles({ name: `${name}.json`, mimeType: 'application/json', buffer });
    await expect(dialog.getByRole('alert')).toContainText(`${name}.json was not opened, and nothing was changed.`);
    await expect(dialog.getByRole('alert')).toContainText(words);
  }
  await firm.press('Import a CSV file…');
  for (const [name, text, words] of cellsOf(BAD_DIRECTORIES)) {
    await firm.import(`${name}.csv`, text);
    await expect(dialog.getByRole('alert')).toContainText(`${name}.csv cannot be read, and nothing was changed.`);
    await expect(dialog.getByRole('alert')).toContainText(words);
  }
  await firm.press('Back without importing');
  await expect(dialog.getByLabel('Name of the firm')).toHaveValue('Mine');
  await expect(dialog.getByRole('heading', { name: 'People at Mine (8)' })).toBeVisible();
  await firm.press('Remove Priya Lowe');
  await firm.press('Begin the story with this firm');
  await expect(dialog.getByRole('alert')).toContainText(
    'Mine has no primary admin; expected: one primary admin at Mine.',
  );
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Your firm…' })).toBeFocused();
  await expect(lab.issuedCode).toBeVisible();
  expect(await keptRuns(page)).toBe(before);
});
