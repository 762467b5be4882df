// Wires the outside world to what keeps the site for offline use, when there is nothing more urgent to do.
import { browserKeeping, type SiteAddresses } from '../adapters/offline/browser-keeping';
import { browserClock } from '../adapters/time/browser-clock';
import type { SiteKeeping } from '../ports-site';

export async function wireOffline(addresses: SiteAddresses): Promise<SiteKeeping> {
  await browserClock.idle();
  return browserKeeping(addresses);
}
