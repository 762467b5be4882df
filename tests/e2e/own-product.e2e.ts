// A product that nobody has seen before, brought as a file: it is played at once, with no line of code; or it is refused
// with every problem named, and what is on screen stays.
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
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
    .getByRole('dialog', { name: 'Open a product file' })
    .getByLabel('Product file')
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

const BAD: readonly (readonly [string, (product: Json) => void, string])[] = [
  ['an unknown key', (product) => (product['colour'] = 'red'), 'colour has "colour"; expected: no such key.'],
  ['a wrong type', (product) => (product['policy'] = 'strict'), 'policy has "strict"; expected: an object { … }.'],
  [
    'markup in a label',
    (product) => (product['name'] = '<img src=x onerror=alert(1)>'),
    'expected: plain words without < or >.',
  ],
];

for (const [name, change, words] of BAD) {
  test(`a product file with ${name} is refused in words, and the run on screen stays`, async ({ page }) => {
    const lab = await LabPage.open(page);
    await lab.issueToDana();
    await open(page, 'bad.json', fifth(change));
    const alert = page.getByRole('dialog').getByRole('alert');
    await expect(alert).toContainText('bad.json was not opened, and nothing was changed.');
    await expect(alert).toContainText(words);
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await expect(lab.issuedCode).toBeVisible();
    await expect(page.getByLabel('Product', { exact: true })).toHaveValue('onvio/revision-2');
  });
}
