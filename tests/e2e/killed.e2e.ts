// A browser that is killed while the lab writes, again and again: nothing torn, nothing lost that was acknowledged.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from '@playwright/test';
import { ACKNOWLEDGING, faultsIn, found, openIssuing, pressOn, type Acknowledged } from '../support/kept-log';
import { forgetProfile, RealBrowser } from '../support/real-browser';
import { Random } from '../simulation/random';

/** How often it is killed; `npm run torture` asks for many more. */
const KILLS = Number(process.env['LAB_KILLS'] || 25);

test.describe.configure({ timeout: 60_000 + KILLS * 20_000 });

test(`killed ${KILLS} times in mid-write: nothing torn, and nothing lost that was acknowledged`, async ({
  baseURL,
}) => {
  const profile = mkdtempSync(join(tmpdir(), 'lockout-lab-killed-'));
  const acknowledged: Acknowledged[] = [];
  const by = (text: string): unknown => acknowledged.push(...(JSON.parse(text) as Acknowledged[]));
  const isShell = process.env['LAB_KILLS'] === undefined;
  const start = () => RealBrowser.start({ profile, isShell, script: ACKNOWLEDGING, told: { name: 'acknowledge', by } });
  const random = new Random(KILLS);
  try {
    for (let kills = 0; kills <= KILLS; kills += 1) {
      const browser = await start();
      await openIssuing(browser, `${baseURL}/lab/`);
      expect(faultsIn(await found(browser), acknowledged), `after ${kills} kills`).toEqual([]);
      const before = acknowledged.length;
      await pressOn(browser, 20 + random.below(200));
      await expect.poll(() => acknowledged.length, 'the lab goes on').toBeGreaterThan(before);
      await browser.kill();
    }
  } finally {
    forgetProfile(profile);
  }
});
