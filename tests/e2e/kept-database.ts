// The lab's database, past the lab: what a browser, its user or another version of the lab may do to it.
import type { BrowserContext, Page } from '@playwright/test';

/** Deletes it, as somebody does who looks for it in the browser's tools. */
export async function deleteDatabase(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const request = indexedDB.deleteDatabase('lockout-lab');
    await new Promise((resolve) => (request.onsuccess = resolve));
  });
}

/** Takes it over as a newer version of the lab would. */
export async function upgradeDatabase(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const request = indexedDB.open('lockout-lab', 990);
    await new Promise((resolve) => (request.onsuccess = resolve));
    request.result.close();
  });
}

/** Clears it as the browser does when it is asked to, or makes room: connections to it are closed. */
export async function clearDatabase(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  const { origin } = new URL(page.url());
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  await session.detach();
}

/** How many bytes the site may keep from here on; as many as usual without a number. */
export async function setQuota(context: BrowserContext, page: Page, quotaSize?: number): Promise<void> {
  const session = await context.newCDPSession(page);
  const { origin } = new URL(page.url());
  await session.send('Storage.overrideQuotaForOrigin', { origin, ...(quotaSize === undefined ? {} : { quotaSize }) });
  // The setting lasts as long as the session.
}
