// Finds a Chromium to test with, by the order a newcomer would expect: what they name, what is installed, what
// Playwright brought. Changes nothing; `get-browser.mjs` is what installs one.
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
/** Chromium without a window of its own, as Debian packages it. */
export const SHELL = 'chromium-headless-shell';
const PLACES = ['/usr/bin/chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/**
 * The path of a Chromium, or null where only Playwright's own, or none, is there.
 * @returns {string | null}
 */
export function findBrowser() {
  const named = process.env['LAB_BROWSER'];
  if (named !== undefined && named !== '') return named;
  return candidates(NAMES, PLACES).find(isExecutable) ?? null;
}

const FIREFOX_NAMES = ['firefox-esr', 'firefox'];
const FIREFOX_PLACES = ['/usr/bin/firefox-esr', '/Applications/Firefox.app/Contents/MacOS/firefox'];

/**
 * The path of an installed Firefox, or null. Playwright's own is not looked for: this one is driven as it is shipped.
 * @returns {string | null}
 */
export function findFirefox() {
  const named = process.env['LAB_FIREFOX'];
  if (named === 'none') return null;
  if (named !== undefined && named !== '') return named;
  return candidates(FIREFOX_NAMES, FIREFOX_PLACES).find(isExecutable) ?? null;
}

/**
 * @param {readonly string[]} names looked for on the PATH
 * @param {readonly string[]} places
 */
function candidates(names, places) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...places];
}

/**
 * Whether Playwright has a Chromium of its own on this machine.
 * @returns {Promise<boolean>}
 */
export async function hasPlaywrightBrowser() {
  const { chromium } = await import('@playwright/test');
  return existsSync(chromium.executablePath());
}

/**
 * How to launch what was found: a path where one is known, and no sandbox where the machine allows none (as root).
 * @returns {{ executablePath?: string, args: string[] }}
 */
export function launchOptions() {
  const executablePath = findBrowser();
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return executablePath === null ? { args } : { executablePath, args };
}

/**
 * How to launch what is fastest: a Chromium that draws no window around each page takes a fifth less time. It keeps no page
 * for the way back and knows no settings of a profile: tests of those launch the whole browser.
 * @returns {{ executablePath?: string, args: string[] }}
 */
export function shellLaunchOptions() {
  const shell = process.env['LAB_BROWSER'] ? undefined : candidates([SHELL], []).find(isExecutable);
  return { ...launchOptions(), ...(shell === undefined ? {} : { executablePath: shell }) };
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
