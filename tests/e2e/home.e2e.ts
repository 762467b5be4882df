// The home page: what it is, three doors, and the way to every other page, wherever the site stands.
import { createServer, type Server } from 'node:http';
import { expect, test } from '@playwright/test';
import sirv from 'sirv';
import { lastRuns, lines } from './home-page';
import { LabPage } from './lab-page';

test('a first visit: what it is, a tour, three doors, and a list that says how it fills', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('flight simulator');
  await expect(page.getByRole('link', { name: 'Take the 60-second tour' })).toHaveAttribute(
    'href',
    /\/lab\/\?tour=first$/,
  );
  const doors = page.getByRole('region', { name: 'Three doors' });
  await expect(doors.getByRole('heading', { level: 3 })).toHaveText(['Explore', 'Train', 'Embed']);
  await expect(doors.getByRole('list', { name: 'Systems to explore' }).getByRole('link')).toHaveText([
    'Onvio',
    'NetClient CS / NetStaff CS',
    'Onix Work',
    'Client Portal',
  ]);
  await expect(doors.getByRole('link', { name: 'See the walkthroughs' })).toHaveAttribute('href', /\/train\/$/);
  await expect(doors.getByRole('link', { name: 'How to embed one' })).toHaveAttribute('href', /\/embed\/$/);
  await expect(lastRuns(page)).toContainText('Nothing played yet.');
});

test('a link to a product that is not there says what there is, and changes nothing', async ({ page }) => {
  const lab = await LabPage.open(page);
  await lab.issueToDana();
  await LabPage.open(page, '/lab/?product=%3Cb%3Enope');
  await expect(page.getByRole('alert')).toContainText('It says “<b>nope”; there are netclient, onix, onvio, portal.');
  await expect(lab.happenings).toContainText('issues a code');
});

test('a link leads straight to a product file of one’s own', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'open a product file of your own' }).click();
  const dialog = page.getByRole('dialog', { name: 'Open a file' });
  await expect(dialog.getByLabel('File', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('the page stands before any script: without one, the doors and every word of the glossary', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Explore' })).toBeVisible();
  // What stands in a noscript is no text to the test's own queries.
  await expect(page.locator('noscript')).toBeVisible();
  await page.getByRole('link', { name: 'Glossary' }).first().click();
  await expect(page.getByRole('article', { name: 'Temporary code' })).toBeVisible();
  await context.close();
});

test('the pages know of each other, and say which one this is', async ({ page }) => {
  await page.goto('/');
  const nav = page.getByRole('navigation', { name: 'Pages' });
  for (const name of ['Facts', 'Glossary']) {
    await nav.getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(nav.getByRole('link', { name })).toHaveAttribute('aria-current', 'page');
  }
  await page.getByRole('link', { name: 'Lockout Lab' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('flight simulator');
});

test.describe('under a sub-path', () => {
  const AT = '/some/where/lab-site';
  let server: Server;
  let address = '';

  test.beforeAll(async () => {
    const files = sirv('build/site', { etag: true });
    server = createServer((request, response) => {
      const missing = (): void => void response.writeHead(404).end();
      if (request.url?.startsWith(`${AT}/`) !== true) return missing();
      request.url = request.url.slice(AT.length);
      files(request, response, missing);
    });
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    const at = server.address();
    address = `http://localhost:${typeof at === 'object' ? at?.port : ''}${AT}/`;
  });
  test.afterAll(() => server.close());

  test('every link leads where it should, and nothing but the site is asked', async ({ page }) => {
    const strange: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(address) && !request.url().startsWith('data:')) strange.push(request.url());
    });
    await page.goto(address);
    await page.getByRole('link', { name: 'Onix Work' }).click();
    await new LabPage(page).ready();
    await expect(page).toHaveURL(`${address}lab/`);
    await page.getByRole('link', { name: 'Lockout Lab' }).click();
    await lines(page)
      .getByRole('link', { name: /^Continue/ })
      .click();
    await new LabPage(page).ready();
    await page.goto(`${address}glossary/`);
    await page.getByRole('link', { name: 'Facts' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Facts' })).toBeVisible();
    await expect(page.getByLabel('Product')).toBeVisible();
    expect(strange).toEqual([]);
  });
});
