// Going back and on in time: every desk as it was, a moment that is typed, until somebody is locked out, and what was recorded
// played again.
import { expect, test } from '@playwright/test';
import { LabPage } from './lab-page';

test(
  'going back shows every desk as it was, and a code shown once stays hidden',
  { tag: '@core' },
  async ({ page }) => {
    const lab = await LabPage.open(page);
    const past = page.getByRole('region', { name: 'The past' });
    await lab.walk(lab.admin, 'Setup', 'Staff', 'Edit Dana Whitlock', 'Onvio Access', 'View Setting');
    await lab.move('+30 s');
    const code = await lab.issueHere();
    await lab.press(lab.admin, 'Read it to Dana');
    await lab.move('+30 s');
    await lab.signInByCode(code);
    await lab.expectSignedIn();

    await test.step('right after the issue the code is dots, and Dana has not signed in', async () => {
      await lab
        .line('issues a code')
        .getByRole('button', { name: /^Go there/ })
        .click();
      await expect(past).toContainText('Mon 9 Mar, 09:00:30');
      await expect(lab.admin).toContainText('Active until Tue 10 Mar, 09:00:30');
      await expect(lab.admin).not.toContainText(code);
      await expect(page.locator('body')).not.toContainText(code);
      await expect(lab.user.getByRole('button', { name: 'Sign out' })).toBeHidden();
    });

    await test.step('before it the panel has none, and nothing can be pressed', async () => {
      await lab.time.getByRole('button', { name: 'Event before' }).click();
      await expect(lab.admin).not.toContainText('Active until');
      await lab.time.getByRole('button', { name: 'Event after' }).click();
      await lab.time.getByRole('button', { name: 'Event before' }).click();
      await expect(lab.admin.getByRole('button', { name: 'Setup' })).toBeDisabled();
      await expect(lab.user).toContainText('Approve it on your phone');
    });

    await test.step('what came later stays listed, marked as later', async () => {
      await expect(lab.line('Dana Whitlock is in, with a code')).toContainText('later');
      await expect(lab.line('Dana Whitlock gives the right password')).not.toContainText(/^09:00:30\s*later/);
      await expect(lab.happenings).toContainText('You are here');
    });

    await test.step('back to now everything is as it is', async () => {
      await past.getByRole('button', { name: 'Back to now' }).click();
      await lab.expectSignedIn();
      await expect(lab.clock).toHaveText('Mon 9 Mar 09:01:00');
      await expect(lab.happenings).not.toContainText('later');
    });
  },
);

test('a time is typed: before now it is looked back at, after now it is gone on to', async ({ page }) => {
  const lab = await LabPage.open(page);
  await lab.issueToDana();
  let more = await lab.moreTime();
  await more.getByLabel('Go to a time').fill('8:41');
  await more.getByRole('button', { name: 'Look back at Mon 9 Mar, 08:41' }).click();
  await expect(page.getByRole('region', { name: 'The past' })).toContainText('Mon 9 Mar, 08:41');
  await expect(more).toBeHidden();
  more = await lab.moreTime();
  await more.getByLabel('Go to a time').fill('Tue 10:15');
  await more.getByLabel('Go to a time').press('Enter');
  await expect(lab.clock).toHaveText('Tue 10 Mar 10:15:00');
  await expect(page.getByRole('region', { name: 'The past' })).toBeHidden();
  await expect(lab.time.getByRole('status')).toContainText("09:00 Dana Whitlock's code ends.");
});

test('a time that cannot be read is answered with what was found and what was expected', async ({ page }) => {
  const lab = await LabPage.open(page);
  const more = await lab.moreTime();
  const field = more.getByLabel('Go to a time');
  for (const [typed, answer] of [
    ['soon', '“soon” has no time of the day in it. Type a time such as “Tue 10:15”'],
    ['03:00', 'The run begins on Mon 9 Mar, 07:00. There is nothing to look at before that.'],
  ] as const) {
    await field.fill(typed);
    await more.getByRole('button', { name: 'Go', exact: true }).click();
    await expect(more.getByRole('alert')).toContainText(answer);
    await expect(field).toBeFocused();
  }
  await expect(lab.clock).toHaveText('Mon 9 Mar 09:00:00');
  await more.getByLabel('Or pick it').fill('2026-03-10T09:30');
  await more.getByRole('button', { name: 'Go on to Tue 10 Mar, 09:30' }).click();
  await expect(lab.clock).toHaveText('Tue 10 Mar 09:30:00');
});

