// Wires the outside world to the lab for the site: IndexedDB where it can be had, memory with a word about it where not.
import { browserPreferences } from '../adapters/preferences/browser-preferences';
import { qrCodes } from '../adapters/qr/qr-code';
import { browserClock } from '../adapters/time/browser-clock';
import { loadCryptography } from '../adapters/crypto/load-cryptography';
import { Lab } from './lab.svelte';
import { addressOf } from './run-address';
import type { Shipped } from './shipped';
import { fetchShipped } from './shipped-files';
import { openSiteStore, type SiteStore } from './wire-storage';

/** A lab whose runs are kept in this browser. */
export function wireSite(): Lab {
  const cryptography = loadCryptography();
  let opened: Promise<SiteStore> | null = null;
  let shipped: Promise<Shipped> | null = null;
  const lab: Lab = new Lab({
    cryptography,
    clock: browserClock,
    qrCodes,
    preferences: browserPreferences(),
    isSecure: () => globalThis.isSecureContext,
    loadShipped: () => (shipped ??= fetchShipped()),
    openStore: () =>
      (opened ??= openSiteStore(cryptography, () => lab.stop({ kind: 'storage', failure: { kind: 'newer' } }))),
    linkTo: (data) => addressOf(location.href, data, false),
    closeStore: () => void opened?.then(({ store }) => store.close()),
  });
  return lab;
}
