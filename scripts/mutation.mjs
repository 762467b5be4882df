// npm run mutation -- [--part 3/20] [words]: breaks a copy of the source in one place after another and sees the tests go red.
// The breakages are listed in tests/breakages.mjs; words pick those whose description holds them, and a part those of every so
// many. The tests that import what is broken are run first, and all others where these see nothing.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { BREAKAGES } from '../tests/breakages.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { getBrowser } from './get-browser.mjs';

/** In this order: the faster tier first. */
const TIERS = ['unit', 'browser'];

const { values, positionals } = parseArgs({ options: { part: { type: 'string' } }, allowPositionals: true });
const part = partOf(values.part ?? '1/1');
await ensureInstalled();
await getBrowser();
const copy = mkdtempSync(join(tmpdir(), 'lockout-lab-mutation-'));
let survived = 0;
try {
  for (const file of execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n').filter(Boolean)) {
    cpSync(file, join(copy, file));
  }
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'dir');
  spawnSync('npx', ['svelte-kit', 'sync'], { cwd: copy });
  for (const tier of TIERS) {
    if (firstRed(tier) !== null) throw new Error(`The tests of ${tier} fail before anything is broken.`);
  }
  const words = positionals.join(' ');
  const picked = BREAKAGES.filter(({ what }) => what.includes(words)).filter((_each, index) => part.has(index));
  for (const breakage of picked) {
    const seen = broken(breakage, () => firstOf(breakage.file));
    if (seen === null) survived += 1;
    console.log(
      `${seen === null ? 'SURVIVED' : 'seen    '}  ${breakage.what}${seen === null ? '' : `\n            by: ${seen}`}`,
    );
  }
  console.log(`\n${picked.length} broken, ${picked.length - survived} seen, ${survived} survived`);
} finally {
  rmSync(copy, { recursive: true, force: true });
}
process.exit(survived === 0 ? 0 : 1);

/**
 * @param {string} wish such as `3/20`, the third of twenty
 * @returns {{ has: (index: number) => boolean }}
 */
function partOf(wish) {
  const [, which = 0, of = 0] = (/^(\d+)\/(\d+)$/.exec(wish) ?? []).map(Number);
  if (which < 1 || which > of) {
    console.error(`--part is "${wish}"; expected: which part of how many, such as --part 3/20.`);
    process.exit(1);
  }
  return { has: (index) => index % of === which - 1 };
}

/**
 * @template Result
 * @param {import('../tests/breakages.mjs').Breakage} breakage
 * @param {() => Result} work
 */
function broken({ what, file, was, is }, work) {
  const path = join(copy, file);
  const whole = readFileSync(path, 'utf8');
  const places = whole.split(was).length - 1;
  if (places !== 1) throw new Error(`“${what}”: ${file} has its words ${places} times; expected once.`);
  writeFileSync(
    path,
    whole.replace(was, () => is),
  );
  try {
    return work();
  } finally {
    writeFileSync(path, whole);
  }
}

/**
 * The title of the first test that fails, of those that import the file before all others; null where none does.
 * @param {string} file
 * @returns {string | null}
 */
function firstOf(file) {
  for (const only of [[file], []]) {
    for (const tier of TIERS) {
      const title = firstRed(tier, only);
      if (title !== null) return title;
    }
  }
  return null;
}

/**
 * The title of the first test of a tier that fails, or null.
 * @param {string} tier
 * @param {readonly string[]} [only] files; the tests that import one of them are run
 * @returns {string | null}
 */
function firstRed(tier, only = []) {
  const results = join(copy, 'mutation.json');
  rmSync(results, { force: true });
  const which = only.length === 0 ? ['run'] : ['related', '--run', '--passWithNoTests', ...only];
  const args = ['vitest', ...which, '--project', tier, '--bail', '1', '--reporter=json', `--outputFile=${results}`];
  const { status } = spawnSync('npx', args, { cwd: copy, encoding: 'utf8' });
  if (status === 0) return null;
  try {
    const { testResults } = JSON.parse(readFileSync(results, 'utf8'));
    const tests = testResults.flatMap((/** @type {any} */ each) => each.assertionResults);
    return tests.find((/** @type {any} */ each) => each.status === 'failed')?.fullName ?? 'a file that no longer loads';
  } catch {
    return 'a suite that no longer starts';
  }
}
