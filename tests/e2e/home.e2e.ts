// The home page: three doors, the products behind the first, and what was played last.
import { createServer, type Server } from 'node:http';
import { expect, test, type Page } from '@playwright/test';
import sirv from 'sirv';
import { findingsIn, WIDTHS } from './findings';
import { LabPage } from './lab-page';

const lastRuns = (page: Page) => page.getByRole('region', { name: 'Last runs' });
const lines = (page: Page) => lastRuns(page).getByRole('listitem');

/** Changes one store of the kept runs behind the lab's back. */
async function removeFrom(
  page: Page,
  store: 'products' | 'records',
  keys: readonly (string | [string, number])[],
): Promise<void> {
  await page.evaluate(
    async ({ name, gone }) => {
      const request = indexedDB.open('lockout-lab');
      const database = await new Promise<IDBDatabase>((resolve) => (request.onsuccess = () => resolve(request.result)));
      const transaction = database.transaction(name, 'readwrite');
      for (const key of gone) transaction.objectStore(name).delete(key);
      await new Promise((resolve) => (transaction.oncomplete = resolve));
      database.close();
    },
    { name: store, gone: [...keys] },
  );
}

/** The ids of the kept runs with the digest of the product each is pinned to. */
function keptRows(page: Page): Promise<readonly { readonly id: string; readonly productDigest: string }[]> {
  return page.evaluate(async () => {
    const request = indexedDB.open('lockout-lab');
    const database = await new Promise<IDBDatabase>((resolve) => (request.onsuccess = () => resolve(request.result)));
    const all = database.transaction('runs').objectStore('runs').getAll();
    await new Promise((resolve) => (all.onsuccess = resolve));
    database.close();
    return all.result as { id: string; productDigest: string }[];
  });
}

async function blockStorage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      value: {
        open() {
          throw new DOMException('Internal error.', 'UnknownError');
        },
      },
    });
  });
}

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

test('a product is chosen, a run is left and gone back to: nothing that was played is lost', async ({ page }) => {
  const lab = await LabPage.open(page);
  await lab.issueToDana();
  await lab.move('+1 h');
  await page.getByRole('link', { name: 'Lockout Lab' }).click();
  await expect(lines(page)).toHaveCount(1);
  await expect(lines(page)).toContainText('The phone on the train');
  await expect(lines(page)).toContainText('In the lab now');
  await expect(lines(page)).toContainText('Onvio · stands at Mon 9 Mar 2026, 10:00');

  await page.getByRole('link', { name: 'Onix Work' }).click();
  await lab.ready();
  await expect(page.getByLabel('Product')).toHaveValue('onix/article');
  await expect(page).toHaveURL(/\/lab\/$/);
  await expect(page.getByRole('status').filter({ hasText: 'A run begins on Onix Work.' })).toContainText(
    'The run before it is kept and stands in the list of last runs.',
  );
  await page.reload();
  await lab.ready();
  await expect(page.getByLabel('Product')).toHaveValue('onix/article');

  await page.goto('/');
  await expect(lines(page).nth(0)).toContainText('Onix Work');
  await expect(lines(page).nth(0)).toContainText('In the lab now');
  await expect(lines(page).nth(1)).toContainText('Onvio · stands at Mon 9 Mar 2026, 10:00');
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

test('a reset that was undone by going back to the list leaves both runs in it', async ({ page }) => {
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

test('a list longer than five shows the last five, and all of them when asked', async ({ page }) => {
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
  const dialog = page.getByRole('dialog', { name: 'Open a product file' });
  await expect(dialog.getByLabel('Product file')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
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

test('where storage is blocked the list says so, and a product can be chosen all the same', async ({ page }) => {
  await blockStorage(page);
  await page.goto('/');
  await expect(lastRuns(page).getByRole('alert')).toContainText('Nothing is kept here.');
  await page.getByRole('link', { name: 'Client Portal' }).click();
  await new LabPage(page).ready();
  await expect(page.getByLabel('Product')).toHaveValue('portal/article');
  await expect(page.getByText('Not kept: gone when the page is closed', { exact: true })).toBeVisible();
});

test('a list that could not be loaded says so, and can be asked for again', async ({ page }) => {
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

test('by keyboard: past the bar to the content, then into the run', async ({ page }) => {
  await LabPage.open(page);
  await page.goto('/');
  await expect(lines(page)).toHaveCount(1);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Take the 60-second tour' })).toBeFocused();
  const way = page.getByRole('link', { name: /^Continue/ });
  for (
    let presses = 0;
    presses < 20 && !(await way.evaluate((element) => element === document.activeElement));
    presses += 1
  )
    await page.keyboard.press('Tab');
  await expect(way).toBeFocused();
  await page.keyboard.press('Enter');
  await new LabPage(page).ready();
});

for (const width of WIDTHS) {
  test(`light and dark, ${width} pixels wide: axe finds nothing and nothing stands out`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/');
    await expect(lastRuns(page)).toContainText('Nothing played yet.');
    const found = [...(await findingsIn(page, 'home, nothing played'))];
    await LabPage.open(page);
    await LabPage.open(page, '/lab/?product=onix');
    await page.goto('/');
    await expect(lines(page)).toHaveCount(2);
    const [row] = await keptRows(page);
    await removeFrom(page, 'records', [[row?.id ?? '', 0]]);
    await page.reload();
    await expect(lines(page).filter({ hasText: 'Damaged' })).toHaveCount(1);
    found.push(...(await findingsIn(page, 'home, with runs')));
    expect(found).toEqual([]);
  });
}

test('where storage is blocked axe finds nothing either', async ({ page }) => {
  await blockStorage(page);
  await page.goto('/');
  await expect(lastRuns(page).getByRole('alert')).toBeVisible();
  expect(await findingsIn(page, 'home, storage blocked')).toEqual([]);
});

for (const path of ['/', '/glossary/']) {
  test(`${path}: targets are large enough, words too, and twice the text size loses nothing`, async ({ page }) => {
    await page.goto(path);
    for (const width of [1440, 768, 320]) {
      await page.setViewportSize({ width, height: 900 });
      const small = await page.evaluate(() => {
        const isInText = (element: HTMLElement) => getComputedStyle(element).display === 'inline';
        const targets = [...document.querySelectorAll<HTMLElement>('button, a, select, input, summary')]
          .filter((element) => element.offsetParent !== null && !isInText(element) && !element.matches('.skip'))
          .filter((element) => element.offsetWidth < 24 || element.offsetHeight < 24);
        const words = [...document.querySelectorAll<HTMLElement>('body *')].filter(
          (element) =>
            [...element.childNodes].some(
              (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
            ) &&
            !['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(element.tagName) &&
            parseFloat(getComputedStyle(element).fontSize) < 13,
        );
        return [...targets, ...words].map((element) => element.outerHTML.slice(0, 90));
      });
      expect(small).toEqual([]);
      await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
      const room = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(room, `${width} pixels, twice the text`).toBeLessThanOrEqual(0);
      await page.evaluate(() => (document.documentElement.style.fontSize = ''));
    }
  });
}

test('in forced colours, which page this is can still be seen', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/glossary/');
  const border = (name: string) =>
    page
      .getByRole('navigation', { name: 'Pages' })
      .getByRole('link', { name })
      .evaluate((element) => parseFloat(getComputedStyle(element).borderBottomWidth));
  expect(await border('Glossary')).toBeGreaterThanOrEqual(2);
  expect(await border('Facts')).toBe(0);
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
