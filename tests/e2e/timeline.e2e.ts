// The timeline as it is operated: the playhead by mouse, touch and keyboard, zoom and folds, whose lanes there are, and the
// same in words.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { findingsIn, WIDTHS } from './findings';
import { LabPage } from './lab-page';

async function middleOf(element: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await element.boundingBox();
  if (box === null) throw new Error('It is not drawn.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Drags by the mouse, in a few moves, and lets go. */
async function drag(page: Page, element: Locator, by: number): Promise<void> {
  const { x, y } = await middleOf(element);
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (const share of [0.3, 0.7, 1]) await page.mouse.move(x + by * share, y);
  await page.mouse.up();
}

const tools = (lab: LabPage): Locator => lab.timeline.getByRole('group', { name: 'What the timeline shows' });
const fold = (lab: LabPage): Locator => lab.timeline.getByRole('button', { name: /^Unfold/ });

test('the playhead is dragged by mouse: back over what was, and at the edge back to now', async ({ page }) => {
  const lab = await LabPage.open(page);
  await drag(page, lab.playhead, -40);
  await expect(page.getByRole('region', { name: 'The past' })).toContainText('You are looking at the past');
  await expect(lab.clock).not.toHaveText('Mon 9 Mar 09:00:00');
  await expect(lab.playhead).toHaveAttribute('aria-valuetext', /in the past/);
  await drag(page, lab.playhead, 40);
  await expect(page.getByRole('region', { name: 'The past' })).toBeHidden();
  await expect(lab.clock).toHaveText('Mon 9 Mar 09:00:00');
  await expect(lab.playhead).toHaveAttribute('aria-valuetext', 'Mon 9 Mar, 09:00, now');
});

test('dragged ahead of now it waits: time goes on only when somebody says so', async ({ page }) => {
  const lab = await LabPage.open(page);
  await drag(page, lab.playhead, 120);
  const offer = lab.timeline.getByRole('group', { name: 'Ahead of now' });
  await expect(offer.getByRole('button', { name: /^Go on to/ })).toBeVisible();
  await expect(lab.clock).toHaveText('Mon 9 Mar 09:00:00');
  await offer.getByRole('button', { name: 'Stay' }).click();
  await expect(offer).toBeHidden();
  await drag(page, lab.playhead, 120);
  const there =
    (await offer.getByRole('button', { name: /^Go on to/ }).textContent())?.match(/\d\d:\d\d(:\d\d)?/)?.[0] ?? '?';
  await offer.getByRole('button', { name: /^Go on to/ }).click();
  await expect(lab.clock).toContainText(there);
  await expect(lab.playhead).toBeFocused();

  await test.step('and all of the run is in view where that is asked for while it waits', async () => {
    // Regression: the picture was moved to where the playhead waited, and the run was out of it.
    await drag(page, lab.playhead, 120);
    await expect(offer).toBeVisible();
    for (let presses = 0; presses < 3; presses += 1) await tools(lab).getByRole('button', { name: 'Zoom in' }).click();
    await tools(lab).getByRole('button', { name: 'Fit all' }).click();
    await expect(lab.timeline).toContainText('08:00');
    const room = await lab.timeline.boundingBox();
    const { x } = await middleOf(lab.playhead);
    expect(x).toBeLessThan((room?.x ?? 0) + (room?.width ?? 0));
  });
});

test('and by touch, while the page can still be scrolled with a finger', async ({ browser }) => {
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 390, height: 800 } });
  const page = await context.newPage();
  const lab = await LabPage.open(page);
  await lab.playhead.scrollIntoViewIfNeeded();
  const { x, y } = await middleOf(lab.playhead);
  const touches = await context.newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', to?: number) =>
    touches.send('Input.dispatchTouchEvent', { type, touchPoints: to === undefined ? [] : [{ x: to, y }] });
  await touch('touchStart', x);
  for (const by of [-10, -30, -60]) await touch('touchMove', x + by);
  await touch('touchEnd');
  await expect(page.getByRole('region', { name: 'The past' })).toBeVisible();
  await expect(lab.playhead).toHaveAttribute('aria-valuetext', /in the past/);
  await lab.time.getByRole('button', { name: 'Back to now' }).click();
  await expect(lab.clock).toHaveText('Mon 9 Mar 09:00:00');
  await context.close();
});

test('a press on the axis leads there, a press on a mark asks why', async ({ page }) => {
  const lab = await LabPage.open(page);
  const { x, y } = await middleOf(lab.playhead);
  await page.mouse.click(x - 60, y);
  await expect(page.getByRole('region', { name: 'The past' })).toBeVisible();
  await page.getByRole('button', { name: 'Back to now' }).click();
  await lab.timeline.locator('title', { hasText: 'is left on the train' }).first().locator('..').click();
  await expect(lab.why).toContainText('Why, at');
});

