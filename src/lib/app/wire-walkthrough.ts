// Wires the outside world to a lab that plays a walkthrough. Its run is in memory: it is practice, ends with the page, and
// cannot touch what the visitor keeps.
import { memoryPreferences } from '../adapters/preferences/memory-preferences';
import { qrCodes } from '../adapters/qr/qr-code';
import { loadCryptography } from '../adapters/crypto/load-cryptography';
import { createMemoryStore } from '../adapters/storage/memory-store';
import { noNeighbours } from '../adapters/windows/no-neighbours';
import { browserClock } from '../adapters/time/browser-clock';
import { Lab } from './lab.svelte';
import type { Shipped } from './shipped';
import type { Playable } from './walkthroughs';

/** A lab that begins where the walkthrough does. */
export function wireWalkthrough({ start, firstRun }: Playable, loadShipped: () => Promise<Shipped>): Lab {
  const store = createMemoryStore();
  let shipped: Promise<Shipped> | null = null;
  return new Lab({
    cryptography: loadCryptography(),
    clock: browserClock,
    qrCodes,
    preferences: memoryPreferences(),
    neighbours: noNeighbours,
    isSecure: () => globalThis.isSecureContext,
    isFramed: () => false,
    loadShipped: () => (shipped ??= loadShipped().then((all) => ({ ...all, start }))),
    openStore: async () => ({ store, problem: null }),
    closeStore: () => undefined,
    reopenStore: async () => ({ store, problem: null }),
    firstRun,
  });
}

/** A seed that nobody has chosen. */
export function drawSeed(): string {
  return loadCryptography().randomHex(4);
}
