// Wires the site's storage: IndexedDB where it can be had, memory with a word about it where not.
import type { Cryptography, RunStore } from '../ports';
import type { LabProblem } from './problems';

export const DATABASE_NAME = 'lockout-lab';
/** A browser that blocks storage may neither open nor refuse. */
const OPEN_TIMEOUT_MILLISECONDS = 5000;

export interface SiteStore {
  readonly store: RunStore;
  readonly problem: LabProblem | null;
}

/** Opens the storage of the site, or one in memory with the problem that was met. */
export async function openSiteStore(cryptography: Cryptography, onTakenOver: () => void): Promise<SiteStore> {
  const { openDexieStore } = await import('../adapters/storage/dexie-store');
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), OPEN_TIMEOUT_MILLISECONDS));
  const opened = await Promise.race([openDexieStore(DATABASE_NAME, cryptography.randomHex(8)), late]);
  if (opened?.isOk === true) {
    opened.value.onTakenOver(onTakenOver);
    return { store: opened.value, problem: null };
  }
  const failure = opened?.failure ?? { kind: 'blocked', detail: 'no answer' };
  const { createMemoryStore } = await import('../adapters/storage/memory-store');
  return { store: createMemoryStore(), problem: { kind: 'storage', failure } };
}
