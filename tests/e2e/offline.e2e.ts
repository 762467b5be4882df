// After one visit everything works with the server gone. The server is really gone: its port refuses.
import { expect, test, type Page } from '@playwright/test';
import { findingsIn } from './findings';
import { LabPage } from './lab-page';
import { OwnServer } from './own-server';

test.use({ serviceWorkers: 'allow' });

const PAGES: readonly (readonly [string, string])[] = [
  ['', 'The flight simulator for the day somebody loses their phone'],
  ['facts/', 'Facts'],
  ['glossary/', 'Glossary'],
  ['runs/', 'Runs'],
  ['train/', 'Walkthroughs'],
  ['train/own/', 'A walkthrough of your own'],
  ['embed/', 'Put a walkthrough into your page'],
  ['lab/', 'Lockout Lab: three desks under one clock'],
];
const PLAYED = [
  'train/two-articles/',
  'train/first-tour/',
  'embed/two-articles/',
  'embed/first-tour/',
  'lab/?tour=first',
];

let server: OwnServer;
test.afterEach(() => server.stop());

/** What is wrong on a page of itself, as the browser tells it. */
function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

/** Stays until the worker has the page in hand: from then on the site is kept. */
async function kept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

for (const [where, at] of [
  ['at the root of a host', ''],
  ['under a sub-path', '/some/where/lab-site'],
] as const) {
  const title = `one visit of the glossary ${where}, and every page opens with the server gone`;
  test(title, { tag: at === '' ? '@long' : [] }, async ({ page }) => {
    test.setTimeout(180_000);
    server = await new OwnServer(at).start();
    await page.goto(`${server.address}glossary/`);
    await kept(page);
    await server.stop();
    const complaints = complaintsOf(page);
    for (const [path, heading] of PAGES) {
      await page.goto(server.address + path);
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeAttached();
      await expect(page.getByText(/^Simulation\. No real accounts/)).toBeVisible();
    }
    for (const path of PLAYED) {
      await page.goto(server.address + path);
      await new LabPage(page).ready();
    }
    await page.goto(`${server.address}lab?product=portal#here`);
    await new LabPage(page).ready();
    await expect(page).toHaveURL(`${server.address}lab/#here`);
    await expect(page.getByLabel('Product')).toHaveValue('portal/article');
    await page.goto(`${server.address}embed/index.html`);
    await expect(page).toHaveURL(`${server.address}embed/`);
    expect(complaints).toEqual([]);
  });
}

test('the story is played with the server gone, with every part that is loaded when it is needed', async ({ page }) => {
  test.setTimeout(180_000);
  server = await new OwnServer().start();
  await page.goto(`${server.address}train/`);
  await kept(page);
  await server.stop();
  const complaints = complaintsOf(page);
  const lab = await LabPage.open(page, `${server.address}lab/`);
  const code = await lab.issueToDana();
  await lab.signInByCode(code);
  await lab.expectSignedIn();
  await lab.move('+24 h');
  await lab.happenings.getByRole('button', { name: /^Why/ }).first().click();
  await expect(lab.why).toContainText('Why');
  await lab.why
    .getByRole('button', { name: /^Fact / })
    .first()
    .click();
  await expect(page.locator('[popover]:popover-open')).not.toBeEmpty();
  await page.keyboard.press('Escape');
  for (const [opener, name] of [
    ['Rules…', 'Rules in force'],
    ['Your firm…', /firm/i],
    ['Reset…', /anew/i],
    ['Open a file…', 'Open a file'],
  ] as const) {
    await page.getByRole('button', { name: opener }).click();
    await expect(page.getByRole('dialog', { name })).toBeVisible();
    await page.keyboard.press('Escape');
  }
  await lab.play('onix');
  await page.reload();
  await lab.ready();
  await expect(page.getByLabel('Product')).toHaveValue('onix/article');
  expect(complaints).toEqual([]);
});

test('an address that is not kept is answered in words, and leads to what is', async ({ page }) => {
  server = await new OwnServer().start();
  await page.goto(server.address);
  await kept(page);
  await server.stop();
  await page.goto(`${server.address}player.html`);
  await expect(
    page.getByRole('heading', { level: 1, name: 'There is no network, and this is not kept here' }),
  ).toBeVisible();
  await expect(page.getByRole('main')).toContainText('You asked for /player.html.');
  await expect(page.getByText(/^Simulation\. No real accounts/)).toBeVisible();
  for (const width of [1440, 320]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await findingsIn(page, `not kept, ${width} pixels wide`)).toEqual([]);
  }
  await page.goto(`${server.address}offline/?asked=${encodeURIComponent('/<b>call 555-0100')}`);
  await expect(page.getByRole('heading', { level: 1, name: 'There is no network' })).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('555');
  await page.getByRole('link', { name: 'the lab itself' }).click();
  await new LabPage(page).ready();
});

test(
  'a frame keeps nothing in the browser of whoever reads the page around it',
  { tag: '@long' },
  async ({ page, context }) => {
    server = await new OwnServer().start();
    await page.route('**/host.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<iframe title="Lab" width="1300" height="880" src="embed/two-articles/"></iframe>`,
      }),
    );
    await page.goto(`${server.address}host.html`);
    const lab = new LabPage(page.frameLocator('iframe[title="Lab"]'));
    await lab.ready();
    // What the page does when it is idle, it has done after two such turns.
    const idle = () => page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 })));
    await idle();
    await lab.move('+1 h');
    await idle();
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    expect(context.serviceWorkers()).toEqual([]);
  },
);

test('the site can be installed, as the browser sees it', async ({ page, context }) => {
  server = await new OwnServer('/some/where').start();
  await page.goto(`${server.address}facts/`);
  await kept(page);
  const browser = await context.newCDPSession(page);
  const { url, errors } = await browser.send('Page.getAppManifest');
  expect(url).toBe(`${server.address}manifest.webmanifest`);
  expect(errors).toEqual([]);
  const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors');
  // A window without a history of its own is the test's own doing.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
});
