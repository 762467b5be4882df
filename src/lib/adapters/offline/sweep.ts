// Older versions of the site are kept for as long as a page that came of one may be open, and no longer.
import { versionsKept, type Outside, type SiteVersion } from './kept-files';

/** Who has the site open, as the worker sees it. */
export interface Onlookers {
  /** Ids of the windows and frames that are open on the site. */
  readonly windows: () => Promise<readonly string[]>;
  /** Whether another version is on its way in, whose files are not to be touched. */
  readonly isNewerComing: () => boolean;
}

/**
 * Lets go of what is kept of other versions, where the page `says` is of this version and there is no other that may be of
 * an older one. Those that hold on are swept another time.
 */
export async function sweep(
  outside: Outside,
  site: SiteVersion,
  { windows, isNewerComing }: Onlookers,
  says: { readonly page: string; readonly version: string },
): Promise<void> {
  if (says.version !== site.version) return;
  const others = (await windows()).filter((id) => id !== says.page);
  const old = await versionsKept(outside, site);
  if (others.length > 0 || isNewerComing()) return;
  await Promise.all(old.map((name) => outside.caches.delete(name)));
}
