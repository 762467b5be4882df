// `npm test`: everything, on a machine that may have nothing yet. One line a tier at the end, with its time and counts.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import process from 'node:process';
import { ensureInstalled } from './ensure-installed.mjs';
import { getBrowser, getFirefox, getShell } from './get-browser.mjs';
import { run } from './run.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: readonly string[] }} Counts
 * @typedef {{ name: string, work: () => Promise<Counts> }} Tier
 */

const RESULTS = 'test-results';

/** Keeps one core busy for longer than the rows below take together, and is waited for at the end. @type {Tier} */
const LINT = { name: 'lint', work: () => lintQuickly() };

/**
 * Before the browser's: none of these keeps more than a core or two busy, so they run in rows beside each other. A row
 * that prints as it goes is told apart by what stands before it; the others are heard when something is wrong.
 * @type {readonly (readonly Tier[])[]}
 */
const ROWS = [
  [
    { name: 'types', work: () => typesOf() },
    {
      name: 'format',
      work: () => whole('npx', ['prettier', '--check', '--log-level', 'warn', '.'], { isQuiet: true }),
    },
    { name: 'build player', work: () => whole(process.execPath, ['scripts/build.mjs', 'player'], { isQuiet: true }) },
    { name: 'build site', work: () => whole(process.execPath, ['scripts/build.mjs', 'site'], { isQuiet: true }) },
  ],
  [
    { name: 'unit', work: () => vitest('unit') },
    { name: 'components', work: () => vitest('browser') },
  ],
];

/** What needs every core, and what reads what all others left behind. @type {readonly Tier[]} */
const LAST = [
  { name: 'end to end', work: () => playwright() },
  { name: 'facts', work: () => vitest('facts') },
];

await ensureInstalled();
console.log(`Node ${process.versions.node}. Testing with ${await getBrowser()}.`);
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

/** @type {string[]} */
const lines = [];
/** @type {Counts} */
const total = { passed: 0, failed: 0, skipped: [] };
const began = performance.now();
await run('npx', ['svelte-kit', 'sync']);
await getShell();
const firefox = getFirefox();
const lint = inTurn([LINT]);
await Promise.all(ROWS.map(inTurn));
console.log(`\nBeside Chromium: ${await firefox}.`);
await inTurn(LAST);
await lint;

const unlisted = unlistedSkips();
lines.push(`${'all'.padEnd(14)}${((performance.now() - began) / 1000).toFixed(1).padStart(7)} s`);
console.log(`\n${lines.join('\n')}\n`);
for (const title of total.skipped) console.log(`skipped: ${title}`);
for (const title of unlisted) console.log(`not on the list of allowed skips: ${title}`);
console.log(told(total));
process.exit(total.failed > 0 || unlisted.length > 0 ? 1 : 0);

/** @param {readonly Tier[]} tiers */
async function inTurn(tiers) {
  for (const tier of tiers) {
    const done = await timed(tier);
    console.log(`\n— ${tier.name}: ${told(done.counts)}`);
    add(done);
  }
}

/**
 * @param {Tier} tier
 * @returns {Promise<{ name: string, seconds: number, counts: Counts }>}
 */
async function timed({ name, work }) {
  const began = performance.now();
  const counts = await work();
  return { name, seconds: (performance.now() - began) / 1000, counts };
}

/** @param {{ name: string, seconds: number, counts: Counts }} done */
function add({ name, seconds, counts }) {
  lines.push(`${name.padEnd(14)}${seconds.toFixed(1).padStart(7)} s   ${told(counts)}`);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped = [...total.skipped, ...counts.skipped];
}

/**
 * A tier that passes or fails as a whole.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ isQuiet?: boolean, env?: Record<string, string> }} [options]
 * @returns {Promise<Counts>}
 */
async function whole(command, args, options = {}) {
  const status = await run(command, args, options);
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: [] };
}

/** @returns {Promise<Counts>} */
async function lintQuickly() {
  return whole('npx', ['eslint', '.', '--max-warnings', '0'], { isQuiet: true, env: { LAB_LINT: 'quick' } });
}

/** @returns {Promise<Counts>} */
async function typesOf() {
  const args = ['svelte-check', '--tsconfig', './tsconfig.json', '--output', 'human', '--fail-on-warnings'];
  return whole('npx', args, { isQuiet: true });
}

/**
 * @param {string} project
 * @returns {Promise<Counts>}
 */
async function vitest(project) {
  const file = `${RESULTS}/${project}.json`;
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  const status = await run('npx', ['vitest', 'run', '--project', project, ...reporters]);
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: [] };
  const found = JSON.parse(readFileSync(file, 'utf8'));
  /** @type {{ status: string, fullName: string }[]} */
  const tests = found.testResults.flatMap(
    (/** @type {{ assertionResults: unknown[] }} */ each) => each.assertionResults,
  );
  const skipped = tests.filter((each) => each.status !== 'passed' && each.status !== 'failed');
  const failed = Math.max(found.numFailedTests, status === 0 ? 0 : 1);
  return { passed: found.numPassedTests, failed, skipped: skipped.map((each) => each.fullName) };
}

/** @returns {Promise<Counts>} */
async function playwright() {
  const file = `${RESULTS}/e2e.json`;
  const status = await run('npx', ['playwright', 'test', '--reporter=list,json'], {
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  });
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: [] };
  const { stats, suites } = JSON.parse(readFileSync(file, 'utf8'));
  const failed = Math.max(stats.unexpected + stats.flaky, status === 0 ? 0 : 1);
  return { passed: stats.expected, failed, skipped: skippedIn(suites) };
}

/**
 * @param {{ title: string, suites?: any[], specs?: any[] }[]} suites
 * @returns {string[]}
 */
function skippedIn(suites) {
  return suites.flatMap((suite) => [
    ...(suite.specs ?? [])
      .filter((spec) => spec.tests.some((/** @type {{ status: string }} */ each) => each.status === 'skipped'))
      .map((spec) => spec.title),
    ...skippedIn(suite.suites ?? []),
  ]);
}

/** Skips that the repository's list does not allow; where nobody watches, each of them fails the run. */
function unlistedSkips() {
  if (process.env['CI'] === undefined) return [];
  /** @type {{ title: string, reason: string }[]} */
  const allowed = JSON.parse(readFileSync('tests/allowed-skips.json', 'utf8'));
  return total.skipped.filter((title) => !allowed.some((each) => each.title === title));
}

/** @param {Counts} counts */
function told({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped.length} skipped`;
}
