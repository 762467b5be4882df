// Wires the outside world to the lab for the site: IndexedDB where it can be had, memory with a word about it where not.
import { browserPreferences, tabPreferences } from '../adapters/preferences/browser-preferences';
import { qrCodes } from '../adapters/qr/qr-code';
import { browserClock } from '../adapters/time/browser-clock';
import { broadcastNeighbours } from '../adapters/windows/broadcast-neighbours';
import { loadCryptography } from '../adapters/crypto/load-cryptography';
import { Lab } from './lab.svelte';
import { addressOf } from './run-address';
import type { Shipped } from './shipped';
import { fetchShipped } from './shipped-files';
import { openMemoryStore, openSiteStore, type SiteStore } from './wire-storage';

/** A lab whose runs are kept in this browser. */
export function wireSite(): Lab {
  const cryptography = loadCryptography();
  let opened: Promise<SiteStore> | null = null;
  let shipped: Promise<Shipped> | null = null;
  const open = (): Promise<SiteStore> => openSiteStore(cryptography, (failure) => lab.ended(failure));
  const closeStore = (): void => void opened?.then(({ store }) => store.close());
  const lab: Lab = new Lab({
    cryptography,
    clock: browserClock,
    qrCodes,
    preferences: browserPreferences(),
    tab: tabPreferences(),
    neighbours: broadcastNeighbours(cryptography.randomHex(4)),
    isSecure: () => globalThis.isSecureContext,
    isFramed,
    loadShipped: () => (shipped ??= fetchShipped()),
    openStore: () => (opened ??= open()),
    linkTo: (data) => addressOf(location.href, data, false),
    rulesDigest: RULES_DIGEST,
    closeStore,
    reopenStore: (where) => {
      closeStore();
      return (opened = where === 'kept' ? open() : openMemoryStore());
    },
  });
  return lab;
}

/** A page of another origin hides where it is. */
function isFramed(): boolean {
  try {
    return globalThis.top?.location.origin !== globalThis.location.origin;
  } catch {
    return true;
  }
}
