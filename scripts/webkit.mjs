// npm run test:webkit: a smoke test in WebKit, the engine of Safari, as Debian packages it for GTK. It is driven by its own
// WebDriver, on a screen in memory where there is none. Not part of `npm test`: few machines have it.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import process from 'node:process';
import { build } from './build.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { serve } from './serve.mjs';

const HOW = 'On Debian: apt-get install webkit2gtk-driver xvfb';
const PORT = 4479;
const DISPLAY = ':97';
/** A bound on a machine that is busy with other work, not a claim about speed. */
const WAIT_MILLISECONDS = 60_000;

/** @type {import('node:child_process').ChildProcess[]} */
const children = [];

await ensureInstalled();
const browser = miniBrowser();
if (browser === null) {
  console.error(`There is no MiniBrowser of WebKitGTK here. ${HOW}`);
  process.exit(1);
}
if ((await build('site')) !== 0) process.exit(1);
const { address, close } = await serve('build/site');
try {
  const session = await startSession(browser);
  await journey(session, address);
  await session.end();
  console.log('WebKit plays the story.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  for (const child of children) child.kill('SIGKILL');
  close();
}
process.exit();

/**
 * @typedef {{
 *   ask: (method: string, path: string, body?: object) => Promise<any>,
 *   evaluate: (script: string, ...args: unknown[]) => Promise<any>,
 *   end: () => Promise<unknown>,
 * }} Session
 */

/**
 * @param {Session} session
 * @param {string} address
 */
async function journey(session, address) {
  const goTo = (/** @type {string} */ path) => session.ask('POST', '/url', { url: new URL(path, address).href });
  const step = async (/** @type {string} */ what, /** @type {() => Promise<unknown>} */ work) => {
    await work();
    console.log(`✓ ${what}`);
  };
  await step('the home page has its three doors', async () => {
    await goTo('/');
    for (const words of ['Explore', 'Train', 'Embed']) await shows(session, words);
  });
  let code = '';
  await step('a code is issued', async () => {
    await goTo('/lab/');
    await shows(session, 'Dana is locked out');
    for (const words of ['Setup', 'Staff', 'Edit Dana Whitlock', 'Onvio Access', 'View Setting'])
      await press(session, words);
    await press(session, 'generate a temporary, 24-hour code');
    code = await until(session, "return document.querySelector('[data-code]')?.textContent");
    if (!/^\d{4} \d{4}$/.test(code)) throw new Error(`The code is "${code}"; expected: eight digits in two groups.`);
    await press(session, 'Read it to Dana');
    await shows(session, 'Dana can sign in with the code');
  });
  await step('a reload shows the very same: the run is kept', async () => {
    await session.ask('POST', '/refresh', {});
    const again = await until(session, "return document.querySelector('[data-code]')?.textContent");
    if (again !== code) throw new Error(`After a reload the code is "${again}"; expected: "${code}".`);
  });
  await step('time goes on a day: the code ends before one’s eyes, and one can look back', async () => {
    await press(session, '+24 h');
    await shows(session, "Dana Whitlock's code ends");
    await press(session, '−1 h');
    await shows(session, 'Back to now');
    await press(session, 'Back to now');
  });
  await step('a phone computes the codes of its app', async () => {
    await goTo('/lab/?product=portal');
    await shows(session, 'Client Portal');
    const choose = `const choice = document.querySelector('select[aria-label="Who signs in"]');
      if (choice === null) return false;
      choice.value = [...choice.options].find(({ text }) => text.startsWith('Marcus Oyelaran')).value;
      return choice.dispatchEvent(new Event('change', { bubbles: true }));`;
    await until(session, choose);
    await until(session, 'return /\\b\\d{3} \\d{3}\\b/.test(document.body.innerText)');
  });
  for (const [path, words] of [
    ['/facts/', 'ONV-1'],
    ['/glossary/', 'recovery code'],
    ['/runs/', 'The phone on the train'],
  ]) {
    await step(`${path} opens`, async () => {
      await goTo(path ?? '');
      await shows(session, words ?? '');
    });
  }
}

/**
 * Waits until a script returns something that is true, and gives it.
 * @param {Session} session
 * @param {string} script
 * @param {readonly unknown[]} args
 */
async function until(session, script, ...args) {
  const began = performance.now();
  for (;;) {
    const value = await session.evaluate(script, ...args).catch(() => null);
    if (value) return value;
    if (performance.now() - began > WAIT_MILLISECONDS) {
      const seen = await session.evaluate('return document.body.innerText').catch(String);
      throw new Error(`In vain for: ${script} ${args.join(', ')}\nThe page says:\n${String(seen).slice(0, 1500)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * @param {Session} session
 * @param {string} words
 */
function shows(session, words) {
  return until(session, 'return document.body.innerText.replace(/\\s+/g, " ").includes(arguments[0])', words);
}

/**
 * @param {Session} session
 * @param {string} words
 */
function press(session, words) {
  const script = `const button = [...document.querySelectorAll('button')].find(
    (each) => each.textContent.replace(/\\s+/g, ' ').trim() === arguments[0] && each.getAttribute('aria-disabled') !== 'true');
    button?.click(); return button !== undefined;`;
  return until(session, script, words);
}

/**
 * @param {string} binary
 * @returns {Promise<Session>}
 */
async function startSession(binary) {
  const env = { ...process.env, LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_DISABLE_COMPOSITING_MODE: '1' };
  if (!process.env['DISPLAY']) {
    start('Xvfb', [DISPLAY, '-screen', '0', '1440x900x24'], env);
    Object.assign(env, { DISPLAY });
  }
  start('WebKitWebDriver', [`--port=${PORT}`], env);
  const driver = `http://127.0.0.1:${PORT}`;
  const capabilities = {
    alwaysMatch: { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } },
  };
  const { sessionId, capabilities: told } = await retried(() => asked('POST', `${driver}/session`, { capabilities }));
  console.log(`${told.browserName} ${told.browserVersion}`);
  const at = `${driver}/session/${sessionId}`;
  return {
    ask: (method, path, body) => asked(method, at + path, body),
    evaluate: (script, ...args) => asked('POST', `${at}/execute/sync`, { script, args }),
    end: () => asked('DELETE', at),
  };
}

/**
 * @param {string} method
 * @param {string} url
 * @param {object} [body]
 */
async function asked(method, url, body) {
  const response = await fetch(url, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const { value } = /** @type {{ value: any }} */ (await response.json());
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

/**
 * What is started takes a moment until it listens.
 * @template Value
 * @param {() => Promise<Value>} work
 * @returns {Promise<Value>}
 */
async function retried(work) {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === 40) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
function start(command, args, env) {
  const child = spawn(command, args, { stdio: 'ignore', env });
  child.on('error', () => {
    console.error(`${command} could not be started. ${HOW}`);
    process.exit(1);
  });
  children.push(child);
}

/** Where distributions put the small browser that comes with WebKitGTK, or null. */
function miniBrowser() {
  const named = process.env['LAB_WEBKIT'];
  if (named !== undefined && named !== '') return named;
  const folders = ['/usr/lib', '/usr/libexec', '/usr/lib64'].flatMap((folder) => [folder, ...inside(folder)]);
  const found = folders
    .flatMap(inside)
    .filter((folder) => /webkit2?gtk/.test(folder))
    .map((folder) => `${folder}/MiniBrowser`)
    .find(existsSync);
  return found ?? null;
}

/** @param {string} folder */
function inside(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .map(({ name }) => `${folder}/${name}`);
}
