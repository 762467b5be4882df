// The clock tied to real time for a phone of one's own: what is due on the way, a reload, and a clock that is set back.
import { expect, test } from '@playwright/test';
import { clockText, DAY, HOUR, OPENS, OwnPhonePage, SECOND } from './own-phone-page';

test('what is due on the way happens at its own instant, and nothing else moves time meanwhile', async ({ page }) => {
  const lab = await OwnPhonePage.marcusBeforeQrCode(page, OPENS + 2 * DAY);
  await lab.walk(lab.admin, 'Users & Roles', 'Select Dana Whitlock', 'Get access code');
  await expect(lab.issuedCode).toBeVisible();
  await lab.useOwn.click();
  await expect(lab.dialog).toContainText('One thing is due on the way; it happens at its own time, and is listed.');
  await lab.dialog.getByRole('button', { name: 'Tie the clock to real time' }).click();
  await expect(lab.time.getByRole('status')).toContainText("Tue 10 Mar, 09:00 Dana Whitlock's code ends.");
  await lab.expectTied();
  await expect(lab.time.getByRole('button', { name: '+24 h' })).toBeHidden();
  await lab.untie();
  await expect(lab.time.getByRole('button', { name: 'Play' })).toBeFocused();
  await lab.move('+24 h');
  await expect(lab.clock).toHaveText(clockText(lab.real + DAY));
});

test('a run that was left tied goes on after a reload, catches up, and never goes back with the clock', async ({
  page,
}) => {
  const lab = await OwnPhonePage.beforeQrCode(page, OPENS + 2 * DAY);
  await lab.tie();
  const phone = await lab.scan();
  await lab.enrol(phone);

  await test.step('the page is loaded again, three days later', async () => {
    await lab.realTime(3 * DAY);
    await page.reload();
    await lab.ready();
    await lab.expectTied();
    await lab.toField();
    await lab.typeFrom(phone);
    await lab.expectSignedIn();
  });

  await test.step("the computer's clock is set back by an hour: time stands still and says so", async () => {
    const before = (await lab.clock.textContent()) ?? '';
    await lab.realTime(-HOUR);
    await expect(lab.time).toContainText('was it set back? Simulated time never goes back.');
    await expect(lab.time).toContainText('01:00:00 still');
    await lab.toField();
    await expect(lab.user).toContainText('The codes of your phone are not right now: see the time bar.');
    await lab.realTime(HOUR - 10 * SECOND);
    await expect(lab.time).toContainText('00:00:10 still');
    await expect(lab.clock).toHaveText(before);
    await lab.realTime(40 * SECOND);
    await expect(lab.time).not.toContainText('set back');
    await lab.expectTied();
    await lab.typeFrom(phone);
    await lab.expectSignedIn();
  });

  await test.step('untied and loaded again, it stays untied', async () => {
    await lab.untie();
    await page.reload();
    await lab.ready();
    await expect(lab.time).toContainText('paused');
  });
});

test(
  'where simulated time is ahead of real time, the story begins anew at the present',
  { tag: '@long' },
  async ({ page }) => {
    const lab = await OwnPhonePage.beforeQrCode(page, OPENS - 100 * DAY);
    await lab.useOwn.click();
    await expect(lab.dialog).toContainText("is ahead of this computer's clock, Sat 29 Nov 2025");
    await expect(lab.dialog.getByRole('button', { name: 'Tie the clock to real time' })).toBeHidden();
    await lab.dialog.getByRole('button', { name: 'Begin anew at the present, and tie the clock' }).click();
    await lab.expectTied();
    await expect(lab.user.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await lab.password();
    const phone = await lab.scan();
    expect(phone.label).toBe('elif@birchlowe.example');
    await lab.enrol(phone);

    await test.step('and a little ahead of it, the clock may wait as well', async () => {
      await lab.untie();
      await lab.move('+30 s');
      await lab.toField();
      await lab.useOwn.click();
      await lab.dialog.getByRole('button', { name: 'Tie the clock, and wait for real time' }).click();
      await expect(lab.time).toContainText('00:00:30 still');
      await lab.realTime(60 * SECOND);
      await lab.expectTied();
      await lab.typeFrom(phone);
      await lab.expectSignedIn();
    });
  },
);
