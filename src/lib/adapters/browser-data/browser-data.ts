// Everything the site keeps in a browser: told, and deleted. Each part may be missing or blocked, whose getter itself may
// throw; the others go all the same.
import type { BrowserData, Forgotten, KeptData } from '../../ports-site';

export interface DataNames {
  /** The database of runs. */
  readonly database: string;
  /** What the names of the entries in local and session storage begin with. */
  readonly settings: string;
  /** What the names of the caches begin with. */
  readonly caches: string;
  /** The address below which the service worker answers. */
  readonly scope: string;
}

/** How long another window has to let the database go. */
const HELD_MILLISECONDS = 4000;

export function browserData(names: DataNames): BrowserData {
  const tell = async (): Promise<KeptData> => {
    const [hasDatabase, files, worker, estimate] = await Promise.all([
      unless(async () => (await indexedDB.databases()).some(({ name }) => name === names.database), null),
      unless(() => countFiles(names.caches), 0),
      unless(() => registration(names.scope), undefined),
      unless(() => navigator.storage.estimate(), undefined),
    ]);
    const usedBytes = estimate?.usage ?? null;
    return { hasDatabase, settings: settingsOf(names.settings), files, hasWorker: worker !== undefined, usedBytes };
  };
  return {
    tell,
    forget: async () => {
      await unless(async () => (await registration(names.scope))?.unregister(), undefined);
      await unless(() => deleteCaches(names.caches), undefined);
      const database = await deleteDatabase(names.database);
      // After the database: what was acknowledged in it meanwhile was noted among them.
      forgetSettings(names.settings);
      return { database, left: await tell() };
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

/** What is remembered for all windows, and for this one. */
const MEMORIES = [() => localStorage, () => sessionStorage];

function settingsOf(prefix: string): readonly string[] {
  return MEMORIES.flatMap((memory) => {
    try {
      return Object.keys(memory()).filter((name) => name.startsWith(prefix));
    } catch {
      return [];
    }
  });
}

function forgetSettings(prefix: string): void {
  for (const memory of MEMORIES) {
    try {
      for (const name of Object.keys(memory())) if (name.startsWith(prefix)) memory().removeItem(name);
    } catch {
      // Where it is blocked, nothing was remembered.
    }
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

function deleteDatabase(name: string): Promise<Forgotten['database']> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.deleteDatabase(name);
      const late = setTimeout(() => resolve('held'), HELD_MILLISECONDS);
      const settle = (how: Forgotten['database']) => () => {
        clearTimeout(late);
        resolve(how);
      };
      request.onsuccess = settle('gone');
      request.onerror = settle('refused');
    } catch {
      // Where there is no such storage, or it is blocked, there was no database either.
      resolve('gone');
    }
  });
}
