// Wires the outside world to the lab for the player, which lives in frames and single files: the log is in memory.
import { browserClock } from '../adapters/time/browser-clock';
import { createMemoryStore } from '../adapters/storage/memory-store';
import { webCrypto } from '../adapters/crypto/web-crypto';
import { Lab } from './lab.svelte';
import { inlineShipped } from './shipped-inline';

/** A lab whose run lives as long as the page. */
export function wirePlayer(): Lab {
  const store = createMemoryStore();
  return new Lab({
    cryptography: webCrypto,
    clock: browserClock,
    loadShipped: async () => inlineShipped(),
    openStore: async () => ({ store, problem: null }),
    closeStore: () => undefined,
  });
}
