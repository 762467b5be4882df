// Wires the outside world to the lab for the site: IndexedDB where it can be had, memory with a word about it where not.
import { qrCodes } from '../adapters/qr/qr-code';
import { browserClock } from '../adapters/time/browser-clock';
import { loadCryptography } from '../adapters/crypto/load-cryptography';
import type { Cryptography, RunStore } from '../ports';
import { Lab } from './lab.svelte';
import type { LabProblem } from './problems';
import type { Shipped } from './shipped';
import { fetchShipped } from './shipped-files';

const DATABASE_NAME = 'lockout-lab';
/** A browser that blocks storage may neither open nor refuse. */
const OPEN_TIMEOUT_MILLISECONDS = 5000;

interface OpenedStore {
  readonly store: RunStore;
  readonly problem: LabProblem | null;
}

/** A lab whose runs are kept in this browser. */
export function wireSite(): Lab {
  const cryptography = loadCryptography();
  let opened: Promise<OpenedStore> | null = null;
  let shipped: Promise<Shipped> | null = null;
  const lab: Lab = new Lab({
    cryptography,
    clock: browserClock,
    qrCodes,
    loadShipped: () => (shipped ??= fetchShipped()),
    openStore: () =>
      (opened ??= openStore(cryptography, () => lab.stop({ kind: 'storage', failure: { kind: 'newer' } }))),
    closeStore: () => void opened?.then(({ store }) => store.close()),
  });
  return lab;
}

async function openStore(cryptography: Cryptography, onTakenOver: () => void): Promise<OpenedStore> {
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
