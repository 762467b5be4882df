// The page of facts: every product's rules in words, alone and side by side; what is shown stands in the address, each fact has
// one of its own, and the lab's ids lead there.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { findingsIn, WIDTHS } from './findings';
import { LabPage } from './lab-page';

const product = (page: Page): Locator => page.getByLabel('Product');
const beside = (page: Page): Locator => page.getByLabel('Side by side with');
const shown = (choice: Locator): Locator => choice.locator('option:checked');
/** What an address with this id points at: a fact's entry. */
const entry = (page: Page, id: string): Locator => page.locator(`[id="${id}"]`);

test('two revisions stand side by side, and what differs is marked in words', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Read the facts it plays' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Facts' })).toBeVisible();
  await product(page).selectOption('Onvio, revision 1');
  const row = page.getByRole('row', { name: /the last device is disconnected while a code is active/ });
  await expect(row).toContainText('MFA goes off when the code ends');
  await expect(row).toContainText('ONV-8a');
  await beside(page).selectOption('Onvio, revision 2');
  await expect(row).toContainText('MFA goes off at once and no code is asked');
  await expect(row.getByRole('cell').last()).toHaveText('Differs');
  await expect(
    page
      .getByRole('row', { name: /An active code and the app/ })
      .getByRole('cell')
      .last(),
  ).toHaveText('Same');
  await expect(page.getByText('A code stops working 24 hours after it was made.')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(row).toBeVisible();
});

test('it opens on the first product, and what is chosen stands in the address: reload, back and forward keep it', async ({
  page,
}) => {
  await page.goto('/facts/');
  await expect(shown(product(page))).toHaveText('Onvio, revision 2');
  await product(page).selectOption('Onix Work');
  await beside(page).selectOption('Onvio, revision 1');
  await expect(page).toHaveURL(/\/facts\/\?product=onix&variant=article&beside=onvio&beside-variant=revision-1$/);
  const same = async (): Promise<void> => {
    await expect(shown(product(page))).toHaveText('Onix Work');
    await expect(shown(beside(page))).toHaveText('Onvio, revision 1');
  };
  await page.reload();
  await same();
  await page.getByRole('link', { name: 'Glossary' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Glossary' })).toBeVisible();
  await page.goBack();
  await same();
  await page.goForward();
  await expect(page.getByRole('heading', { level: 1, name: 'Glossary' })).toBeVisible();
  await page.goBack();
  await same();
  await product(page).selectOption('Onvio, revision 1');
  await expect(shown(beside(page)), 'nothing is compared with itself').toHaveText('nothing');
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Facts' }).click();
  await expect(shown(product(page))).toHaveText('Onvio, revision 2');
});

test(
  'an id leads to its fact, the fact to the rules on it, and the way back goes step by step',
  { tag: '@long' },
  async ({ page }) => {
    await page.goto('/facts/?product=onix');
    const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: 'ONX-7', exact: true }) });
    await row.first().getByRole('link', { name: 'ONX-7', exact: true }).click();
    await expect(page).toHaveURL(/\?product=onix#ONX-7$/);
    await expect(entry(page, 'ONX-7')).toBeInViewport();
    await entry(page, 'ONX-7').getByRole('link').nth(1).click();
    await expect(page).toHaveURL(/#rule\//);
    await page.goBack();
    await expect(page).toHaveURL(/#ONX-7$/);
    await page.reload();
    await expect(entry(page, 'ONX-7')).toBeFocused();
    await expect(entry(page, 'ONX-7')).toBeInViewport();
    await product(page).selectOption('Client Portal');
    await page.goBack();
    await expect(shown(product(page)), 'the step before was on another product').toHaveText('Onix Work');
    await page.goForward();
    await expect(shown(product(page))).toHaveText('Client Portal');
    await page.goto('/facts/#ONX-2');
    await expect(shown(product(page)), 'a fact alone opens the product that has it').toHaveText('Onix Work');
    await expect(entry(page, 'ONX-2')).toBeFocused();
  },
);

test(
  'what a product does not have is told, with the way to it; another choice leaves it behind',
  { tag: '@long' },
  async ({ page }) => {
    const told = page.getByRole('alert');
    await page.goto('/facts/?product=onvio&variant=revision-1#ONX-7');
    await expect(told).toContainText('ONX-7 is not among the facts of Onvio, revision 1.');
    await told.getByRole('link', { name: 'See it on Onix Work' }).click();
    await expect(entry(page, 'ONX-7')).toBeFocused();
    await expect(told).toHaveCount(0);
    await product(page).selectOption('Client Portal');
    await expect(page).toHaveURL(/\?product=portal&variant=article$/);
    await expect(told).toHaveCount(0);
    await page.goto('/facts/?product=betamax&beside=onvio&beside-variant=third#ONV-99');
    await expect(told).toContainText('No product here goes by “betamax”. This is Onvio, revision 2.');
    await expect(told).toContainText('“onvio” has no variant “third”.');
    await expect(told).toContainText('There is no fact ONV-99.');
    expect(await findingsIn(page, 'strange wishes')).toEqual([]);
  },
);

test('an id in the lab leads to its fact on the product that is played, beside the run', async ({ page, context }) => {
  const lab = await LabPage.open(page);
  await lab.revision(1);
  await lab.why.getByRole('button', { name: 'Fact ONV-9' }).click();
  const opened = context.waitForEvent('page');
  await page.getByRole('link', { name: 'See it on the page Facts, in a new tab' }).click();
  const other = await opened;
  await expect(shown(product(other))).toHaveText('Onvio, revision 1');
  await expect(entry(other, 'ONV-9')).toBeFocused();
  await expect(lab.situation).toBeVisible();
});

test('an id in the glossary leads there too', { tag: '@long' }, async ({ page }) => {
  await page.goto('/glossary/#temporary-code');
  await page.getByRole('article', { name: 'Temporary code' }).getByRole('button', { name: 'Fact NCS-6' }).click();
  await page.getByRole('link', { name: 'See it on the page Facts', exact: true }).click();
  await expect(shown(product(page))).toHaveText('NetClient CS / NetStaff CS');
  await expect(entry(page, 'NCS-6')).toBeFocused();
});

for (const width of WIDTHS) {
  test(`light and dark, ${width} pixels wide: axe finds nothing and nothing stands out`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/facts/');
    await beside(page).selectOption({ index: 1 });
    expect(await findingsIn(page, 'facts')).toEqual([]);
  });
}
