// The first ten seconds: who is locked out and why, what would help, one press to where it is done, and what runs down then.
import { expect, test } from '@playwright/test';
import { PATH } from './coach-page';
import { LabPage } from './lab-page';

const SYSTEMS = [
  { product: 'onvio', helps: 'generate a temporary, 24-hour code', tag: [] },
  { product: 'netclient', helps: 'generate a temporary, 24-hour numerical code', tag: ['@long'] },
  { product: 'onix', helps: 'Get access code', tag: ['@long'] },
];

for (const { product, helps, tag } of SYSTEMS) {
  test(`${product}: what would help is one press away, and what comes of it runs down`, { tag }, async ({ page }) => {
    const lab = await LabPage.open(page, `/lab/?product=${product}`);
    await expect(lab.situation).toContainText("Dana is locked out: Dana's phone was left on the train at 08:41");
    await expect(lab.situation).toContainText(`› ${helps}.`);
    await lab.situation.getByRole('button', { name: 'Take me there' }).click();
    const button = lab.admin.getByRole('button', { name: helps, exact: true });
    await expect(button).toBeFocused();
    await expect(button).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Enter');
    await expect(lab.situation).toContainText('nobody has read it to Dana yet');
    await expect(lab.situation).toContainText('24:00:00 left');
    await expect(lab.situation).toContainText('On Tue 10 Mar, 09:00 the code ends');
    // What is to be done next stands on the screen: nothing else to be led to.
    await expect(lab.situation.getByRole('button')).toHaveCount(0);
    // Regression: on paper two desks were left out, what happened was cut at its box, and the dark look was pale on white.
    await page.setViewportSize({ width: 794, height: 1100 });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    for (const desk of [lab.admin, lab.user, lab.support]) await expect(desk).toBeVisible();
    const cut = () => lab.happenings.evaluate((list) => list.scrollHeight - list.clientHeight);
    await expect.poll(cut).toBeLessThanOrEqual(1);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light');
  });
}

test('nobody is led anywhere in the past, nor where a coach leads', { tag: '@long' }, async ({ page }) => {
  const lab = await LabPage.open(page);
  const lead = lab.situation.getByRole('button', { name: 'Take me there' });
  await expect(lead).toBeVisible();
  await lab.time.getByRole('button', { name: 'Event before' }).click();
  await expect(page.getByText('You are looking at the past')).toBeVisible();
  await expect(lab.situation).toContainText('locked out');
  await expect(lead).toHaveCount(0);
  await page.goto(PATH(1));
  await expect(lab.situation).toBeVisible();
  await expect(lab.situation.getByRole('button')).toHaveCount(0);
});
