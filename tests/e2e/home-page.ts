// The home page as somebody meets it: its list of last runs; and what is kept of runs, changed behind the lab's back.
import type { Locator, Page } from '@playwright/test';

export const lastRuns = (page: Page): Locator => page.getByRole('region', { name: 'Last runs' });
/** A line of the list, for each run. */
export const lines = (page: Page): Locator => lastRuns(page).getByRole('listitem');

/** Changes one store of the kept runs behind the lab's back. */
export async function removeFrom(
  page: Page,
  store: 'products' | 'records',
  keys: readonly (string | [string, number])[],
): Promise<void> {
  await page.evaluate(
    async ({ name, gone }) => {
      const request = indexedDB.open('lockout-lab');
      const database = await new Promise<IDBDatabase>((resolve) => (request.onsuccess = () => resolve(request.result)));
      const transaction = database.transaction(name, 'readwrite');
      for (const key of gone) transaction.objectStore(name).delete(key);
      await new Promise((resolve) => (transaction.oncomplete = resolve));
      database.close();
    },
    { name: store, gone: [...keys] },
  );
}

/** Puts an event that nobody has heard of into the last thing that was done in a run. */
export async function spoilLast(page: Page, run: string): Promise<void> {
  await page.evaluate(async (id) => {
    const request = indexedDB.open('lockout-lab');
    const database = await new Promise<IDBDatabase>((resolve) => (request.onsuccess = () => resolve(request.result)));
    const transaction = database.transaction('records', 'readwrite');
    const all = transaction.objectStore('records').getAll(IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER]));
    all.onsuccess = () => {
      const last = (all.result as { record: { kind: string } }[]).findLast(({ record }) => record.kind === 'command');
      const record = { ...last?.record, events: [{ type: 'CodeDoubled' }] };
      transaction.objectStore('records').put({ ...last, record });
    };
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    database.close();
  }, run);
}

/** The ids of the kept runs with the digest of the product each is pinned to. */
export function keptRows(page: Page): Promise<readonly { readonly id: string; readonly productDigest: string }[]> {
  return page.evaluate(async () => {
    const request = indexedDB.open('lockout-lab');
    const database = await new Promise<IDBDatabase>((resolve) => (request.onsuccess = () => resolve(request.result)));
    const all = database.transaction('runs').objectStore('runs').getAll();
    await new Promise((resolve) => (all.onsuccess = resolve));
    database.close();
    return all.result as { id: string; productDigest: string }[];
  });
}

/** A browser that lets the site keep nothing. */
export async function blockStorage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      value: {
        open() {
          throw new DOMException('Internal error.', 'UnknownError');
        },
      },
    });
  });
}
