// A Chromium of one's own with a profile on disk, driven over its pipe: one that can be killed in the middle of something
// and started again on the same files. Playwright keeps storage in memory and closes what it opened.
import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import process from 'node:process';
import type { Readable, Writable } from 'node:stream';
import { launchOptions, shellLaunchOptions } from '../../scripts/find-browser.mjs';

const SWITCHES = [
  '--headless=new',
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-extensions',
  '--disable-sync',
  '--window-size=1440,900',
];
/** A bound on a machine that is busy with other work, not a claim about speed. */
const WAIT_MILLISECONDS = 60_000;
const LOOK_AGAIN_MILLISECONDS = 20;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

export interface BrowserWish {
  readonly profile: string;
  /** Without a window of its own it starts in two thirds of the time; what keeps its data is the same. */
  readonly isShell?: boolean;
  /** Runs in every page before anything of its own. */
  readonly script?: string;
  /** Called with what a page hands to the function of this name. */
  readonly told?: { readonly name: string; readonly by: (text: string) => void };
}

export class RealBrowser {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  readonly #waiting = new Map<
    number,
    { resolve: (value: Record<string, unknown>) => void; reject: (e: Error) => void }
  >();
  readonly #wish: BrowserWish;
  #session = '';
  #asked = 0;

  private constructor(wish: BrowserWish) {
    this.#wish = wish;
    const { executablePath = 'chromium', args } = wish.isShell === true ? shellLaunchOptions() : launchOptions();
    const all = [...args, ...SWITCHES, `--user-data-dir=${wish.profile}`, 'about:blank'];
    // A group of its own, so that every process of it goes at once.
    this.#child = spawn(executablePath, all, { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    this.#ended = new Promise((resolve) => this.#child.on('exit', resolve));
    this.#listen(this.#child.stdio[4] as Readable);
    (this.#child.stdio[3] as Writable).on('error', () => undefined);
  }

  /** Starts a browser on a profile, with one page. */
  static async start(wish: BrowserWish): Promise<RealBrowser> {
    const browser = new RealBrowser(wish);
    const { targetInfos } = (await browser.#send('Target.getTargets')) as {
      targetInfos: { targetId: string; type: string }[];
    };
    const target = targetInfos.find(({ type }) => type === 'page')?.targetId;
    const targetId = target ?? (await browser.#send('Target.createTarget', { url: 'about:blank' }))['targetId'];
    const attached = await browser.#send('Target.attachToTarget', { targetId, flatten: true });
    browser.#session = String(attached['sessionId']);
    await browser.#send('Page.enable');
    await browser.#send('Runtime.enable');
    if (wish.told !== undefined) await browser.#send('Runtime.addBinding', { name: wish.told.name });
    if (wish.script !== undefined)
      await browser.#send('Page.addScriptToEvaluateOnNewDocument', { source: wish.script });
    return browser;
  }

  async goTo(url: string): Promise<void> {
    await this.#send('Page.navigate', { url });
  }

  /** What an expression comes to in the page; it may be a promise. */
  async evaluate<Value>(expression: string): Promise<Value> {
    const done = await this.#send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    const { result, exceptionDetails } = done as {
      result: { value: Value };
      exceptionDetails?: { text: string; exception?: { description?: string } };
    };
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Looks until an expression comes to something that is true, and gives it. */
  async until<Value>(expression: string): Promise<Value> {
    const began = performance.now();
    for (;;) {
      const value = await this.evaluate<Value>(expression).catch(() => undefined);
      if (value) return value;
      if (performance.now() - began > WAIT_MILLISECONDS) {
        const seen = await this.evaluate<string>('document.body?.innerText ?? ""').catch(String);
        throw new Error(`In vain for ${expression}; the page says: ${seen.slice(0, 400)}`);
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MILLISECONDS));
    }
  }

  /** Ends every process of it at once, as a power cut would. */
  async kill(): Promise<void> {
    if (this.#child.pid !== undefined && this.#child.exitCode === null) process.kill(-this.#child.pid, 'SIGKILL');
    await this.#ended;
  }

  /** Closes it as a person does. */
  async close(): Promise<void> {
    await this.#send('Browser.close', {}, '').catch(() => undefined);
    await this.#ended;
  }

  #send(method: string, params: object = {}, session = this.#session): Promise<Record<string, unknown>> {
    const id = (this.#asked += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      void this.#ended.then(() => reject(new Error('The browser has ended.')));
      const message = { id, method, params, ...(session === '' ? {} : { sessionId: session }) };
      (this.#child.stdio[3] as Writable).write(`${JSON.stringify(message)}\0`);
    });
  }

  #listen(pipe: Readable): void {
    let rest = '';
    pipe.setEncoding('utf8');
    pipe.on('error', () => undefined);
    pipe.on('data', (text: string) => {
      const parts = (rest + text).split('\0');
      rest = parts.pop() ?? '';
      for (const part of parts) this.#hear(JSON.parse(part) as Message);
    });
  }

  #hear({ id, method, params, result, error }: Message): void {
    if (method === 'Runtime.bindingCalled' && params?.['name'] === this.#wish.told?.name)
      this.#wish.told?.by(String(params?.['payload']));
    if (id === undefined) return;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiting?.resolve(result ?? {});
    else waiting?.reject(new Error(error.message));
  }
}

/** Clears a profile away. A browser's helpers may write for a moment after it was killed; what they leave is in a temporary folder. */
export function forgetProfile(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  } catch {
    // The system clears its temporary folders.
  }
}
