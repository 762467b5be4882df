// npm run test:long: campaigns too long for every run. Their last figures stand in docs/quality.md.
import process from 'node:process';
import { build } from './build.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { getBrowser } from './get-browser.mjs';
import { run } from './run.mjs';

const SEEDS = [1, 2, 3, 4, 5];
const RUNS_A_SEED = '2000';
const REPEATS = '3';

await ensureInstalled();
await getBrowser();
let failed = 0;
for (const seed of SEEDS) {
  failed += await run(process.execPath, ['scripts/simulate.mjs', '--seed', String(seed), '--runs', RUNS_A_SEED]);
}
const comingIn = ['vitest', 'run', '--project', 'unit', 'tests/simulation/coming-in'];
failed += await run('npx', comingIn, { env: { LAB_LONG: 'yes' } });
failed += await run('npx', ['eslint', '.', '--max-warnings', '0']);
failed += (await build('site')) + (await build('player'));
failed += await run('npx', ['playwright', 'test', '--repeat-each', REPEATS], { env: { LAB_LONG: 'yes' } });
console.log(failed === 0 ? 'Every campaign passed.' : 'A campaign failed; the lines above say which.');
process.exit(failed === 0 ? 0 : 1);
