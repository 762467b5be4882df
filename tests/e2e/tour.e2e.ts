// The tour of the lab: seven looks on a run of its own, left at any moment, and begun again from the lab's bar.
import { expect, test } from '@playwright/test';
import { findingsIn, WIDTHS } from './findings';
import { LabPage } from './lab-page';

test('the tour shows seven things and gives the lab back as it was', async ({ page }) => {
  const lab = await LabPage.open(page);
  await expect(page.getByText(/^Step 1 of/), 'it never opens by itself').toHaveCount(0);
  const code = await lab.issueToDana();
  await page.getByRole('link', { name: 'Tour', exact: true }).click();
  const coach = page.getByRole('region', { name: 'Coach', exact: true });
  await expect(coach).toContainText('Step 1 of 7');
  await expect(lab.situation).toContainText('Dana can sign in with the code until Tue 10 Mar, 08:58');
  const next = page.getByRole('button', { name: 'Next', exact: true });
  for (const title of ['The code runs down', 'Three desks', 'One clock', 'What happens', 'Why?', 'The facts']) {
    await next.click();
    await expect(page.getByRole('heading', { name: title, level: 2 })).toBeVisible();
    if (title !== 'The facts') await expect(next).toBeFocused();
  }
  await expect(next).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'The facts' })).toBeFocused();
  await page.getByRole('link', { name: 'Close the tour' }).click();
  await lab.ready();
  await expect(page).toHaveURL(/\/lab\/$/);
  await expect(lab.issuedCode).toHaveText(code);
});

test('it is left by Escape at any moment, but not by an Escape that closes something else', async ({ page }) => {
  const lab = await LabPage.open(page, '/lab/?tour=first');
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await lab.why.getByRole('button', { name: 'Fact ONV-9' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Step 2 of 7', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/lab\/$/);
  await lab.ready();
  await expect(lab.situation).toContainText("Dana is locked out: Dana's phone was left on the train");
});

for (const width of WIDTHS) {
  test(`light and dark, ${width} pixels wide: nothing found on the way`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await LabPage.open(page, '/lab/?tour=first');
    const found: string[] = [];
    for (let step = 1; step <= 7; step += 1) {
      if (step > 1) await page.getByRole('button', { name: 'Next', exact: true }).click();
      await expect(page.getByText(`Step ${step} of 7`, { exact: true })).toBeVisible();
      if (step % 3 === 1) found.push(...(await findingsIn(page, `step ${step}`)));
    }
    expect(found).toEqual([]);
  });
}
