// What needs a browser to be measured, not part of npm run bench yet: looking back in a long run beside rrweb's replayer, opening it beside an
// empty one, and a large firm. Frames are those of a screen with 60 a second; what is measured is the work of the page's own
// thread from the beginning of a frame to the end of its paint, so that waiting for the screen counts for nobody.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { launchOptions } from './find-browser.mjs';
import { loadSource } from './load-source.mjs';
import { serve } from './serve.mjs';

/** @typedef {import('@playwright/test').Page} Page */

const FRAME = 1000 / 60;
const SLOWDOWN = 4;
const RRWEB = 'bench/peers/node_modules/rrweb/dist/rrweb.umd.min.cjs';
const SEEKS = 300;
const OPENINGS = 7;
const ROUNDS = 60;

/** Needs `build/site` and the installed peers. */
export async function measureInBrowser() {
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
    const long = await put(page, { people: 1000, events: 100_000, seed: 7 });
    await openOnce(page, long.id);
    await measureOpening(page, empty, long.id);
    await measureSeeks(page, long);
    const large = await put(page, { people: 10_000, events: 20_000, seed: 7 });
    await measureLargeFirm(page, large.id);
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

/**
 * In every page: does something at the beginning of a frame, and tells how long the page's thread had to do with it until
 * the frame was painted, in milliseconds.
 */
function frameWork() {
  Object.assign(window, {
    /** @param {() => unknown} work */
    frameOf: (work) =>
      new Promise((resolve) => {
        requestAnimationFrame(() => {
          const began = performance.now();
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - began);
          work();
          // Its turn comes when this frame is painted.
          port2.postMessage(null);
        });
      }),
  });
}

/**
 * @param {Page} page
 * @param {{ id: string, events: number }} long
 */
async function measureSeeks(page, long) {
  await makeCurrent(page, long.id);
  await page.goto('/lab/');
  await page.getByRole('region', { name: 'Timeline', exact: true }).getByRole('button', { name: 'Fit all' }).click();
  const slow = await slowedDown(page);
  const ours = await page.evaluate(async (seeks) => {
    const axis = document.querySelector('[role="slider"]')?.parentElement;
    if (!axis) throw new Error('There is no axis.');
    const { left, top, width, height } = axis.getBoundingClientRect();
    const times = [];
    for (let each = 0; each < seeks; each += 1) {
      const at = { clientX: left + width * Math.random() * 0.98, clientY: top + height / 2 };
      const options = { ...at, bubbles: true, button: 0, isPrimary: true, pointerId: 1, pointerType: 'mouse' };
      times.push(
        await Reflect.get(
          window,
          'frameOf',
        )(() => {
          axis.dispatchEvent(new PointerEvent('pointerdown', options));
          axis.dispatchEvent(new PointerEvent('pointerup', options));
        }),
      );
    }
    return times;
  }, SEEKS);
  await slow.detach();
  const theirs = await seeksOfPeer(page, long.events);
  console.log(
    `\nSeeking to a random point and painting, ${long.events} events, ${SLOWDOWN}x slowdown, ${SEEKS} seeks, in frames of 1/60 s: ` +
      `median ${inFrames(median(ours))}, 99th percentile ${inFrames(percentile(ours, 0.99))}. Aims: 0.5 and 1.\n` +
      `  rrweb's replayer, a recording with as many events, ${theirs.length} seeks: ` +
      `median ${inFrames(median(theirs))}, 99th percentile ${inFrames(percentile(theirs, 0.99))}.`,
  );
}

/**
 * Records a page in which as many small things change, and seeks in the recording.
 * @param {Page} page
 * @param {number} events
 * @returns {Promise<readonly number[]>}
 */
async function seeksOfPeer(page, events) {
  // The site's own pages take no script of anybody else's.
  await page.goto('about:blank');
  await page.addScriptTag({ path: RRWEB });
  await page.evaluate(async (most) => {
    const { record } = Reflect.get(window, 'rrweb');
    document.body.innerHTML = Array.from({ length: 100 }, (_, index) => `<p>Person ${index}: <b>as ever</b></p>`).join(
      '',
    );
    const told = [...document.querySelectorAll('b')];
    /** @type {{ timestamp: number }[]} */
    const recorded = [];
    const stop = record({
      emit: (/** @type {{ timestamp: number }} */ event) => recorded.push(event),
      mousemoveWait: 1e9,
    });
    while (recorded.length < most) {
      const [one] = told.slice(recorded.length % told.length);
      if (one) one.textContent = `changed ${recorded.length} times`;
      await Promise.resolve();
    }
    stop();
    // As the lab's run does, it spreads over days.
    for (const [index, event] of recorded.entries()) event.timestamp = 1e12 + index * 1000;
    Object.assign(window, { recorded });
  }, events);
  await page.evaluate(async () => {
    const { Replayer } = Reflect.get(window, 'rrweb');
    document.body.innerHTML = '';
    const replayer = new Replayer(Reflect.get(window, 'recorded'), { root: document.body, showWarning: false });
    Object.assign(window, { replayer });
    replayer.pause(0);
  });
  const slow = await slowedDown(page);
  const times = await page.evaluate(async () => {
    const { replayer, recorded } = /** @type {any} */ (window);
    const length = recorded.at(-1).timestamp - recorded[0].timestamp;
    const measured = [];
    for (let each = 0; each < 9; each += 1) {
      const at = length * Math.random();
      measured.push(await Reflect.get(window, 'frameOf')(() => replayer.pause(at)));
    }
    return measured;
  });
  await slow.detach();
  return times;
}

