// Everything the site keeps in a browser: told, and deleted. Each part may be missing or blocked, whose getter itself may
// throw; the others go all the same.
import type { BrowserData } from '../../ports-site';

export interface DataNames {
  /** The database of runs. */
  readonly database: string;
  /** What the names of the entries in local storage begin with. */
  readonly settings: string;
  /** What the names of the caches begin with. */
  readonly caches: string;
  /** The address below which the service worker answers. */
  readonly scope: string;
}

/** How long another window has to let the database go. */
const HELD_MILLISECONDS = 4000;

export function browserData(names: DataNames): BrowserData {
  return {
    tell: async () => {
      const [files, worker, estimate] = await Promise.all([
        unless(() => countFiles(names.caches), 0),
        unless(() => registration(names.scope), undefined),
        unless(() => navigator.storage.estimate(), undefined),
      ]);
      return {
        settings: settingsOf(names.settings),
        files,
        hasWorker: worker !== undefined,
        usedBytes: estimate?.usage ?? null,
      };
    },
    forget: async () => {
      await unless(async () => (await registration(names.scope))?.unregister(), undefined);
      await unless(() => deleteCaches(names.caches), undefined);
      for (const name of settingsOf(names.settings)) localStorage.removeItem(name);
      return unless(() => deleteDatabase(names.database), 'done');
    },
  };
}

async function unless<Value>(ask: () => Promise<Value>, otherwise: Value): Promise<Value> {
  try {
    return await ask();
  } catch {
    return otherwise;
  }
}

function settingsOf(prefix: string): readonly string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(prefix));
  } catch {
    return [];
  }
}

async function cachesOf(prefix: string): Promise<readonly string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(prefix));
}

async function countFiles(prefix: string): Promise<number> {
  const names = await cachesOf(prefix);
  const files = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length));
  return files.reduce((sum, count) => sum + count, 0);
}

async function deleteCaches(prefix: string): Promise<void> {
  for (const name of await cachesOf(prefix)) await caches.delete(name);
}

/** The registration for exactly this address: another site of the host may have one for an address above it. */
async function registration(scope: string): Promise<ServiceWorkerRegistration | undefined> {
  const found = await navigator.serviceWorker.getRegistration(scope);
  return found?.scope === scope ? found : undefined;
}

function deleteDatabase(name: string): Promise<'done' | 'held'> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    const late = setTimeout(() => resolve('held'), HELD_MILLISECONDS);
    const settle = (end: () => void) => () => {
      clearTimeout(late);
      end();
    };
    request.onsuccess = settle(() => resolve('done'));
    request.onerror = settle(() => reject(new TypeError('The database could not be deleted.')));
  });
}
