// Several windows on one run: each follows the others by itself, and what is a window's own stays where it is.
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { findingsIn, LONG_WIDTHS } from './findings';
import { LabPage } from './lab-page';

const OPENS = Date.UTC(2026, 2, 9, 13);

async function another(context: BrowserContext, path = '/lab/'): Promise<{ page: Page; lab: LabPage }> {
  const page = await context.newPage();
  return { page, lab: await LabPage.open(page, path) };
}

const elsewhere = (page: Page) => page.getByRole('region', { name: 'Another window' });

test('an address for a desk that there is not shows all of them, and says so', async ({ page }) => {
  const lab = await LabPage.open(page, '/lab/?desk=cashier');
  await expect(page.getByRole('alert')).toContainText('It says “cashier”; there are admin, user, support.');
  await expect(lab.admin).toBeVisible();
  await expect(lab.support).toBeVisible();
  await expect(page).toHaveURL(/\/lab\/$/);
});

test(
  'two people at one keyboard: the admin in one window and the user in another, each with their desk alone',
  { tag: '@core' },
  async ({ context, page }) => {
    const lab = await LabPage.open(page);
    const link = lab.admin.getByRole('link', { name: 'Open the desk of Firm admin in a window of its own' });
    const opening = context.waitForEvent('page');
    await link.click();
    const adminsPage = await opening;
    const admins = new LabPage(adminsPage);
    await admins.ready();
    const users = await another(context, '/lab/?desk=user');
    await expect(adminsPage).toHaveTitle(/^Firm admin · /);
    await expect(admins.admin).toBeVisible();
    await expect(admins.user).toBeHidden();
    await expect(users.lab.user).toBeVisible();
    await expect(users.lab.admin).toBeHidden();

    const code = await admins.issueToDana();
    await expect(users.lab.happenings).toContainText('Priya Lowe issues a code for Dana Whitlock');
    await expect(lab.issuedCode).toHaveText(code);
    await users.lab.signInByCode(code);
    await users.lab.expectSignedIn();
    await lab.expectSignedIn();
    await expect(admins.happenings).toContainText('Dana Whitlock is in, with a code');
    await admins.move('+24 h');
    await expect(users.lab.clock).toHaveText('Tue 10 Mar 09:00:00');
    await expect(users.lab.time.getByRole('status')).toContainText("Dana Whitlock's code ends.");

    await test.step('all desks again, which the address says too', async () => {
      await adminsPage.setViewportSize({ width: 1440, height: 900 });
      await adminsPage.getByRole('button', { name: 'All desks' }).click();
      await expect(admins.user).toBeVisible();
      await expect(adminsPage).toHaveURL(/\/lab\/$/);
    });
  },
);

test("which desk is in view and which reasons are open is each window's own", async ({ context, page }) => {
  await page.setViewportSize({ width: 800, height: 900 });
  const lab = await LabPage.open(page);
  const choice = (of: Page) => of.getByRole('navigation', { name: 'Desk in view' });
  await choice(page).getByRole('button', { name: 'Firm admin' }).click();
  await lab.issueToDana();
  const other = await another(context);
  await other.page.setViewportSize({ width: 800, height: 900 });
  await expect(other.lab.admin).toBeVisible();
  await choice(other.page).getByRole('button', { name: 'User' }).click();
  await other.lab.happenings.getByRole('button', { name: /^Why/ }).first().click();
  await expect(other.lab.why).toContainText('Why, at');
  await lab.press(lab.admin, 'Home');
  await expect(other.lab.user).toBeVisible();
  await expect(lab.admin).toBeVisible();
  await expect(lab.why).not.toContainText('Why, at');
  await expect(other.lab.why).toContainText('Why, at');
  await choice(other.page).getByRole('button', { name: 'Firm admin' }).click();
  await expect(other.lab.admin.getByRole('button', { name: 'Setup', exact: true })).toBeVisible();
});

