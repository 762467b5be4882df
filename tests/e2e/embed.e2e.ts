// A walkthrough in a frame of somebody else's page: one line of HTML, from the site and from the one file, with storage cut
// off or not; played to its end there, and never without the ribbon.
import { readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { CoachPage, NOW, SHOW } from './coach-page';
import { LabPage } from './lab-page';

const FILE = resolve('build/player.html');

test.describe("in a frame of somebody else's page", () => {
  let server: Server;
  let address: string;
  let line = '';
  test.beforeAll(async () => {
    server = createServer((request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      if (request.url === '/player.html') response.end(readFileSync(FILE));
      else response.end(`<!doctype html><title>A page of documentation</title><h1>Guide</h1>${line}`);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  test.afterAll(() => server.close());

  /** Opens a page with nothing in it but this line, and walks what it shows to the end. */
  async function walkIn(page: Page, html: string): Promise<void> {
    line = html;
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(address);
    const frame = page.frameLocator('iframe');
    const coach = new CoachPage(frame);
    await coach.lab.ready();
    await coach.walk({ revision: 2, now: NOW[2] });
    await expect(coach.coach).toContainText('100 of 100 points');
    await expect(frame.getByText(/^Simulation\. No real accounts/)).toBeVisible();
    expect(complaints).toEqual([]);
  }

  /** The line that the site offers, with a seed so that the draw is known. */
  async function offered(page: Page, way: string): Promise<string> {
    await page.goto('/embed/');
    const field = page.getByRole('textbox', { name: way });
    await expect(field).toHaveValue(/^<iframe src="http/);
    return (await field.inputValue()).replace(/(src="[^"]*)"/, '$1?seed=b"');
  }

  test.describe.configure({ mode: 'serial' });

  test('the line for the site, just as it is offered', async ({ page }) => {
    await walkIn(page, await offered(page, 'From this site'));
  });

  test('the line for one file: a frame that may only run scripts, with no storage', async ({ page }) => {
    const html = await offered(page, 'Sandboxed, from one file');
    expect(html).toContain('sandbox="allow-scripts"');
    await walkIn(page, html);
  });

  test('the file beside the page', { tag: '@long' }, async ({ page }) => {
    await walkIn(
      page,
      '<iframe title="Lab" sandbox="allow-scripts" width="1300" height="900" src="/player.html#/train/two-articles?seed=b"></iframe>',
    );
  });
});

test('in a frame of 800 by 600 pixels nothing has to be scrolled to: coach, desk or timeline, and clock', async ({
  page,
}) => {
  await page.route('**/page-of-documentation', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><title>A page</title><iframe src="/embed/two-articles/?seed=b" width="800" height="600"></iframe>',
    }),
  );
  await page.goto('/page-of-documentation');
  const frame = page.frameLocator('iframe');
  const coach = new CoachPage(frame);
  const { lab } = coach;
  const press = (name: string | RegExp) => coach.coach.getByRole('button', { name, exact: true }).click();
  const fits = async (view: Locator): Promise<void> => {
    for (const part of [coach.coach, view, lab.time]) await expect(part).toBeInViewport({ ratio: 0.99 });
    const room = await view.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
    expect(room, 'nothing stands below the edge').toBeLessThanOrEqual(0);
  };
  await lab.ready();
  await fits(lab.user);
  await press('Next');
  await expect(coach.coach).toContainText("Press Setup, on the firm admin's desk, which is not in view.");
  await press("Go to the firm admin's desk");
  await fits(lab.admin);
  await press(SHOW);
  await fits(lab.admin);
  await coach.answer('Revision 2:');
  await expect(coach.coach.getByRole('button', { name: 'Answer' })).toBeInViewport({ ratio: 1 });
  await fits(lab.admin);
  await coach.answer(NOW[2]);
  await coach.answer('Her password alone');
  await press(SHOW);
  await lab.user.getByRole('button', { name: /^Disconnect/ }).click();
  await coach.step('See what it did, and why');
  await expect(coach.coach).toContainText('Look at the panel “Why?”, which is not in view.');
  await press('Go to the timeline');
  await expect(coach.coach).toContainText('Look at the panel “Why?”.');
  await fits(lab.why);
  await expect(lab.user).toBeHidden();
  await frame.getByRole('navigation', { name: 'Desk in view' }).getByRole('button', { name: 'User' }).click();
  await fits(lab.user);
  await press(SHOW);
  await fits(lab.why);
});

test('no parameter takes the ribbon away, and nothing of it is kept', { tag: '@long' }, async ({ page }) => {
  for (const query of ['?ribbon=no', '?simulation=off&embed=1', '?seed=b#ribbon=hidden']) {
    await page.goto(`/embed/two-articles/${query}`);
    await new CoachPage(page).lab.ready();
    await expect(page.getByText(/^Simulation\. No real accounts/)).toBeVisible();
  }
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
});

test('the one file can be downloaded, and its size is the one that is told; no page loads it by itself', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await LabPage.open(page);
  await page.goto('/embed/');
  await page.getByRole('button', { name: 'Copy the line: From this site' }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(asked.filter((url) => url.includes('player'))).toEqual([]);
  const started = page.waitForEvent('download');
  const kilobytes = Math.round(statSync(FILE).size / 1000);
  await page.getByRole('link', { name: `Download player.html (${kilobytes} kB)` }).click();
  const download = await started;
  expect(download.suggestedFilename()).toBe('player.html');
  expect(readFileSync(await download.path()).equals(readFileSync(FILE))).toBe(true);
});

test('the page for writers shows what it looks like, and copies the line', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/embed/');
  const field = page.getByRole('textbox', { name: 'From this site' });
  await expect(field).toHaveValue(/^<iframe src="http/);
  const button = page.getByRole('button', { name: 'Copy the line: From this site' });
  await button.click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied.' })).toBeAttached();
  await expect(button.locator('..')).toContainText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await field.inputValue());
  await page.getByRole('button', { name: 'Show it here' }).click();
  await new CoachPage(page.frameLocator('iframe')).lab.ready();
});
