// What needs a browser to be measured: looking back in a long run beside rrweb's replayer, opening it beside an empty one, and a
// large firm. Frames are those of a screen with 60 a second; what is measured is the work of the page's own thread until the end of
// a paint, so that waiting for the screen counts for nobody.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { measureLargeFirm } from './bench-large-firm.mjs';
import { currentRun, frameWork, makeCurrent, median, put } from './bench-page.mjs';
import { measureSeeks } from './bench-seeks.mjs';
import { launchOptions } from './find-browser.mjs';
import { serve } from './serve.mjs';

/** @typedef {import('@playwright/test').Page} Page */

const OPENINGS = 7;
const PARTS = /** @type {const} */ (['opening', 'seeks', 'large firm']);

/**
 * Needs `build/site` and the installed peers.
 * @param {readonly (typeof PARTS)[number][]} [parts]
 */
export async function measureInBrowser(parts = PARTS) {
  const { address, close } = await serve('build/site');
  const folder = mkdtempSync(join(tmpdir(), 'lockout-lab-bench-'));
  const browser = await chromium.launchPersistentContext(folder, {
    ...launchOptions(),
    viewport: { width: 1440, height: 900 },
    baseURL: address,
    serviceWorkers: 'block',
  });
  browser.setDefaultTimeout(300_000);
  await browser.addInitScript(pressFirst);
  await browser.addInitScript(frameWork);
  try {
    const page = await browser.newPage();
    await page.goto('/lab/');
    await page.getByRole('button', { name: 'Setup' }).waitFor();
    const empty = await currentRun(page);
    if (parts.includes('opening') || parts.includes('seeks')) {
      const long = await put(page, 'keptRun', { people: 1000, events: 100_000, seed: 7 });
      await openOnce(page, long.id);
      if (parts.includes('opening')) await measureOpening(page, empty, long.id);
      if (parts.includes('seeks')) await measureSeeks(page, long);
    }
    if (parts.includes('large firm')) {
      const large = await put(page, 'keptLargeFirm', { people: 10_000, events: 20_000, seed: 7 });
      await measureLargeFirm(page, large.id);
    }
  } finally {
    await browser.close();
    close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {Page} page
 * @param {string} empty
 * @param {string} long
 */
async function measureOpening(page, empty, long) {
  /** @type {Record<string, number[]>} */
  const times = { [empty]: [], [long]: [] };
  for (let round = 0; round < OPENINGS; round += 1) {
    for (const run of [empty, long]) {
      await makeCurrent(page, run);
      times[run]?.push(await timeToWork(page));
    }
  }
  const [ofEmpty, ofLong] = [median(times[empty]), median(times[long])];
  console.log(
    `\nOpening a run of 100,000 events, until the first control that is pressed has worked: ` +
      `${(ofLong / ofEmpty).toFixed(2)}x an empty run (medians ${ofLong.toFixed(0)} ms and ${ofEmpty.toFixed(0)} ms). Aim: 3x.`,
  );
}

/**
 * Opens a run that no version of the lab has opened yet, and stays until a state of it is kept: it is read to its beginning, which
 * is told by itself.
 * @param {Page} page
 * @param {string} run
 */
async function openOnce(page, run) {
  await makeCurrent(page, run);
  const time = await timeToWork(page);
  console.log(`Opening it for the first time, read to its beginning: ${time.toFixed(0)} ms.`);
  await page.waitForFunction(async () => {
    const database = await new Promise((resolve) => {
      const request = indexedDB.open('lockout-lab');
      request.onsuccess = () => resolve(request.result);
    });
    const request = database.transaction('states').objectStore('states').count();
    await new Promise((resolve) => (request.onsuccess = resolve));
    database.close();
    return request.result > 0;
  });
}

/**
 * Opens the lab and presses the first control the moment it is there, from inside the page.
 * @param {Page} page
 * @returns {Promise<number>} milliseconds from the beginning of the navigation until what it leads to is there
 */
async function timeToWork(page) {
  await page.goto('/lab/?measured');
  const when = await page.waitForFunction(() => Reflect.get(window, 'workedAt'));
  return when.jsonValue();
}

/** In every page of the browser: presses Support's “Code tool” the moment it is there, and notes when it has opened. */
function pressFirst() {
  let isPressed = false;
  const observer = new MutationObserver(() => {
    const control = document.querySelector('[data-node="code-tool-link"]');
    if (!isPressed && control instanceof HTMLElement) {
      isPressed = true;
      control.click();
    }
    if (document.querySelector('[data-node="code-tool-queue"]') === null) return;
    observer.disconnect();
    Object.assign(window, { workedAt: performance.now() });
  });
  if (location.search === '?measured') observer.observe(document, { childList: true, subtree: true });
}
