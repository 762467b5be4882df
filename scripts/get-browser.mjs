// Makes sure that there is a browser to test with: finds one, or gets one, or stops and says the one command to run.
import { existsSync } from 'node:fs';
import process from 'node:process';
import { findBrowser, hasPlaywrightBrowser } from './find-browser.mjs';
import { run } from './run.mjs';

/**
 * Where the browser is, in words.
 * @returns {Promise<string>}
 */
export async function getBrowser() {
  const found = findBrowser();
  if (found !== null) return found;
  if (await hasPlaywrightBrowser()) return "Playwright's own Chromium";
  console.log('No Chromium found. Trying to get one with Playwright…');
  await run('npx', ['playwright', 'install', 'chromium']);
  if (await hasPlaywrightBrowser()) return "Playwright's own Chromium";
  const isDebianAsRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (process.env['CI'] !== undefined && isDebianAsRoot) {
    console.log("Trying to get one with Debian's packages…");
    await run('apt-get', ['update', '-qq']);
    await run('apt-get', ['install', '-y', '-qq', 'chromium'], { env: { DEBIAN_FRONTEND: 'noninteractive' } });
    const installed = findBrowser();
    if (installed !== null) return installed;
  }
  console.error(
    'The tests need a Chromium, and none could be had. Install one, for example with\n' +
      '  sudo apt-get install chromium\n' +
      'or name one you have: LAB_BROWSER=/path/to/chromium npm test',
  );
  process.exit(1);
}
