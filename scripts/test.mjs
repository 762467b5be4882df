// `npm test`: everything, on a machine that may have nothing yet. One line a tier at the end, with its time and counts.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import process from 'node:process';
import { ensureInstalled } from './ensure-installed.mjs';
import { getBrowser } from './get-browser.mjs';
import { run } from './run.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: readonly string[] }} Counts
 * @typedef {{ name: string, work: () => Promise<Counts> }} Tier
 */

const RESULTS = 'test-results';

/** @type {readonly Tier[]} */
const TIERS = [
  { name: 'format', work: () => whole('npx', ['prettier', '--check', '--log-level', 'warn', '.']) },
  { name: 'types', work: () => typesOf() },
  { name: 'unit', work: () => vitest('unit') },
  { name: 'components', work: () => vitest('browser') },
  { name: 'build player', work: () => whole(process.execPath, ['scripts/build.mjs', 'player']) },
  { name: 'build site', work: () => whole(process.execPath, ['scripts/build.mjs', 'site']) },
  { name: 'end to end', work: () => playwright() },
  { name: 'facts', work: () => vitest('facts') },
];

/** Needs one core for about as long as the tiers before the browser's take together, so it runs beside them. */
const LINT = {
  name: 'lint',
  work: () => whole('npx', ['eslint', '.', '--max-warnings', '0'], { isQuiet: true }),
};
/** The tier before which it has to be over: from there on every core is needed. */
const AFTER_LINT = 'end to end';

await ensureInstalled();
console.log(`Node ${process.versions.node}. Testing with ${await getBrowser()}.`);
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

/** @type {string[]} */
const lines = [];
/** @type {Counts} */
const total = { passed: 0, failed: 0, skipped: [] };
await run('npx', ['svelte-kit', 'sync']);
const lint = timed(LINT);
for (const tier of TIERS) {
  if (tier.name === AFTER_LINT) {
    console.log(`\n— ${LINT.name}, beside the tiers above`);
    add(await lint);
  }
  console.log(`\n— ${tier.name}`);
  add(await timed(tier));
}

const unlisted = unlistedSkips();
console.log(`\n${lines.join('\n')}\n`);
for (const title of total.skipped) console.log(`skipped: ${title}`);
for (const title of unlisted) console.log(`not on the list of allowed skips: ${title}`);
console.log(told(total));
process.exit(total.failed > 0 || unlisted.length > 0 ? 1 : 0);

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
 * @param {{ isQuiet?: boolean }} [options]
 * @returns {Promise<Counts>}
 */
async function whole(command, args, options = {}) {
  const status = await run(command, args, options);
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: [] };
}

/** @returns {Promise<Counts>} */
async function typesOf() {
  return whole('npx', ['svelte-check', '--tsconfig', './tsconfig.json', '--output', 'human', '--fail-on-warnings']);
}

/**
 * @param {string} project
 * @returns {Promise<Counts>}
 */
async function vitest(project) {
  const file = `${RESULTS}/${project}.json`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
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
