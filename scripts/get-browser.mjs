// Makes sure that there is a browser to test with: finds one, or gets one, or stops and says the one command to run.
import { existsSync } from 'node:fs';
import process from 'node:process';
import { findBrowser, findFirefox, hasPlaywrightBrowser, shellLaunchOptions, SHELL } from './find-browser.mjs';
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
  await installAsRoot('chromium');
  const installed = findBrowser();
  if (installed !== null) return installed;
  console.error(
    'The tests need a Chromium, and none could be had. Install one, for example with\n' +
      '  sudo apt-get install chromium\n' +
      'or name one you have: LAB_BROWSER=/path/to/chromium npm test',
  );
  process.exit(1);
}

/** Where nobody watches, the Chromium that the tests are fastest in is installed as well. */
export async function getShell() {
  const { executablePath } = shellLaunchOptions();
  if (!process.env['LAB_BROWSER'] && executablePath?.endsWith(SHELL) !== true) await installAsRoot(SHELL);
}

/**
 * Where a Firefox is, in words. Without one its journeys are left out, which is said, and nothing fails.
 * @returns {Promise<string>}
 */
export async function getFirefox() {
  if (findFirefox() === null && process.env['LAB_FIREFOX'] !== 'none') await installAsRoot('firefox-esr');
  return findFirefox() ?? 'no Firefox, so the core journeys are walked in Chromium only';
}

/**
 * Where nobody watches and the machine is Debian's, a package may be installed.
 * @param {string} name
 */
async function installAsRoot(name) {
  const isDebianAsRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (process.env['CI'] === undefined || !isDebianAsRoot) return;
  console.log(`Trying to get ${name} with Debian's packages…`);
  await run('apt-get', ['update', '-qq'], { isQuiet: true });
  await run('apt-get', ['install', '-y', '-qq', name], { env: { DEBIAN_FRONTEND: 'noninteractive' }, isQuiet: true });
}
