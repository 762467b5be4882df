// The site kept by a service worker. In a frame, on plain http and where storage is blocked there is none, and the site
// goes on as any other page: nothing here rejects, and nothing waits for a worker that may never come.
import type { MissingPart, NewerVersion, SiteKeeping } from '../../ports-site';
import type { PageMessage } from './messages';
import { workerAddress } from './worker-address';

export interface SiteAddresses {
  readonly worker: string;
  /** The file on the server that says which version it has. */
  readonly versionFile: string;
  /** The version of this page. */
  readonly version: string;
}

/** How long the server has to say which version it has. */
const ANSWER_MILLISECONDS = 10_000;

export function browserKeeping(addresses: SiteAddresses): SiteKeeping {
  let registered: ServiceWorkerRegistration | null = null;
  return {
    watch: async (listener) => {
      try {
        // A frame is a guest in somebody's page, and keeps nothing in their reader's browser.
        if (window.parent !== window) return;
        const { serviceWorker } = navigator;
        if (serviceWorker === undefined) return;
        registered = (await serviceWorker.register(workerAddress(addresses.worker))) ?? null;
        if (registered !== null) await follow(serviceWorker, registered, addresses.version, listener);
      } catch {
        // The browser keeps nothing here.
      }
    },
    useNewer: () => {
      const waiting = registered?.waiting ?? null;
      if (waiting === null) return location.reload();
      waiting.addEventListener('statechange', () => {
        if (['activated', 'redundant'].includes(waiting.state)) location.reload();
      });
      tell(waiting, { type: 'take-over' });
    },
    whyMissing: () => whyMissing(addresses),
  };
}

async function follow(
  serviceWorker: ServiceWorkerContainer,
  registration: ServiceWorkerRegistration,
  version: string,
  listener: (newer: NewerVersion) => void,
): Promise<void> {
  let controller = serviceWorker.controller;
  const look = (): void => {
    if (registration.waiting !== null && registration.active !== null) listener('waiting');
  };
  const lookAt = (worker: ServiceWorker | null): void => worker?.addEventListener('statechange', look);
  look();
  lookAt(registration.installing);
  registration.addEventListener('updatefound', () => lookAt(registration.installing));
  serviceWorker.addEventListener('controllerchange', () => {
    // The first worker of all takes the page in hand too; that is no newer version.
    if (controller !== null) listener('in-use');
    controller = serviceWorker.controller;
  });
  if (registration.active !== null) tell(registration.active, { type: 'open', version });
  // Whoever comes back to a page that stood open for days hears of what is newer.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void registration.update().catch(() => undefined);
  });
}

function tell(worker: ServiceWorker, message: PageMessage): void {
  worker.postMessage(message);
}

async function whyMissing({ versionFile, version }: SiteAddresses): Promise<MissingPart> {
  try {
    const response = await fetch(versionFile, { cache: 'no-store', signal: AbortSignal.timeout(ANSWER_MILLISECONDS) });
    if (!response.ok) return 'unknown';
    const said: unknown = await response.json();
    const isSame = typeof said === 'object' && said !== null && 'version' in said && said.version === version;
    return isSame ? 'unknown' : 'replaced';
  } catch {
    return 'no-network';
  }
}
