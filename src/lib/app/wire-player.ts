// Wires the outside world to the lab for the player, which lives in frames and single files: the log is in memory.
import { memoryPreferences } from '../adapters/preferences/memory-preferences';
import { qrCodes } from '../adapters/qr/qr-code';
import { browserClock } from '../adapters/time/browser-clock';
import { createMemoryStore } from '../adapters/storage/memory-store';
import { noNeighbours } from '../adapters/windows/no-neighbours';
import { loadCryptography } from '../adapters/crypto/load-cryptography';
import { Lab } from './lab.svelte';
import { addressOf } from './run-address';
import { inlineShipped } from './shipped-inline';

/** A lab whose run lives as long as the page. */
export function wirePlayer(): Lab {
  const store = createMemoryStore();
  return new Lab({
    cryptography: loadCryptography(),
    clock: browserClock,
    qrCodes,
    preferences: memoryPreferences(),
    neighbours: noNeighbours,
    isSecure: () => globalThis.isSecureContext,
    isFramed: () => false,
    loadShipped: async () => inlineShipped(),
    openStore: async () => ({ store, problem: null }),
    // A file on a disk, and a page that a frame was handed as text, have no address that others could open.
    linkTo: (data) => (/^https?:$/.test(location.protocol) ? addressOf(location.href, data, true) : null),
    closeStore: () => undefined,
    reopenStore: async () => ({ store, problem: null }),
  });
}
