// A fair simulation: it says what it is everywhere, sends nothing anywhere, and its policy forbids what it does not need.
import { expect, test } from '@playwright/test';
import { LabPage } from './lab-page';

/** With all that a visit brings: the worker that keeps the site is held to the same policy. */
test.use({ serviceWorkers: 'allow' });

test('every page has the ribbon and says simulation in its title, whatever the address asks for', async ({ page }) => {
  for (const path of ['/', '/lab/', '/lab/?ribbon=off&theme=none#embed']) {
    await page.goto(path);
    await expect(page.getByText(/^Simulation\. No real accounts, people or codes\. Not affiliated/)).toBeVisible();
    await expect(page).toHaveTitle(/simulation/);
  }
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
});

test('nothing leaves for anywhere, nothing breaks the content policy, and no error is printed', async ({ page }) => {
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => asked.push(new URL(request.url()).origin));
  const lab = await LabPage.open(page);
  await lab.signInByCode(await lab.issueToDana());
  await lab.move('+24 h');
  await page.getByRole('button', { name: 'Rules…' }).click();
  await page.keyboard.press('Escape');
  expect(complaints).toEqual([]);
  expect([...new Set(asked)]).toEqual([new URL(page.url()).origin]);
});

test('the content policy lets no form be sent, no frame be drawn and nobody else be called', async ({ page }) => {
  await page.goto('/lab/');
  const policy = (await page.locator('meta[http-equiv="content-security-policy"]').getAttribute('content')) ?? '';
  for (const directive of [
    "default-src 'none'",
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ]) {
    expect(policy).toContain(directive);
  }
  expect(policy).not.toMatch(/unsafe-(inline|eval)/);
});
