// On a phone, and zoomed in far: one desk at a time with room for it, no choice cut, nothing out of the window, and the clock
// in reach wherever one looks.
import { expect, test, type Page } from '@playwright/test';
import { show } from './findings';
import { LabPage } from './lab-page';

const PRODUCTS = ['onvio', 'netclient', 'onix', 'portal'] as const;
const DESKS = ['Firm admin', 'User', 'Support'] as const;

/** What does not fit: chosen words that take more room than they have, and a page wider than its window. */
async function tight(page: Page, where: string): Promise<readonly string[]> {
  const cut = await page.getByRole('combobox').evaluateAll((all) =>
    all.flatMap((each) => {
      if (!(each instanceof HTMLSelectElement)) return [];
      const words = each.selectedOptions[0]?.text ?? '';
      const copy = each.cloneNode() as HTMLSelectElement;
      copy.append(new Option(words));
      copy.style.cssText = 'position: absolute; width: max-content; max-width: none; flex: none';
      each.after(copy);
      const needed = copy.offsetWidth;
      copy.remove();
      return needed > each.offsetWidth ? [`“${words}” takes ${needed} pixels and has ${each.offsetWidth}`] : [];
    }),
  );
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return [...cut, ...(over > 0 ? [`${over} pixels too wide`] : [])].map((each) => `${where}: ${each}`);
}

/** How much of the window is left for a desk, between the choice of desks above it and the clock below. */
async function roomForDesk(page: Page, lab: LabPage): Promise<number> {
  const choice = await page.getByRole('navigation', { name: 'Desk in view' }).boundingBox();
  const clock = await lab.time.boundingBox();
  return (clock?.y ?? 0) - Math.max(0, (choice?.y ?? 0) + (choice?.height ?? 0));
}

for (const product of PRODUCTS) {
  const tag = product === 'netclient' || product === 'onix' ? '@long' : [];
  test(`${product} on a phone: every desk has room, and nothing is cut`, { tag }, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const lab = await LabPage.open(page);
    if (product !== 'onvio') await lab.play(product);
    const found: string[] = [];
    for (const desk of DESKS) {
      await show(page, desk);
      found.push(...(await tight(page, desk)));
      await expect(lab.clock).toBeInViewport({ ratio: 1 });
      await expect(lab.time.getByRole('button', { name: 'Play' })).toBeInViewport({ ratio: 1 });
      expect(await roomForDesk(page, lab), `${desk}: room for the desk`).toBeGreaterThan(640 * 0.6);
    }
    expect(found).toEqual([]);
  });
}

test('a call on a phone: answered, talked on and ended, with the clock in reach all the while', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const lab = await LabPage.open(page);
  await show(page, 'Firm admin');
  await lab.callSupport('Issue a code for');
  await show(page, 'Support');
  await lab.support.getByRole('button', { name: 'Answer', exact: true }).click();
  await lab.onCall('Ask…', "What is your firm's address?");
  await expect(lab.support).toContainText('14 Alder Row');
  await expect(lab.clock).toBeInViewport({ ratio: 1 });
  expect(await tight(page, 'on the line')).toEqual([]);
  await lab.press(lab.support, 'Requests');
  await lab.support.getByRole('button', { name: 'Send back' }).scrollIntoViewIfNeeded();
  await expect(lab.clock).toBeInViewport({ ratio: 1 });
  const nav = page.getByRole('navigation', { name: 'Desk in view' });
  await expect(nav.getByRole('button', { name: 'User' })).toBeInViewport({ ratio: 1 });
  await lab.press(lab.support, 'Hang up');
  await expect(lab.support.getByRole('button', { name: 'Hang up' })).toBeHidden();
});

test('zoomed to 400 %: what time it is and how to let it play stay in view, and the rest is reached', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 256 });
  const lab = await LabPage.open(page);
  const play = lab.time.getByRole('button', { name: 'Play' });
  for (const desk of DESKS) {
    await show(page, desk);
    expect(await tight(page, desk)).toEqual([]);
    for (const each of [lab.clock, play]) await expect(each).toBeInViewport({ ratio: 1 });
    const box = await play.boundingBox();
    expect(256 - (box?.y ?? 0), `${desk}: what the clock takes`).toBeLessThan(256 * 0.25);
  }
  await lab.move('+24 h');
  await expect(lab.clock).toHaveText('Tue 10 Mar 09:00:00');
  await lab.time.getByRole('button', { name: 'Event before' }).press('Enter');
  await expect(lab.time.getByRole('button', { name: 'Back to now' })).toBeVisible();
  await show(page, 'User');
  await expect(lab.clock).toBeInViewport({ ratio: 1 });
  expect(await tight(page, 'in the past')).toEqual([]);
});
