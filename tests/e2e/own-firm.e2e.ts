// A firm of one's own: edited, imported from a spreadsheet, begun, and reset to. What is refused leaves the lab as it is.
import { readFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { findingsIn, WIDTHS } from './findings';
import { LabPage } from './lab-page';

const SHIPPED = readFileSync('src/lib/scenarios/phone-on-the-train/start.json', 'utf8');
const PEOPLE = [
  'Name;E-Mail;Admin;Devices',
  'Ava Stone;ava@yourfirm.example;primary;phone paired',
  '',
  'Bo;bo@firm.com;;',
  '"Cem',
  'Aydin";cem@yourfirm.example;;phone paired + tablet',
  '=1+1;dee@yourfirm.example;;',
].join('\r\n');

class FirmPage {
  readonly lab: LabPage;
  readonly dialog: Locator;
  readonly #page: Page;

  constructor(page: Page, lab: LabPage) {
    this.#page = page;
    this.lab = lab;
    this.dialog = page.getByRole('dialog', { name: 'Your firm' });
  }

  async open(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Your firm…' }).click();
    await expect(
      this.dialog.getByRole('heading', { name: /^People at|^Import people|person$|^Somebody new/ }),
    ).toBeVisible();
  }

  press(name: string): Promise<void> {
    return this.dialog.getByRole('button', { name, exact: true }).click();
  }

  async import(name: string, text: string | Buffer): Promise<void> {
    const buffer = Buffer.from(text);
    await this.dialog.getByLabel('Directory (CSV)').setInputFiles({ name, mimeType: 'text/csv', buffer });
  }

  async begin(): Promise<void> {
    await this.press('Begin the story with this firm');
    await expect(this.dialog).toBeHidden();
  }

  async reset(from: RegExp): Promise<void> {
    await this.#page.getByRole('button', { name: 'Reset…' }).click();
    const dialog = this.#page.getByRole('dialog', { name: 'Begin the story anew' });
    await dialog.getByRole('radio', { name: from }).check();
    await dialog.getByRole('button', { name: 'Begin anew' }).click();
    await expect(dialog).toBeHidden();
  }

  get admins(): Locator {
    return this.#page.getByLabel("Who sits at the admin's desk");
  }

  get people(): Locator {
    return this.#page.getByLabel('Who signs in');
  }
}

async function openFirm(page: Page): Promise<FirmPage> {
  const firm = new FirmPage(page, await LabPage.open(page));
  await firm.open();
  return firm;
}

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

test('people, devices and the time zone are edited; the story begins with them, and the run before comes back', async ({
  page,
}) => {
  const firm = await openFirm(page);
  const { dialog, lab } = firm;
  await dialog.getByLabel('Name of the firm').fill('Alder & Sons');
  await dialog.getByLabel('Time zone').selectOption('Asia/Tokyo');
  await dialog.getByLabel('Keep it as').fill('Alder in Tokyo');
  await firm.press('Edit Marcus Oyelaran');
  await expect(dialog.getByRole('heading', { name: 'A person' })).toBeFocused();
  await dialog.getByLabel('Email').fill('marcus@alder.com');
  await firm.press('Keep the changes');
  await expect(dialog.getByLabel('Email')).toBeFocused();
  await expect(dialog.getByLabel('Email')).toHaveAccessibleDescription(/ends in \.example\.$/);
  await dialog.getByLabel('Email').fill('marcus@alder.example');
  await dialog.getByLabel('Admin rights').selectOption('for staff and clients');
  await dialog.getByLabel(/Primary admin of the firm, instead of Priya Lowe/).check();
  await firm.press('Remove device 2');
  await firm.press('Keep the changes');
  await expect(dialog.getByRole('button', { name: 'Edit Marcus Oyelaran' })).toBeFocused();
  await firm.press('Remove Elif Kaya');
  await firm.press('Remove Jonas Lindqvist');
  await firm.press('Take that back');
  await firm.press('Add a person');
  await dialog.getByLabel('Name').fill('Nia Ford');
  await dialog.getByLabel('Email').fill('nia@alder.example');
  await dialog.getByLabel('Department').fill('Tax');
  // Closing loses nothing, not even a form half filled in.
  await page.keyboard.press('Escape');
  await firm.open();
  await firm.press('Add to the firm');
  await firm.begin();
  await expect(page.getByText('MFA for Alder & Sons')).toBeVisible();
  await expect(lab.clock).toHaveText('Mon 9 Mar 09:00:00');
  await expect(lab.time).toContainText('GMT+9');
  await expect(firm.admins.getByRole('option')).toContainText([
    'Priya Lowe',
    'Tom Birch',
    'Marcus Oyelaran, primary admin',
  ]);
  await expect(firm.people.getByRole('option', { name: /^Elif Kaya/ })).toHaveCount(0);
  await expect(firm.people.getByRole('option', { name: /^Jonas Lindqvist/ })).toHaveCount(1);
  await lab.persona('user', 'Nia Ford');
  await lab.password();
  await lab.phone.getByRole('button', { name: 'Approve' }).click();
  await lab.expectSignedIn();
  await page.getByRole('button', { name: 'Undo reset' }).click();
  await expect(page.getByText('MFA for Birch & Lowe')).toBeVisible();
  await expect(lab.time).toContainText('EDT');
});

test('a directory is seen row by row before it is imported, and a reset goes back to the firm it made', async ({
  page,
}) => {
  const firm = await openFirm(page);
  const { dialog, lab } = firm;
  await firm.press('Import a CSV file…');
  await firm.import('people.csv', `\uFEFF${PEOPLE}`);
  await expect(
    dialog.getByRole('heading', { name: 'people.csv: 2 rows can be imported, 2 rows cannot' }),
  ).toBeVisible();
  const bad = dialog.getByRole('list', { name: 'Rows that cannot be imported' });
  await expect(bad).toContainText(
    'Row 4 email: found “bo@firm.com”; expected: an address in lower case that ends in .example.',
  );
  await expect(bad).toContainText('Row 6 name: found “=1+1”; expected: text that does not begin with =, +, - or @.');
  await expect(dialog.getByRole('list', { name: 'People that can be imported' })).toContainText('Row 5: Cem Aydin');
  // It says why it does nothing yet, and can be pressed by keyboard all the same.
  await dialog.getByRole('button', { name: 'Import 2 people' }).press('Enter');
  await expect(dialog.getByText('Mend 2 rows, or leave them out.')).toBeVisible();
  await dialog.getByLabel(/Make addresses fictional/).check();
  await expect(dialog.getByRole('heading', { name: '3 rows can be imported, 1 row cannot' })).toBeVisible();
  await dialog.getByLabel('Leave 1 row out').check();
  await firm.press('Import 3 people');
  await expect(dialog.getByRole('heading', { name: 'People at Birch & Lowe (3)' })).toBeFocused();
  await expect(dialog).toContainText('3 people are imported from people.csv.');
  await expect(dialog).toContainText('what Priya Lowe, Tom Birch, Dana Whitlock did.');
  await firm.begin();
  await expect(firm.admins.getByRole('option')).toHaveText(['Ava Stone, primary admin']);
  await lab.persona('user', 'Cem Aydin');
  await page.reload();
  await lab.ready();
  await expect(firm.people.getByRole('option')).toHaveCount(3);
  await lab.move('+24 h');
  await firm.reset(/^To here: My Birch & Lowe, your own$/);
  await expect(lab.clock).toHaveText('Mon 9 Mar 09:00:00');
  await expect(firm.people.getByRole('option')).toHaveCount(3);
  await page.getByRole('button', { name: 'Undo reset' }).click();
  await expect(lab.clock).toHaveText('Tue 10 Mar 09:00:00');
  await firm.reset(/^The phone on the train, as it ships$/);
  await expect(firm.people).toHaveValue('dana');
  // On the story that ships, one's own firm is still on offer; and can be kept no longer.
  await page.getByRole('button', { name: 'Reset…' }).click();
  await page.getByRole('button', { name: 'Keep My Birch & Lowe no longer' }).click();
  await expect(page.getByRole('dialog').getByRole('radio', { name: /your own/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Undo reset' }).click();
  await expect(firm.people.getByRole('option')).toHaveCount(3);
});

test('one’s own firm stays when another product is chosen, and the run as it stands can be the next beginning', async ({
  page,
}) => {
  const firm = await openFirm(page);
  const { dialog, lab } = firm;
  await firm.press('Remove Elif Kaya');
  await dialog.getByText('Files, and the run on screen').click();
  const download = page.waitForEvent('download');
  await firm.press('Download the firm file');
  const file = readFileSync(await (await download).path());
  await firm.begin();
  await lab.phone.getByRole('button', { name: 'Get a new phone' }).click();
  await lab.play('netclient');
  await expect(firm.people.getByRole('option', { name: /^Elif Kaya/ })).toHaveCount(0);
  await lab.phone.getByRole('button', { name: 'Get a new phone' }).click();
  await firm.open();
  await dialog.getByText('Files, and the run on screen').click();
  await firm.press('Take people and devices as they stand now');
  await expect(dialog).toContainText(
    'Dana Whitlock dana@birchlowe.example Tax, MFA on, phone paired, phone not paired',
  );
  await dialog
    .getByLabel('Open a firm file (JSON)')
    .setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer: file });
  await expect(dialog).toContainText('mine.json is opened: 10 people.');
  await firm.begin();
  await expect(firm.people.getByRole('option', { name: /^Elif Kaya/ })).toHaveCount(0);
});

const start = (change: (text: string) => string): string => change(SHIPPED);
const BAD_FILES: readonly (readonly [name: string, text: string, words: string])[] = [
  ['no firm file', '[]', '(the whole file) has a list; expected: one object, as in the guide to firms.'],
  ['cut short', SHIPPED.slice(0, 900), 'expected: a closing brace }.'],
  [
    'unknown key',
    start((text) => text.replace('"format": 1,', '"format": 1, "colour": "red",')),
    'colour has "colour"; expected: no such key.',
  ],
  [
    '__proto__',
    start((text) => text.replace('"desks": {', '"desks": {"__proto__": {"x": 1},')),
    'desks.__proto__ has the key “__proto__”; expected: another key',
  ],
  [
    'wrong type',
    start((text) => text.replace('"isMfaOn": true', '"isMfaOn": "yes"')),
    'people.0.isMfaOn has "yes"; expected: true or false.',
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
  ['too deep', '['.repeat(100_000), '100000 levels; expected: at most 64 levels.'],
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
  for (const [name, text, words] of BAD_FILES) {
    const buffer = Buffer.from(text);
    await dialog
      .getByLabel('Open a firm file (JSON)')
      .setInputFiles({ name: `${name}.json`, mimeType: 'application/json', buffer });
    await expect(dialog.getByRole('alert')).toContainText(`${name}.json was not opened, and nothing was changed.`);
    await expect(dialog.getByRole('alert')).toContainText(words);
  }
  await firm.press('Import a CSV file…');
  for (const [name, text, words] of BAD_DIRECTORIES) {
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

for (const width of WIDTHS) {
  test(`light and dark, ${width} pixels wide: nothing found in any state of the dialog`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height: 900 });
    const firm = await openFirm(page);
    const { dialog } = firm;
    const found: string[] = [];
    const examine = async (state: string) => {
      found.push(...(await findingsIn(page, state)));
      const isWide = await page.getByRole('dialog').evaluate((element) => element.scrollWidth > element.clientWidth);
      if (isWide) found.push(`${state}: the dialog is wider than its window`);
    };
    await dialog.getByText('Files, and the run on screen').click();
    await firm.press('Remove Priya Lowe');
    await examine('the firm, with somebody removed');
    await dialog.getByLabel('Open a firm file (JSON)').setInputFiles({
      name: 'bad.json',
      mimeType: 'application/json',
      buffer: Buffer.from(SHIPPED.replaceAll('"name"', '"nam"')),
    });
    await firm.press('Begin the story with this firm');
    await expect(dialog.getByRole('alert')).toHaveCount(2);
    await examine('a file that was refused, and a story that does not begin');
    await firm.press('Edit Tom Birch');
    await dialog.getByLabel('Name').fill('');
    await dialog.getByLabel('Email').fill('tom');
    await firm.press('Keep the changes');
    await examine('a person with fields to be mended');
    await firm.press('Cancel');
    await firm.press('Import a CSV file…');
    await firm.import('people.csv', PEOPLE);
    await examine('rows that can and cannot be imported');
    await firm.import('bad.csv', 'who\nBo');
    await examine('a directory that cannot be read');
    await firm.press('Back without importing');
    await firm.press('Take that back');
    await firm.begin();
    await page.getByRole('button', { name: 'Reset…' }).click();
    await expect(page.getByRole('dialog').getByRole('radio', { name: /your own/ })).toBeVisible();
    await examine('beginning anew, from a firm of one’s own');
    expect(found).toEqual([]);
  });
}
