// Wires the site's storage: IndexedDB where it can be had, memory with a word about it where not.
import type { Cryptography, RunStore, StorageFailure } from '../ports';
import type { LabProblem } from './problems';

export const DATABASE_NAME = 'lockout-lab';
/** A browser that blocks storage may neither open nor refuse. */
const OPEN_TIMEOUT_MILLISECONDS = 5000;

export interface SiteStore {
  readonly store: RunStore;
  readonly problem: LabProblem | null;
}

/** Opens the storage of the site, or one in memory with the problem that was met. */
export async function openSiteStore(
  cryptography: Cryptography,
  onEnded: (failure: StorageFailure) => void,
): Promise<SiteStore> {
  const { openDexieStore } = await import('../adapters/storage/dexie-store');
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), OPEN_TIMEOUT_MILLISECONDS));
  const opening = openDexieStore(DATABASE_NAME, cryptography.randomHex(8));
  const opened = await Promise.race([opening, late]);
  if (opened?.isOk === true) {
    opened.value.onEnded(onEnded);
    return { store: opened.value, problem: null };
  }
  // One that answers after all is not held open behind the page's back: it would stand in the way of an upgrade.
  void opening.then((each) => each.isOk && each.value.close());
  return openMemoryStore(opened?.failure ?? { kind: 'blocked', detail: 'no answer' });
}

/** A store that lasts as long as the page, with the reason for it, where there is one. */
export async function openMemoryStore(failure: StorageFailure | null = null): Promise<SiteStore> {
  const { createMemoryStore } = await import('../adapters/storage/memory-store');
  return { store: createMemoryStore(), problem: failure === null ? null : { kind: 'storage', failure } };
}