test('time that is played in one window goes on in the others, and any of them can let it stand', async ({
  context,
  page,
}) => {
  const lab = await LabPage.open(page);
  await lab.issueToDana();
  await lab.justBefore();
  const other = await another(context);
  await lab.time.getByLabel('Speed').selectOption('3600×');
  await lab.time.getByRole('button', { name: 'Play' }).click();
  await expect(other.lab.time).toContainText('playing 3600× in another window');
  await expect(other.lab.clock).not.toHaveText('Tue 10 Mar 08:59:59');
  await expect(other.lab.time.getByRole('status')).toContainText("09:00 Dana Whitlock's code ends.");
  await other.lab.time.getByRole('button', { name: 'Pause' }).click();
  await expect(lab.time).toContainText('paused');
  await expect(other.lab.time).toContainText('paused');
  await expect.poll(async () => (await lab.clock.textContent()) === (await other.lab.clock.textContent())).toBe(true);

  await test.step('played in the other, it is followed here: they do not play against each other', async () => {
    await lab.time.getByRole('button', { name: 'Play' }).click();
    await expect(other.lab.time).toContainText('in another window');
    await other.lab.time.getByLabel('Speed').selectOption('60×');
    await expect(lab.time).toContainText('playing 60× in another window');
    await expect(other.lab.time).toContainText('playing 60×');
    await expect(other.lab.time).not.toContainText('in another window');
    await other.page.close();
    await expect(lab.time).toContainText('paused');
  });
});

test('where another window goes on to another run this one stays, says so, and can follow', async ({
  context,
  page,
}) => {
  const lab = await LabPage.open(page);
  await lab.issueToDana();
  const other = await another(context);
  await other.lab.beginAnew();
  await expect(elsewhere(page)).toContainText('Another window has gone on to another run.');
  await expect(lab.happenings).toContainText('issues a code');
  await expect(page.getByRole('button', { name: 'Undo reset' })).toBeHidden();
  await elsewhere(page).getByRole('button', { name: 'Stay here' }).click();
  await expect(elsewhere(page)).toBeHidden();
  await lab.move('+1 h');
  await expect(lab.clock).toHaveText('Mon 9 Mar 10:00:00');
  await expect(elsewhere(page)).toBeHidden();
  await expect(other.lab.clock).toHaveText('Mon 9 Mar 09:00:00');

  await other.lab.beginAnew();
  await elsewhere(page).getByRole('button', { name: 'Go there too' }).click();
  await expect(lab.happenings).not.toContainText('issues a code');
  await expect(elsewhere(page)).toBeHidden();
  await lab.issueToDana();
  await expect(other.lab.happenings).toContainText('issues a code');
});

test('the clock that is tied or untied in one window is so in the other', async ({ context, page }) => {
  await context.clock.setFixedTime(OPENS + 60_000);
  const lab = await LabPage.open(page);
  await lab.play('portal');
  await expect(page.getByRole('status').filter({ hasText: /^The story begins anew on/ })).toBeAttached();
  await lab.persona('user', 'Elif Kaya');
  await lab.password();
  const other = await another(context);
  await lab.user.getByRole('button', { name: 'Use my own phone…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Tie the clock to real time' }).click();
  await expect(lab.time).toContainText('Tied to real time');
  await expect(other.lab.time).toContainText('Tied to real time');
  await context.clock.setFixedTime(OPENS + 90_000);
  await expect(other.lab.clock).toHaveText('Mon 9 Mar 09:01:30');
  await other.lab.time.getByRole('button', { name: 'Untie' }).click();
  await expect(lab.time).toContainText('paused');
  await context.clock.setFixedTime(OPENS + 600_000);
  await lab.move('+30 s');
  await expect(other.lab.clock).toHaveText('Mon 9 Mar 09:02:00');
});

for (const width of LONG_WIDTHS) {
  test(`light and dark, ${width} pixels wide: nothing found in a window with one desk, and beside another run`, async ({
    context,
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await LabPage.open(page, '/lab/?desk=user');
    const found = [...(await findingsIn(page, 'one desk'))];
    const other = await another(context);
    await other.lab.beginAnew();
    await expect(elsewhere(page)).toBeVisible();
    found.push(...(await findingsIn(page, 'beside another run')));
    expect(found).toEqual([]);
  });
}
