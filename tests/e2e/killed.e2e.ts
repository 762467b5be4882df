// A browser that is killed while the lab writes, again and again: nothing torn, nothing lost that was acknowledged.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from '@playwright/test';
import { ACKNOWLEDGING, faultsIn, found, openIssuing, pressOn, type Acknowledged } from '../support/kept-log';
import { forgetProfile, RealBrowser } from '../support/real-browser';
import { Random } from '../simulation/random';

/** How often it is killed on one profile. Each profile is a test of its own. */
const KILLS = 25;
/** `npm run torture` asks for many more than one. */
const PROFILES = Math.ceil(Number(process.env['LAB_KILLS'] || KILLS) / KILLS);
/** In a campaign the whole browser is killed, as people have it; otherwise one without a window, which starts sooner. */
const isShell = process.env['LAB_KILLS'] === undefined;

test.describe.configure({ timeout: 60_000 + KILLS * 20_000 });

for (let nth = 1; nth <= PROFILES; nth += 1) {
  const which = PROFILES === 1 ? '' : `, profile ${nth} of ${PROFILES}`;
  test(`killed ${KILLS} times in mid-write: nothing torn, and nothing lost that was acknowledged${which}`, async ({
    baseURL,
  }) => {
    const profile = mkdtempSync(join(tmpdir(), 'lockout-lab-killed-'));
    const acknowledged: Acknowledged[] = [];
    const by = (text: string): unknown => acknowledged.push(...(JSON.parse(text) as Acknowledged[]));
    const told = { name: 'acknowledge', by };
    const random = new Random(KILLS * nth);
    try {
      for (let kills = 0; kills <= KILLS; kills += 1) {
        const browser = await RealBrowser.start({ profile, isShell, script: ACKNOWLEDGING, told });
        await openIssuing(browser, `${baseURL}/lab/`);
        expect(faultsIn(await found(browser), acknowledged), `after ${kills} kills`).toEqual([]);
        const before = acknowledged.length;
        await pressOn(browser, 20 + random.below(200));
        await expect.poll(() => acknowledged.length, 'the lab goes on').toBeGreaterThan(before);
        await browser.kill();
      }
    } finally {
      forgetProfile(profile);
      test.info().annotations.push({ type: 'acknowledged', description: String(acknowledged.length) });
    }
  });
}
