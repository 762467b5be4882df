import { expect, test } from '@playwright/test';
import { LabPage } from './lab-page';

for (const [moment, issued, ends] of [
  ['the day before the clocks go forward', 'Sat 7 Mar 09:00:00', 'Ends Sun 8 Mar, 10:00'],
  ['the day before the clocks go back', 'Sat 31 Oct 09:00:00', 'Ends Sun 1 Nov, 08:00'],
] as const) {
  const tag = moment.endsWith('back') ? '@long' : [];
  test(`twenty-four hours are elapsed hours: ${moment} (ONV-6)`, { tag }, async ({ page }) => {
    const lab = await LabPage.open(page);
    await page.getByRole('button', { name: 'Reset…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: new RegExp(moment) }).check();
    await dialog.getByRole('button', { name: 'Begin anew' }).click();
    await expect(lab.clock).toHaveText(issued);
    const code = await lab.issueToDana();
    await expect(lab.admin).toContainText(ends);
    await expect(lab.admin).toContainText('in 24:00:00');
    await lab.justBefore();
    await lab.signInByCode(code);
    await lab.expectSignedIn();
    await lab.signOut();
    await lab.next();
    await lab.signInByCode(code);
    await expect(lab.refusal).toContainText(`This code stopped working at ${ends.slice(-5)}`);
  });
}

test('the clock stands still until it is moved, and moves by what is pressed', async ({ page }) => {
  const lab = await LabPage.open(page);
  await expect(lab.clock).toHaveText('Mon 9 Mar 09:00:00');
  await lab.move('+30 s');
  await expect(lab.clock).toHaveText('Mon 9 Mar 09:00:30');
  await lab.move('+1 h');
  await lab.move('+24 h');
  await expect(lab.clock).toHaveText('Tue 10 Mar 10:00:30');
  await expect(lab.time).toContainText('paused');
});

test('playing moves it by itself, what is due happens on the way, and pausing keeps the instant', async ({ page }) => {
  const lab = await LabPage.open(page);
  await lab.issueToDana();
  await lab.time.getByLabel('Speed').selectOption('3600×');
  await lab.time.getByRole('button', { name: 'Play' }).click();
  await expect(lab.time).toContainText('playing 3600×');
  await expect(lab.clock).not.toHaveText('Mon 9 Mar 09:00:00');
  await lab.justBefore();
  await expect(lab.time).toContainText('paused');
  await lab.time.getByRole('button', { name: 'Play' }).click();
  await expect(lab.time.getByRole('status')).toContainText("09:00 Dana Whitlock's code ends.");
  await lab.time.getByRole('button', { name: 'Pause' }).click();
  await expect(lab.time).toContainText('paused');
  const paused = (await lab.clock.textContent()) ?? '';
  // What is written next stands behind the instant at which it was paused.
  await lab.press(lab.support, 'Directory');
  await expect(lab.support.getByRole('table')).toBeVisible();
  await page.reload();
  await lab.ready();
  await expect(lab.clock).toHaveText(paused);
});
