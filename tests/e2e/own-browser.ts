// A browser as people have it: a profile on disk, pages put aside to be restored, storage parted by the site of the frame.
// Playwright's own settings switch all of these off.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';
import { launchOptions } from '../../scripts/find-browser.mjs';
import { forgetProfile } from '../support/real-browser';

export interface OwnBrowser {
  readonly context: BrowserContext;
  readonly close: () => Promise<void>;
  /** Closes it, and starts it again on the same profile. */
  readonly again: () => Promise<OwnBrowser>;
}

/** What a person may have set in their browser before they come. */
export interface BrowserSettings {
  readonly keepsNothing?: boolean;
  /** Another name for this machine, so that pages from it come by plain http and not from `localhost`. */
  readonly hostName?: string;
}

export async function ownBrowser(settings: BrowserSettings = {}): Promise<OwnBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'lockout-lab-own-'));
  if (settings.keepsNothing === true) {
    mkdirSync(join(profile, 'Default'));
    const chosen = { profile: { default_content_setting_values: { cookies: 2 } } };
    writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(chosen));
  }
  return startOn(profile, settings);
}

async function startOn(profile: string, settings: BrowserSettings): Promise<OwnBrowser> {
  const { hostName } = settings;
  const { args, ...options } = launchOptions();
  const context = await chromium.launchPersistentContext(profile, {
    ...options,
    // The last of two switches of one name counts: none of Playwright's features is switched off.
    args: [
      ...args,
      '--disable-features=MediaRouter',
      ...(hostName === undefined ? [] : [`--host-resolver-rules=MAP ${hostName} localhost`]),
    ],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    viewport: { width: 1440, height: 900 },
  });
  return {
    context,
    close: async () => {
      await context.close();
      forgetProfile(profile);
    },
    again: async () => {
      await context.close();
      return startOn(profile, settings);
    },
  };
}
