// What the measurements in a browser share: a page with runs put into its database, slowed down, and the work of its thread.
import { loadSource } from './load-source.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').CDPSession} CDPSession */

const FRAME = 1000 / 60;
export const SLOWDOWN = 4;

/**
 * In every page: does something at the beginning of a frame, and tells how long the page's thread had to do with it until
 * the frame was painted, in milliseconds.
 */
export function frameWork() {
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
 * The work that a page's own thread had with something until it was painted, in milliseconds. Unlike a frame's, it may come in
 * parts, with waiting for the database in between, which is not counted.
 * @param {CDPSession} session
 * @param {() => Promise<unknown>} act does it, and waits until it is painted
 */
export async function workOf(session, act) {
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
  };
  const before = await busy();
  await act();
  return (await busy()) - before;
}

/**
 * Puts a run into the lab's database, past the lab.
 * @param {Page} page
 * @param {'keptRun' | 'keptLargeFirm'} kind
 * @param {{ people: number, events: number, seed: number }} wish
 * @returns {Promise<{ id: string, events: number }>}
 */
export async function put(page, kind, wish) {
  const { row, packs, records, events } = await loadSource(
    './bench/kept-run.ts',
    (/** @type {typeof import('../bench/kept-run')} */ kinds) => kinds[kind](wish),
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
export async function makeCurrent(page, run) {
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
export function currentRun(page) {
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
export async function slowedDown(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  return session;
}

/**
 * What the least visible change costs in the page as it stands: another time on the clock, painted. Median, in milliseconds.
 * @param {Page} page
 * @returns {Promise<number>}
 */
export async function leastChange(page) {
  const times = await page.evaluate(async () => {
    const clock = document.querySelector('[role="timer"]')?.firstChild;
    if (!clock) throw new Error('There is no clock.');
    const shown = clock.nodeValue ?? '';
    /** @type {number[]} */
    const measured = [];
    for (let each = 0; each < 40; each += 1) {
      const second = String(each).padStart(2, '0');
      measured.push(await Reflect.get(window, 'frameOf')(() => (clock.nodeValue = shown.slice(0, -2) + second)));
    }
    clock.nodeValue = shown;
    return measured;
  });
  return median(times);
}

/** @param {readonly number[] | undefined} times */
export function median(times) {
  return percentile(times, 0.5);
}

/**
 * @param {readonly number[] | undefined} times
 * @param {number} share
 */
export function percentile(times = [], share) {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** @param {number} milliseconds */
export function inFrames(milliseconds) {
  return (milliseconds / FRAME).toFixed(2);
}