test('until Dana is locked out: offered where it is foreseen, in words, and gone on to', async ({ page }) => {
  const lab = await LabPage.open(page);
  let more = await lab.moreTime();
  await expect(more.getByRole('button', { name: /^Until/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await lab.issueToDana();
  await lab.press(lab.admin, 'Read it to Dana');
  more = await lab.moreTime();
  await expect(more).toContainText('at Tue 10 Mar, 09:00, if nobody does anything');
  await more.getByRole('button', { name: 'Until Dana is locked out' }).click();
  await expect(lab.clock).toHaveText('Tue 10 Mar 09:00:00');
  await expect(lab.situation).toContainText('Dana is locked out');
});

test('in the past Play plays what was recorded, up to the present, and writes nothing', async ({ page }) => {
  const lab = await LabPage.open(page);
  const count = await lab.happenings.getByRole('listitem').count();
  await lab.playhead.press('Home');
  await expect(lab.clock).toHaveText('Mon 9 Mar 07:00:00');
  await lab.time.getByLabel('Speed').selectOption('3600×');
  await lab.time.getByRole('button', { name: 'Play' }).click();
  await expect(lab.time).toContainText('the past, playing 3600×');
  await expect(lab.clock).toHaveText('Mon 9 Mar 09:00:00');
  await expect(lab.time).toContainText('paused');
  await expect(page.getByRole('region', { name: 'The past' })).toBeHidden();
  await expect(lab.happenings.getByRole('listitem')).toHaveCount(count);
});

test('by a span the past ends at the present, and what happened on the way is listed with its time', async ({
  page,
}) => {
  const lab = await LabPage.open(page);
  await lab.move('−1 h');
  await expect(lab.clock).toHaveText('Mon 9 Mar 08:00:00');
  await lab.move('+24 h');
  await expect(lab.clock).toHaveText('Mon 9 Mar 09:00:00');
  await lab.walk(lab.admin, 'Setup');
  for (const person of ['Dana Whitlock', 'Tom Birch', 'Marcus Oyelaran']) {
    await lab.walk(lab.admin, 'Staff', `Edit ${person}`, 'Onvio Access', 'View Setting');
    await lab.issueHere();
    await lab.move('+30 s');
  }
  await lab.move('+24 h');
  const status = lab.time.getByRole('status');
  await expect(status).toContainText("09:00:30 Tom Birch's code ends.");
  await expect(status).toContainText("09:01 Marcus Oyelaran's code ends.");
  await status.getByRole('button', { name: '1 more before' }).click();
  const all = page.getByRole('group', { name: 'What happened on the way' });
  await expect(all.getByRole('listitem')).toHaveText([
    /^Tue 10 Mar, 09:00 Dana Whitlock's code ends\.$/,
    /^Tue 10 Mar, 09:00:30 Tom Birch's code ends\.$/,
    /^Tue 10 Mar, 09:01 Marcus Oyelaran's code ends\.$/,
  ]);
});

test('at 320 pixels the clock stays in reach and leaves most of the screen', { tag: '@long' }, async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const lab = await LabPage.open(page);
  await lab.playhead.press('ArrowLeft');
  await expect(page.getByRole('region', { name: 'The past' })).toBeVisible();
  const box = await lab.time.boundingBox();
  expect(box?.height).toBeLessThan(640 / 3);
  await lab.time.getByRole('button', { name: 'Back to now' }).click();
  await expect(lab.clock).toHaveText('Mon 9 Mar 09:00:00');
  const more = await lab.moreTime();
  await more.getByRole('button', { name: '+30 s' }).click();
  await expect(lab.clock).toHaveText('Mon 9 Mar 09:00:30');
});

// Regression: at the beginning both desks stand at “Sign in”, two landmarks of one name; and nothing in the past took the focus.
test('what is past is scrolled by keyboard, and the pages of two desks are told apart by name', async ({ page }) => {
  const lab = await LabPage.open(page);
  await lab.playhead.focus();
  await page.keyboard.press('Home');
  await expect(page.getByRole('button', { name: 'Back to now' })).toBeVisible();
  await expect(lab.admin.getByRole('form', { name: "Sign in, admin's desk" })).toBeVisible();
  await expect(lab.user.getByRole('form', { name: "Sign in, user's desk" })).toBeVisible();
  const phone = lab.user.getByRole('group', { name: 'Phone' });
  await phone.focus();
  await expect(phone).toBeFocused();
});
