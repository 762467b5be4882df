// npm run bench: ratios to a floor in the same run, never a time on its own. Needs a browser, as the tests do.
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { measureInBrowser } from './bench-browser.mjs';
import { build } from './build.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { launchOptions } from './find-browser.mjs';
import { getBrowser } from './get-browser.mjs';
import { loadSource } from './load-source.mjs';
import { partsOf } from './parts-of-chunks.mjs';
import { run } from './run.mjs';
import { serve } from './serve.mjs';

await ensureInstalled();
await getBrowser();
await measureSize();
await measureFolds();
await measureMemory();
await measureInBrowser();

async function measureFolds() {
  if ((await run('npm', ['ci', '--prefix', 'bench/peers'], { isQuiet: true })) !== 0) process.exit(1);
  const peers = /** @type {import('../bench/fold').Peers} */ (
    /** @type {unknown} */ (await import(new URL('../bench/peers/folds.mjs', import.meta.url).href))
  );
  await printFold({ people: 200, events: 10_000, seed: 7, rounds: 31 });
  await printFold({ people: 1000, events: 100_000, seed: 7, rounds: 7, peers });
  await printFold({ people: 1000, events: 1_000_000, seed: 7, rounds: 1 });
}

/** @param {import('../bench/fold').FoldWish} wish */
async function printFold(wish) {
  const result = await loadSource('./bench/fold.ts', (/** @type {typeof import('../bench/fold')} */ { measureFold }) =>
    measureFold(wish),
  );
  console.log(
    `\nFolding ${result.events} events of a ${result.people}-person firm: ${result.ratio.toFixed(2)}x of changing plain objects ` +
      `in place (medians ${result.foldMilliseconds.toFixed(2)} ms and ${result.inPlaceMilliseconds.toFixed(2)} ms), equal final state.`,
  );
  for (const [name, ratio] of Object.entries(result.peers)) console.log(`  ${name}: ${ratio.toFixed(2)}x`);
}

async function measureMemory() {
  const wish = { people: 1000, events: 100_000, seed: 7 };
  const result = await loadSource(
    './bench/memory.ts',
    (/** @type {typeof import('../bench/memory')} */ { measureMemory: measure }) => measure(wish),
  );
  console.log(
    `\nA history of ${result.records} records with its states takes ${result.ratio.toFixed(2)}x of the run as JSON ` +
      `(${megabytes(result.historyBytes)} and ${megabytes(result.jsonBytes)}; the records alone ${megabytes(result.recordBytes)}). Aim: 3x.`,
  );
}

async function measureSize() {
  if ((await build('site', { LAB_SOURCEMAP: 'yes' })) !== 0) process.exit(1);
  const empty = await run('npx', ['vite', 'build'], { cwd: 'bench/empty-kit', isQuiet: true });
  if (empty !== 0) process.exit(1);
  const floor = await bytesFetched('bench/empty-kit/build', async (page) => {
    await page.goto('/');
    await page.getByRole('heading', { name: 'Empty' }).waitFor();
    await page.waitForLoadState('networkidle');
  });
  const ours = await bytesFetched('build/site', restoreAndPress, firstVisit);
  const ratio = ours.total / floor.total;
  console.log(
    `Compressed JavaScript until the kept run is restored and the first control of each desk works: ` +
      `${kilobytes(ours.total)} in ${ours.files.length} files, ${ratio.toFixed(2)}x an empty Kit app ` +
      `(${kilobytes(floor.total)} in ${floor.files.length} files). Aim: 3x, storage counted.`,
  );
  console.log('The ten largest parts, each by its share of the compressed files it stands in:');
  for (const { name, bytes } of partsOf('build/site', ours.files).slice(0, 10)) {
    console.log(`  ${kilobytes(bytes).padStart(9)}  ${name}`);
  }
}

/** @param {import('@playwright/test').Page} page */
async function firstVisit(page) {
  await page.goto('/lab/');
  await page.getByRole('button', { name: 'Setup' }).click();
  await page.getByRole('button', { name: 'Staff', exact: true }).waitFor();
}

/**
 * Presses the first control of each desk at the very moment at which it is there, from inside the page, so that nothing
 * is counted that only came because a test driver took its time.
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<string[]>} the paths of what was fetched when all three had worked
 */
async function restoreAndPress(page) {
  await page.addInitScript(() => {
    const controls = [
      { press: '[data-node="setup-staff"]', works: '[data-node="staff-list"]' },
      { press: '[data-node="enter-a-code"]', works: 'input[data-node="code-field"]' },
      { press: '[data-node="code-tool-link"]', works: '[data-node="code-tool-queue"]' },
    ];
    /** @type {Set<string>} */
    const pressed = new Set();
    const observer = new MutationObserver(() => {
      for (const { press } of controls) {
        const control = document.querySelector(press);
        if (!pressed.has(press) && control instanceof HTMLElement) {
          pressed.add(press);
          control.click();
        }
      }
      if (!controls.every(({ works }) => document.querySelector(works) !== null)) return;
      observer.disconnect();
      const fetched = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
      Object.assign(window, { fetchedWhenAllWorked: fetched });
    });
    observer.observe(document, { childList: true, subtree: true });
  });
  await page.goto('/lab/');
  const when = await page.waitForFunction(() => Reflect.get(window, 'fetchedWhenAllWorked'));
  return when.jsonValue();
}

/**
 * The JavaScript that a visit fetches, compressed, with an empty cache.
 * @param {string} folder
 * @param {(page: import('@playwright/test').Page) => Promise<string[] | void>} visit what is counted, where it says
 * @param {(page: import('@playwright/test').Page) => Promise<void>} [before] an earlier visit, with the same storage
 */
async function bytesFetched(folder, visit, before) {
  const { address, close } = await serve(folder);
  const browser = await chromium.launch(launchOptions());
  // What is kept for offline use comes after the page, and would answer for the server on the second visit.
  const serviceWorkers = 'block';
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width: 1440, height: 900 },
    serviceWorkers,
  });
  if (before !== undefined) {
    const earlier = await context.newPage();
    await before(earlier);
    await earlier.close();
  }
  const page = await context.newPage();
  await (await context.newCDPSession(page)).send('Network.setCacheDisabled', { cacheDisabled: true });
  /** @type {Promise<{ path: string, bytes: number }>[]} */
  const fetched = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (!pathname.endsWith('.js')) return;
    fetched.push(response.body().then((body) => ({ path: pathname, bytes: gzipSync(body, { level: 9 }).length })));
  });
  const counted = await visit(page);
  const files = (await Promise.all(fetched)).filter(({ path }) => counted?.includes(path) ?? true);
  await browser.close();
  close();
  return { files, total: files.reduce((sum, { bytes }) => sum + bytes, 0) };
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

/** @param {number} bytes */
function megabytes(bytes) {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
