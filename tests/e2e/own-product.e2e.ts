// A product that nobody has seen before, brought as a file: it is played at once, with no line of code; or it is refused
// with every problem named, and what is on screen stays.
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { cellsOf } from './cells';
import { LabPage } from './lab-page';

type Json = Record<string, unknown>;

/** A fifth product: another name, other words, a shorter life of its codes. */
function fifth(change: (product: Json) => void = () => undefined): Buffer {
  const text = readFileSync('src/lib/products/onvio/product.json', 'utf8')
    .replaceAll('Onvio', 'Lanternbook')
    .replaceAll('"onvio"', '"lanternbook"')
    .replaceAll('generate a temporary, 24-hour code', 'Make a two-hour code')
    .replaceAll('86400', '7200');
  const product = JSON.parse(text) as Json;
  change(product);
  return Buffer.from(JSON.stringify(product));
}

async function open(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByRole('button', { name: 'Open a file…' }).click();
  await page
    .getByRole('dialog', { name: 'Open a file' })
    .getByLabel('File', { exact: true })
    .setInputFiles({ name, mimeType: 'application/json', buffer });
}

test('a fifth product is played from its file: a code is issued and ends, somebody enrols, and a reload keeps it', async ({
  page,
}) => {
  const lab = await LabPage.open(page);
  await open(page, 'lanternbook.json', fifth());
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByLabel('Product', { exact: true })).toHaveValue('lanternbook/revision-2');
  await lab.walk(lab.admin, 'Setup', 'Staff', 'Edit Dana Whitlock', 'Lanternbook Access', 'View Setting');
  await lab.press(lab.admin, 'Make a two-hour code');
  await expect(lab.issuedCode).toHaveText(/^\d{4} \d{4}$/);
  await expect(lab.admin).toContainText('Ends Mon 9 Mar, 11:00');
  const code = (await lab.issuedCode.textContent()) ?? '';
  await lab.enterCode(code);
  await lab.expectSignedIn();
  await page.reload();
  await lab.ready();
  await expect(page.getByLabel('Product', { exact: true })).toHaveValue('lanternbook/revision-2');
  await lab.disconnectAll();
  await lab.signOut();
  await lab.next();
  await lab.password();
  await lab.phone.getByRole('button', { name: 'Get a new phone' }).click();
  await lab.press(lab.user, 'Register a device');
  await lab.phone.getByRole('button', { name: 'Pair with Lanternbook' }).click();
  await lab.expectSignedIn();
});

const nodes = (product: Json): Json => product['nodes'] as Json;

/** One of each class of bad files; the others are held against the same reader in the tests of bad files beside it. */
const BAD: readonly (readonly [name: string, file: () => Buffer, words: string])[] = [
  [
    'JSON of something else',
    () => Buffer.from('{"name":"left-pad","version":"1.0.0","scripts":{}}'),
    'The file has nothing in it that the lab knows; expected: a run as the lab saves it, a product, or a firm.',
  ],
  [
    'a key that is missing',
    () => fifth((product) => delete product['version']),
    'version has nothing: the entry is missing; expected: a text in quotation marks: a version such as 1.0.0.',
  ],
  [
    'a wrong type',
    () => fifth((product) => (product['policy'] = 'strict')),
    'policy has "strict"; expected: a group { … }.',
  ],
  [
    'an unknown key',
    () => fifth((product) => (product['colour'] = 'red')),
    'colour has the entry “colour”; expected: no entry by this name: look at its spelling, or take it out.',
  ],
  [
    'a link that leads nowhere',
    () => fifth((product) => (nodes(product)['setup-staff'] = { kind: 'link', label: 'Staff', opens: 'gone' })),
    'nodes.setup-staff has “gone”; expected: the id of a node in `nodes`.',
  ],
  [
    'a cycle in the screen map',
    () => fifth((product) => (nodes(product)['round'] = { kind: 'tab', label: 'Round', children: ['round'] })),
    'nodes.round has a way back to itself: round, round; expected: a way down that comes to an end.',
  ],
  [
    'a negative life',
    () => Buffer.from(fifth().toString().replaceAll('7200', '-7200')),
    'has -7200; expected: at least 1 second.',
  ],
  [
    'more than a product can hold',
    () => Buffer.concat([fifth(), Buffer.alloc(1_000_000, ' ')]),
    'expected: at most 1000000 characters.',
  ],
  [
    'more levels than a product can have',
    () => Buffer.from(`${'['.repeat(100_000)}${']'.repeat(100_000)}`),
    'has 100000 levels of brackets in brackets; expected: at most 64 levels.',
  ],
  [
    'a key __proto__',
    () => Buffer.from(fifth().toString().replace('{', '{"__proto__":{"polluted":true},')),
    '__proto__ has the entry “__proto__”; expected: another name: in a browser this one means something else.',
  ],
  [
    'markup in a label',
    () => fifth((product) => (product['name'] = '<img src=x onerror=alert(1)>')),
    'name has "<img src=x onerror=alert(1)>"; expected: plain words without < or >.',
  ],
  [
    'a key twice',
    () => Buffer.from(fifth().toString().replace('{', '{"format":1,')),
    'format has the same entry a second time, in line 1; expected: each entry once.',
  ],
];

test('a product file that is bad, of whatever class, is refused in words, and the run on screen stays as it is', async ({
  page,
}) => {
  const lab = await LabPage.open(page);
  const code = await lab.issueToDana();
  const happened = await lab.happenings.textContent();
  const before = await lab.admin.textContent();
  for (const [name, file, words] of cellsOf(BAD)) {
    await test.step(name, async () => {
      await open(page, 'bad.json', file());
      const dialog = page.getByRole('dialog', { name: 'Open a file' });
      await expect(dialog.getByRole('alert')).toContainText('bad.json was not opened, and nothing was changed.');
      await expect(dialog.getByRole('alert')).toContainText(words);
      await dialog.getByRole('button', { name: 'Close' }).click();
      await expect(dialog).toBeHidden();
      await expect(lab.issuedCode).toHaveText(code);
      expect(await lab.happenings.textContent(), 'the same records').toBe(happened);
      expect(await lab.admin.textContent(), 'the same screen').toBe(before);
      await expect(page.getByLabel('Product', { exact: true })).toHaveValue('onvio/revision-2');
    });
  }
  await page.reload();
  await lab.ready();
  await expect(lab.issuedCode).toHaveText(code);
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
});
