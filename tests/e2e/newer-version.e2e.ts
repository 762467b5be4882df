// A newer version is told of in words, is used when somebody wants it, and never takes a page's files away.
import { expect, test, type Page } from '@playwright/test';
import { findingsIn } from './findings';
import { LabPage } from './lab-page';
import { newerSite, OwnServer } from './own-server';

const OLD = 'Rules in force';
const NEW = 'Rules of the newer version';

let server: OwnServer;
let newer: ReturnType<typeof newerSite>;
test.beforeAll(() => {
  newer = newerSite(OLD, NEW);
});
test.beforeEach(async () => {
  server = await new OwnServer().start();
});
test.afterEach(() => server.stop());
test.afterAll(() => newer.remove());

const told = (page: Page) => page.getByRole('status').filter({ hasText: /newer version|part of this page/ });

/** Presses what loads the page again, and waits until it has been. */
async function loadAgain(page: Page, name: string): Promise<void> {
  const loaded = page.waitForEvent('load');
  await told(page).getByRole('button', { name }).click();
  await loaded;
  await new LabPage(page).ready();
  await expect(told(page)).toBeHidden();
}

async function expectRules(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Rules…' }).click();
  await expect(page.getByRole('dialog', { name })).toBeVisible();
  await page.keyboard.press('Escape');
}

test.describe('a browser that keeps the site', () => {
  test.use({ serviceWorkers: 'allow' });

  async function open(page: Page): Promise<LabPage> {
    const lab = await LabPage.open(page, `${server.address}lab/`);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    return lab;
  }

  test('says that a newer version is ready, goes on with the old one, and uses the new one when asked', async ({
    page,
    context,
  }) => {
    const lab = await open(page);
    await lab.issueToDana();
    await server.deploy(newer.folder);
    const other = await context.newPage();
    await other.setViewportSize({ width: 320, height: 900 });
    await other.goto(`${server.address}train/`);
    await expect(told(page)).toContainText('A newer version is ready.');
    await expect(told(other)).toContainText('A newer version is ready.');
    expect(await findingsIn(other, 'a newer version is told of')).toEqual([]);
    await expectRules(page, OLD);

    await told(other).getByRole('button', { name: 'Later' }).click();
    await expect(told(other)).toBeHidden();
    await other.close();
    await page.reload();
    await expect(told(page)).toContainText('A newer version is ready.');
    await expectRules(page, OLD);
    await loadAgain(page, 'Use it now');
    await expectRules(page, NEW);
    await expect(lab.happenings).toContainText('issues a code');
    await expect
      .poll(() => page.evaluate(async () => (await caches.keys()).length), { message: 'the old version is let go of' })
      .toBe(1);
    await server.stop();
    await page.reload();
    await lab.ready();
    await expectRules(page, NEW);
  });

  test('another window that has the older version keeps all of it', { tag: '@long' }, async ({ page, context }) => {
    await open(page);
    await server.deploy(newer.folder);
    const other = await context.newPage();
    await LabPage.open(other, `${server.address}lab/`);
    await loadAgain(other, 'Use it now');
    await expect(told(page)).toContainText('A newer version is in use in another window.');
    await expectRules(other, NEW);
    await server.stop();
    await expectRules(page, OLD);
    await server.start(newer.folder);
    await loadAgain(page, 'Load it again');
    await expectRules(page, NEW);
  });

  test(
    'uses the newer version by itself once no page of the older one is left',
    { tag: '@long' },
    async ({ page, context }) => {
      await open(page);
      await server.deploy(newer.folder);
      await page.reload();
      await expect(told(page)).toContainText('A newer version is ready.');
      const blank = await context.newPage();
      await page.close();
      await expect(async () => {
        await blank.goto(`${server.address}glossary/`);
        await blank.goto('about:blank');
        await LabPage.open(blank, `${server.address}lab/`);
        await expectRules(blank, NEW);
      }).toPass();
      await expect(told(blank)).toBeHidden();
    },
  );
});

test.describe('a browser that keeps nothing of the site', () => {
  test('says that a part is gone, and loading the page again loses nothing', async ({ page }) => {
    const lab = await LabPage.open(page, `${server.address}lab/`);
    await lab.issueToDana();
    await server.deploy(newer.folder);
    await page.getByRole('button', { name: 'Rules…' }).click();
    await expect(told(page)).toContainText('gone from the server: a newer version has taken its place');
    await lab.move('+1 h');
    await loadAgain(page, 'Load the page again');
    await expect(lab.clock).toHaveText('Mon 9 Mar 10:00:00');
    await expect(lab.happenings).toContainText('issues a code');
    await expectRules(page, NEW);
  });

  test(
    'says that there is no network, does not load the page again without one, and looks again',
    { tag: '@long' },
    async ({ page }) => {
      const lab = await LabPage.open(page, `${server.address}lab/`);
      await server.stop();
      await page.getByRole('button', { name: 'Rules…' }).click();
      await expect(told(page)).toContainText('there is no network to fetch it');
      await told(page).getByRole('button', { name: 'Look again' }).click();
      await expect(told(page)).toContainText('there is no network to fetch it');
      await lab.move('+1 h');
      await expect(lab.clock).toHaveText('Mon 9 Mar 10:00:00');
      await server.start();
      await told(page).getByRole('button', { name: 'Look again' }).click();
      await expect(told(page)).toContainText('could not be fetched');
      await loadAgain(page, 'Load the page again');
      await expect(lab.clock).toHaveText('Mon 9 Mar 10:00:00');
      await expectRules(page, OLD);
    },
  );
});