/**
 * @param {Page} page
 * @param {string} run
 */
async function measureLargeFirm(page, run) {
  await makeCurrent(page, run);
  await page.goto('/lab/');
  await page.getByRole('button', { name: 'Setup' }).click();
  await page.getByRole('button', { name: 'Staff', exact: true }).waitFor();
  const slow = await slowedDown(page);
  const search = await page.evaluate(async (rounds) => {
    const field = document.querySelector('input[type="search"]');
    if (!(field instanceof HTMLInputElement)) throw new Error('Nobody can be searched for.');
    const times = [];
    for (let each = 0; each < rounds; each += 1) {
      field.value = `Person ${Math.floor(Math.random() * 10_000)}`.slice(0, 7 + (each % 6));
      times.push(
        await Reflect.get(window, 'frameOf')(() => field.dispatchEvent(new InputEvent('input', { bubbles: true }))),
      );
    }
    field.value = '';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return times;
  }, ROUNDS);
  const list = await page.evaluate(async (rounds) => {
    const times = [];
    for (let each = 0; each < rounds; each += 1) {
      const [open, away] = ['[data-node="setup-staff"]', '[data-node="home-link"]'].map((one) =>
        document.querySelector(one),
      );
      times.push(await Reflect.get(window, 'frameOf')(() => /** @type {HTMLElement} */ (open).click()));
      await new Promise((resolve) => setTimeout(resolve, 100));
      /** @type {HTMLElement} */ (away).click();
      await new Promise((resolve) => setTimeout(resolve, 100));
      /** @type {HTMLElement | null} */ (document.querySelector('[data-node="setup"]'))?.click();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return times;
  }, 9);
  await slow.detach();
  for (const [what, times] of /** @type {const} */ ([
    ['a search in the timeline', search],
    ["the admin's list of staff", list],
  ])) {
    console.log(
      `A firm of 10,000 people, ${SLOWDOWN}x slowdown, ${what}: median ${inFrames(median(times))} frames, ` +
        `95th percentile ${inFrames(percentile(times, 0.95))}. Aim: 1.`,
    );
  }
}

/**
 * Puts a run into the lab's database, past the lab.
 * @param {Page} page
 * @param {{ people: number, events: number, seed: number }} wish
 * @returns {Promise<{ id: string, events: number }>}
 */
async function put(page, wish) {
  const { row, packs, records, events } = await loadSource(
    './bench/kept-run.ts',
    (/** @type {typeof import('../bench/kept-run')} */ { keptRun }) => keptRun(wish),
  );
  await page.goto('/offline/');
  const loose = records.map((each) => ({ ...each, run: row.id, position: each.record.position }));
  const tables = /** @type {const} */ ([
    ['records', loose],
    ...packs.map((pack) => /** @type {const} */ (['packs', [pack]])),
    ['runs', [row]],
  ]);
  for (const [table, rows] of tables) {
    await page.evaluate(async ([name, added]) => {
      const database = await new Promise((resolve) => {
        const request = indexedDB.open('lockout-lab');
        request.onsuccess = () => resolve(request.result);
      });
      const transaction = database.transaction(name, 'readwrite');
      for (const each of added) transaction.objectStore(name).put(each);
      await new Promise((resolve) => (transaction.oncomplete = resolve));
      database.close();
    }, /** @type {const} */ ([table, rows]));
  }
  return { id: row.id, events };
}

/**
 * Makes this run the one that the lab opens.
 * @param {Page} page
 * @param {string} run
 */
async function makeCurrent(page, run) {
  await page.goto('/offline/');
  await page.evaluate(async (current) => {
    const database = await new Promise((resolve) => {
      const request = indexedDB.open('lockout-lab');
      request.onsuccess = () => resolve(request.result);
    });
    const transaction = database.transaction('meta', 'readwrite');
    transaction.objectStore('meta').put({ key: 'pointers', value: { current, putAside: null } });
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    database.close();
  }, run);
}

/**
 * @param {Page} page
 * @returns {Promise<string>}
 */
function currentRun(page) {
  return page.evaluate(async () => {
    const database = await new Promise((resolve) => {
      const request = indexedDB.open('lockout-lab');
      request.onsuccess = () => resolve(request.result);
    });
    const request = database.transaction('meta').objectStore('meta').get('pointers');
    await new Promise((resolve) => (request.onsuccess = resolve));
    database.close();
    return request.result.value.current;
  });
}

/** @param {Page} page */
async function slowedDown(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  return session;
}

/** @param {readonly number[] | undefined} times */
function median(times) {
  return percentile(times, 0.5);
}

/**
 * @param {readonly number[] | undefined} times
 * @param {number} share
 */
function percentile(times = [], share) {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** @param {number} milliseconds */
function inFrames(milliseconds) {
  return (milliseconds / FRAME).toFixed(2);
}