test('by keyboard the playhead goes from event to event, and says in words where it is', async ({ page }) => {
  const lab = await LabPage.open(page);
  await lab.issueToDana();
  const says = (text: string | RegExp) => expect(lab.playhead).toHaveAttribute('aria-valuetext', text);
  await lab.playhead.focus();
  await says('Mon 9 Mar, 09:00, now: Priya Lowe issues a code for Dana Whitlock, good until Tue 10 Mar, 09:00');
  await page.keyboard.press('ArrowLeft');
  await says("Mon 9 Mar, 08:57, in the past: Dana Whitlock's prompt goes unanswered and is no longer good");
  await page.keyboard.press('Home');
  await says(/^Mon 9 Mar, 07:00, in the past/);
  await page.keyboard.press('ArrowRight');
  await says(/^Mon 9 Mar, 07:28, in the past: Tom Birch/);
  await page.keyboard.press('PageUp');
  await says(/, now/);
  await page.keyboard.press('PageDown');
  await says(/, in the past/);
  await page.keyboard.press('End');
  await says(/, now/);
  await expect(page.getByRole('region', { name: 'The past' })).toBeHidden();
  await page.keyboard.press('ArrowRight');
  await says("Tue 10 Mar, 09:00, to come: Dana Whitlock's code ends. Enter lets time go on to there.");
  await page.keyboard.press('Escape');
  await says(/, now/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(lab.clock).toHaveText('Tue 10 Mar 09:00:00');
  await expect(lab.playhead).toBeFocused();
  await says("Tue 10 Mar, 09:00, now: Dana Whitlock's code ends");
});

test('it is zoomed from seconds to weeks, by buttons, keys and wheel, and moved', async ({ page }) => {
  const lab = await LabPage.open(page);
  await lab.playhead.focus();
  for (let presses = 0; presses < 20; presses += 1) await page.keyboard.press('+');
  await expect(lab.timeline).toContainText(/09:00:\d\d/);
  // Regression: at its limits the picture did nothing when it was zoomed on.
  await expect(tools(lab).getByRole('button', { name: 'Zoom in' })).toBeDisabled();
  await tools(lab).getByRole('button', { name: 'Follow now' }).click();
  const zoomOut = tools(lab).getByRole('button', { name: 'Zoom out' });
  for (let presses = 0; presses < 7; presses += 1) await zoomOut.click();
  await expect(lab.timeline).toContainText('Mon 16 Mar');
  await tools(lab).getByRole('button', { name: 'Fit all' }).click();
  await expect(tools(lab).getByRole('button', { name: 'Fit all' })).toHaveAttribute('aria-pressed', 'true');
  const { x, y } = await middleOf(lab.playhead);
  await page.mouse.move(x - 30, y + 60);
  await page.keyboard.down('Control');
  for (let turns = 0; turns < 12; turns += 1) await page.mouse.wheel(0, -120);
  await page.keyboard.up('Control');
  await expect(lab.timeline).toContainText(/\d\d:\d\d:\d\d/);
  const before = (await lab.playhead.boundingBox())?.x ?? 0;
  await tools(lab).getByRole('button', { name: 'Follow now' }).click();
  await expect.poll(async () => (await lab.playhead.boundingBox())?.x).not.toBe(before);
  const there = await middleOf(lab.playhead);
  await page.mouse.move(there.x + 200, there.y + 40);
  await page.mouse.down();
  await page.mouse.move(there.x + 120, there.y + 40);
  await page.mouse.move(there.x + 80, there.y + 40);
  await page.mouse.up();
  await expect.poll(async () => (await middleOf(lab.playhead)).x).toBeCloseTo(there.x - 120, -1);
});

test('a long stretch without events is folded, says how long it is, and is unfolded and folded again', async ({
  page,
}) => {
  const lab = await LabPage.open(page);
  for (let days = 0; days < 9; days += 1) await lab.move('+24 h');
  await expect(fold(lab)).toHaveAccessibleName(
    /^Unfold 9 days without events, from Mon 9 Mar, 08:57 to Wed 18 Mar, 09:00$/,
  );
  await fold(lab).click();
  await expect(fold(lab)).toBeHidden();
  await tools(lab).getByRole('button', { name: 'More…' }).click();
  const folds = page.getByRole('checkbox', { name: 'Fold stretches without events' });
  await expect(folds).not.toBeChecked();
  await folds.check();
  await page.keyboard.press('Escape');
  await tools(lab).getByRole('button', { name: 'Follow now' }).click();
  await expect(fold(lab)).toBeVisible();
});

test('lanes of those who matter, anybody found by name and kept, and a lane for each desk', async ({ page }) => {
  const lab = await LabPage.open(page);
  const lanes = lab.timeline.getByRole('list', { name: 'Lanes' }).getByRole('listitem');
  await expect(lanes.first()).toContainText('Dana Whitlock locked out · MFA on · phone away');
  for (const desk of ["Firm admin's desk", 'Support desk', 'Portal tech', 'The lab itself']) {
    await expect(lanes.filter({ hasText: desk })).toHaveCount(1);
  }
  await expect(lanes.filter({ hasText: 'Elif Kaya' })).toHaveCount(0);
  const find = lab.timeline.getByRole('searchbox', { name: 'Find a person' });
  await find.fill('elif');
  await lanes
    .filter({ hasText: 'Elif Kaya' })
    .getByRole('button', { name: /^Keep in view/ })
    .click();
  await expect(lanes.filter({ hasText: 'Dana Whitlock' })).toHaveCount(0);
  await find.fill('nobody at all');
  await expect(lanes).toHaveText([/^Nobody is called “nobody at all”/, /^And|/].slice(0, 1));
  await find.fill('');
  await expect(lanes.filter({ hasText: 'Elif Kaya' })).toHaveCount(1);
  await lanes.getByRole('button', { name: /more people$/ }).click();
  await expect(lanes.filter({ hasText: 'Hannah Pike' })).toHaveCount(1);
});

test('no name is cut, however little room there is', async ({ page }) => {
  const lab = await LabPage.open(page);
  await lab.timeline.getByRole('button', { name: /more people$/ }).click();
  for (const width of [1440, 1180, 768, 320]) {
    await page.setViewportSize({ width, height: 900 });
    const cut = await lab.timeline.getByRole('list', { name: 'Lanes' }).evaluate((list) =>
      [...list.querySelectorAll<HTMLElement>('li *')]
        .filter((element) => element instanceof HTMLElement && element.offsetParent !== null)
        .filter(
          (element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline',
        )
        .map((element) => element.textContent),
    );
    expect(cut, `${width} pixels`).toEqual([]);
  }
});

test('what the bars show stands in words: in the list beside the events, and in a table', async ({ page }) => {
  const lab = await LabPage.open(page);
  const code = await lab.issueToDana();
  await lab.press(lab.admin, 'Read it to Dana');
  await lab.signInByCode(code);
  await lab.move('+1 h');
  await lab.signOut();
  await lab.next();
  await expect(lab.line("Dana's phone is left on the train")).toContainText('Dana is locked out from here.');
  await expect(lab.line('The code is read to Dana')).toContainText('Dana is no longer locked out, after 19 minutes.');
  await expect(lab.line('Dana Whitlock signs out')).toContainText('Dana was signed in for 1 hour.');
  await expect(lab.line("Dana Whitlock's code ends")).toContainText('The code was alive for 1 day.');
  await tools(lab).getByRole('button', { name: 'More…' }).click();
  await page.getByRole('button', { name: 'In words, as a table…' }).click();
  const table = page
    .getByRole('dialog', { name: 'The timeline in words' })
    .getByRole('table', { name: 'Dana Whitlock' });
  await expect(table.getByRole('row', { name: /^Code alive/ })).toHaveText(
    /Mon 9 Mar, 09:00\s*Tue 10 Mar, 09:00\s*1 day/,
  );
  await expect(table.getByRole('row', { name: /^Locked out/ })).toHaveText([
    /Mon 9 Mar, 08:41\s*Mon 9 Mar, 09:00\s*19 minutes/,
    /Tue 10 Mar, 09:00\s*still so/,
  ]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

for (const width of WIDTHS) {
  test(`light and dark, ${width} pixels wide: nothing found on the timeline in any state`, async ({ page }) => {
    test.setTimeout(240_000);
    const found: string[] = [];
    const examine = async (state: string) => void found.push(...(await findingsIn(page, state, { isWhole: true })));
    await page.setViewportSize({ width, height: 900 });
    const lab = await LabPage.open(page);
    for (let days = 0; days < 9; days += 1) await lab.move('+24 h');
    await examine('a stretch is folded');
    await lab.playhead.focus();
    await page.keyboard.press('PageUp');
    await expect(lab.timeline.getByRole('group', { name: 'Ahead of now' })).toBeVisible();
    await examine('the playhead waits ahead');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Home');
    await expect(lab.happenings.getByText('You are here')).toBeVisible();
    await examine('the past');
    await lab.timeline.getByRole('searchbox', { name: 'Find a person' }).fill('e');
    await tools(lab).getByRole('button', { name: 'More…' }).click();
    await examine('somebody is looked for');
    await page.getByRole('button', { name: 'In words, as a table…' }).click();
    await expect(page.getByRole('dialog').getByRole('table').first()).toBeVisible();
    await examine('in words');
    await page.keyboard.press('Escape');
    await lab.moreTime();
    await examine('more ways to move time');
    expect(found).toEqual([]);
  });
}
