// npm run torture -- [--kills 500] [--damages 60]: the browser is killed in mid-write again and again, and the files of its
// database are damaged at random.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { getBrowser } from './get-browser.mjs';
import { run } from './run.mjs';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '500' }, damages: { type: 'string', default: '60' } },
});
for (const [name, value] of Object.entries(values)) {
  if (/^[1-9]\d{0,5}$/.test(value)) continue;
  console.error(`--${name} is "${value}"; expected: a whole number from 1, such as --${name} 100.`);
  process.exit(1);
}

await ensureInstalled();
console.log(`Torturing ${await getBrowser()}.`);
let failed = await build('site');
const env = { LAB_KILLS: values.kills, LAB_DAMAGES: values.damages, LAB_FIREFOX: 'none' };
if (failed === 0) failed = await run('npx', ['playwright', 'test', 'killed', 'damaged-files'], { env });
console.log(
  failed === 0 ? 'Nothing torn, nothing acknowledged lost without a word.' : 'Something was lost; see above.',
);
process.exit(failed === 0 ? 0 : 1);
