// The lab in a browser as people have it: put aside and restored, in a frame of another site, where nothing may be kept,
// and by plain http.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import { setQuota, upgradeDatabase } from './kept-database';
import { LabPage } from './lab-page';
import { ownBrowser, type BrowserSettings } from './own-browser';

const NOT_KEPT = 'Not kept: gone when the page is closed';

/** A page of one's own, in a browser of one's own. */
async function inOwnBrowser(settings: BrowserSettings, work: (page: Page) => Promise<void>): Promise<void> {
  const { context, close } = await ownBrowser(settings);
  try {
    await work(context.pages()[0] ?? (await context.newPage()));
  } finally {
    await close();
  }
}

/** Goes away and comes back: the page is restored as it was, and not loaded again. */
async function awayAndBack(page: Page, meanwhile: (other: Page) => Promise<void>): Promise<void> {
  await page.evaluate(() => {
    document.body.dataset['mark'] = 'put aside';
  });
  await page.goto(`${new URL(page.url()).origin}/glossary/`);
  await meanwhile(await page.context().newPage());
  await page.goBack({ waitUntil: 'commit' });
  await expect(page.locator('body[data-mark="put aside"]')).toBeAttached();
}

test('a page that is restored shows what happened meanwhile, though nobody told it', async ({ baseURL }) => {
  await inOwnBrowser({}, async (page) => {
    const lab = await LabPage.open(page, `${baseURL}/lab/`);
    await awayAndBack(page, async (other) => {
      // A window that can tell no other anything: only looking finds out.
      await other.addInitScript(() => Object.defineProperty(window, 'BroadcastChannel', { value: undefined }));
      await (await LabPage.open(other, `${baseURL}/lab/`)).issueToDana();
    });
    await expect(lab.happenings).toContainText('Priya Lowe issues a code for Dana Whitlock');
    await lab.issueHere();
  });
});

test('a page that is restored after a newer version has taken over lets go', { tag: '@long' }, async ({ baseURL }) => {
  await inOwnBrowser({}, async (page) => {
    const lab = await LabPage.open(page, `${baseURL}/lab/`);
    await lab.issueToDana();
    await awayAndBack(page, async (other) => {
      await other.goto(`${baseURL}/glossary/`);
      await upgradeDatabase(other);
    });
    await expect(page.getByRole('heading', { name: 'A newer version is open' })).toBeVisible();
  });
});

test(
  'where the browser is set to keep nothing the lab says so and goes on in memory',
  { tag: '@long' },
  async ({ baseURL }) => {
    await inOwnBrowser({ keepsNothing: true }, async (page) => {
      const lab = await LabPage.open(page, `${baseURL}/lab/`);
      await expect(page.getByText(NOT_KEPT, { exact: true })).toBeVisible();
      await expect(page.getByRole('alert').filter({ hasText: 'Nothing is kept here.' })).toBeVisible();
      await lab.signInByCode(await lab.issueToDana());
      await lab.expectSignedIn();
    });
  },
);

test('a full disk: nothing is half done, what is kept is read, and it goes on once there is room', async ({
  baseURL,
}) => {
  // A browser asks how much room there is, and then reckons for a while: one that starts anew asks anew.
  const first = await ownBrowser();
  const before = await LabPage.open(await first.context.newPage(), `${baseURL}/lab/`);
  await before.walk(before.admin, 'Setup', 'Staff', 'Edit Dana Whitlock', 'Onvio Access', 'View Setting');
  await expect(before.admin.getByRole('button', { name: 'generate a temporary, 24-hour code' })).toBeVisible();
  const { context, close } = await first.again();
  try {
    const page = await context.newPage();
    await page.goto(`${baseURL}/glossary/`);
    await setQuota(context, page, 1);
    const lab = await LabPage.open(page, `${baseURL}/lab/`);
    await expect(page.getByText(NOT_KEPT, { exact: true })).toBeHidden();
    await lab.press(lab.admin, 'generate a temporary, 24-hour code');
    const full = page.getByRole('alert').filter({ hasText: 'Nothing more can be kept.' });
    await expect(full).toContainText('What you asked for was not done');
    await expect(lab.happenings).not.toContainText('issues a code');
    await setQuota(context, page);
    await lab.issueHere();
    await page.reload();
    await lab.ready();
    await expect(lab.happenings).toContainText('issues a code');
  } finally {
    await close();
  }
});

test('by plain http, where there is no WebCrypto, a run is played, kept and verified', async ({ baseURL }) => {
  const { port } = new URL(baseURL ?? '');
  await inOwnBrowser({ hostName: 'lab.example' }, async (page) => {
    const lab = await LabPage.open(page, `http://lab.example:${port}/lab/`);
    expect(await page.evaluate(() => [isSecureContext, typeof crypto.subtle])).toEqual([false, 'undefined']);
    const code = await lab.issueToDana();
    await page.reload();
    await lab.ready();
    await lab.signInByCode(code);
    await lab.expectSignedIn();
    // In what is saved for a manual, the ids lead to the facts, where others can get there.
    await lab.happenings.getByRole('button', { name: 'Save as steps…' }).click();
    const markdown = page.getByRole('region', { name: 'The steps in Markdown' });
    await expect(markdown).toContainText(`[ONV-6]: <http://lab.example:${port}/facts/`);
    await page.goto(/^\[ONV-6\]: <(.+)>$/m.exec((await markdown.textContent()) ?? '')?.[1] ?? '');
    await expect(page.getByRole('term').filter({ hasText: /^ONV-6$/ })).toBeInViewport();
  });
});

test.describe('in a frame of another site', () => {
  let host: Server;
  let address = '';
  test.beforeAll(async ({}, { project }) => {
    const frame = `<!doctype html><title>Intranet</title><iframe title="lab" src="${project.use.baseURL}/lab/" width="1300" height="860"></iframe>`;
    host = createServer((_, response) => response.setHeader('content-type', 'text/html').end(frame));
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(host.address() as AddressInfo).port}/`;
  });
  test.afterAll(() => host.close());

  test('storage is apart: what is kept there is there again, and the site itself has its own', async ({ baseURL }) => {
    await inOwnBrowser({}, async (page) => {
      const site = await LabPage.open(page, `${baseURL}/lab/`);
      await site.issueToDana();
      await page.goto(address);
      const framed = new LabPage(page.frameLocator('iframe'));
      await framed.ready();
      await expect(framed.happenings).not.toContainText('issues a code');
      await framed.move('+1 h');
      await expect(framed.clock).toHaveText('Mon 9 Mar 10:00:00');
      await page.reload();
      await framed.ready();
      await expect(framed.clock).toHaveText('Mon 9 Mar 10:00:00');
      await expect(framed.surface.getByText('Kept in this frame only')).toBeVisible();
      await page.goto(`${baseURL}/lab/`);
      await site.ready();
      await expect(site.clock).toHaveText('Mon 9 Mar 09:00:00');
      await expect(site.happenings).toContainText('issues a code');
      await expect(page.getByText('Kept in this frame only')).toHaveCount(0);
    });
  });

  test('where storage is blocked there the lab goes on in memory', { tag: '@long' }, async () => {
    await inOwnBrowser({ keepsNothing: true }, async (page) => {
      await page.goto(address);
      const framed = new LabPage(page.frameLocator('iframe'));
      await framed.ready();
      await expect(framed.surface.getByText(NOT_KEPT, { exact: true })).toBeVisible();
      await framed.issueToDana();
    });
  });
});
