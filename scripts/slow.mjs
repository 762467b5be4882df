// npm run test:slow: the end-to-end tests on a storage that takes half a second for each write, as a busy machine's may. A test
// that does not wait for what it goes on from fails here each time, not once in a hundred runs; so does a press that the lab
// loses because the one before is still being kept. Further words go to Playwright.
import process from 'node:process';
import { build } from './build.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { getBrowser } from './get-browser.mjs';
import { run } from './run.mjs';

await ensureInstalled();
await getBrowser();
let failed = await build('site', { LAB_SLOW_STORE: 'yes' });
const words = ['--timeout', '240000', ...process.argv.slice(2)];
failed += await run('npx', ['playwright', 'test', ...words], { env: { CI: 'true' } });
// What stands in build/ is what is shipped.
failed += await build('site');
process.exit(failed === 0 ? 0 : 1);
