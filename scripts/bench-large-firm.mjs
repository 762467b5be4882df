// A firm of 10,000 people: somebody searched for, all of them listed, and what a change of the firm's policy would mean for them.
import { inFrames, leastChange, makeCurrent, median, percentile, SLOWDOWN, slowedDown, workOf } from './bench-page.mjs';

/** @typedef {import('@playwright/test').Page} Page */

const ROUNDS = 15;
/** By then what followed the act before is done. */
const REST = 400;

/**
 * @param {Page} page
 * @param {string} run
 */
export async function measureLargeFirm(page, run) {
  await makeCurrent(page, run);
  await page.goto('/lab/');
  const field = page.getByRole('searchbox', { name: 'Find a person' });
  await field.waitFor();
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('button', { name: 'Users & Roles' }).waitFor();
  await page.evaluate(whenPainted);
  const slow = await slowedDown(page);
  /** @type {(press: string, shows: string) => Promise<number>} */
  const pressing = async (press, shows) => {
    await page.waitForTimeout(REST);
    return workOf(slow, () => page.evaluate(pressAndWait, { press, shows }));
  };
  /** @type {Record<'search' | 'list' | 'preview', number[]>} */
  const times = { search: [], list: [], preview: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const typed = `Person ${(round * 677) % 10_000}`.slice(0, 7 + (round % 6));
    await page.waitForTimeout(REST);
    times.search.push(await workOf(slow, () => page.evaluate(search, typed)));
    await page.evaluate(search, '');
    times.list.push(await pressing('[data-node="onx-users"]', '[data-node="onx-list"]'));
    await pressing('[data-node="onx-identity"]', '[data-node="onx-identity-edit"]');
    await pressing('[data-node="onx-identity-edit"]', '[data-node="onx-require"] input');
    times.preview.push(await pressing('[data-node="onx-require"] input', 'button[data-node="onx-require"]'));
    await pressing('[data-node="onx-home-link"]', '[data-node="onx-settings"][aria-expanded="false"]');
    await pressing('[data-node="onx-settings"]', '[data-node="onx-users"]');
  }
  const least = await leastChange(page);
  await slow.detach();
  console.log(
    `The least visible change of the page of a large firm, another time on its clock: median ${inFrames(least)} frames.`,
  );
  for (const [what, measured] of /** @type {const} */ ([
    ['a search in the timeline', times.search],
    ["the admin's list of everybody", times.list],
    ['the preview of a change of policy', times.preview],
  ])) {
    console.log(
      `A firm of 10,000 people, ${SLOWDOWN}x slowdown, ${what}: median ${inFrames(median(measured))} frames, ` +
        `95th percentile ${inFrames(percentile(measured, 0.95))}. Aim: 1.`,
    );
  }
}

/** In the page: settles when what was done by now is painted. */
async function whenPainted() {
  await Reflect.get(window, 'frameOf')(() => undefined);
}

/**
 * In the page: types into the search of the timeline.
 * @param {string} typed
 */
async function search(typed) {
  const field = document.querySelector('[aria-label="Find a person"]');
  if (!(field instanceof HTMLInputElement)) throw new Error('Nobody can be searched for.');
  await Reflect.get(
    window,
    'frameOf',
  )(() => {
    field.value = typed;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
}

/**
 * In the page: presses what `press` finds first, and settles when what `shows` finds has come and is painted.
 * @param {{ press: string, shows: string }} what
 */
async function pressAndWait({ press, shows }) {
  const control = document.querySelector(press);
  if (!(control instanceof HTMLElement)) throw new Error(`There is no ${press}.`);
  // Looking for it frame by frame would have the page draw frames of its own, which would be counted as its work.
  await new Promise((resolve) => {
    const observer = new MutationObserver(
      () => document.querySelector(shows) !== null && resolve(observer.disconnect()),
    );
    observer.observe(document, { childList: true, subtree: true, attributes: true });
    control.click();
  });
  await Reflect.get(window, 'frameOf')(() => undefined);
}
