// The files of one version of the site, kept in the browser so that every page opens without a network. All of them or
// none: a version of which something is missing is not kept at all.

/** What a version is made of. Paths are those of the addresses. */
export interface SiteVersion {
  /** The folder that the site stands in, without a slash at its end. */
  readonly base: string;
  readonly version: string;
  /** Files that have another name when they hold something else. */
  readonly hashed: readonly string[];
  /** Files that keep their name. */
  readonly fixed: readonly string[];
  readonly pages: readonly string[];
}

/** The outside world of a worker, as far as it is used. */
export interface Outside {
  readonly caches: Pick<CacheStorage, 'match' | 'open' | 'keys' | 'delete'>;
  readonly fetch: (request: Request) => Promise<Response>;
  /** Scheme, host and port of the site. */
  readonly origin: string;
}

/** No search and no header makes another file of a static site's. */
const ANY_SEARCH = { ignoreSearch: true, ignoreVary: true };

/** What the names of all versions' caches begin with; another site of the same host has its own. */
export function cachePrefix({ base }: Pick<SiteVersion, 'base'>): string {
  return `lockout-lab ${base}/ `;
}

function cacheName(site: Pick<SiteVersion, 'base' | 'version'>): string {
  return `${cachePrefix(site)}${site.version}`;
}

/** Fetches and keeps every file; keeps none and rejects where one is not to be had, or is not what was built. */
export async function keepFiles(outside: Outside, site: SiteVersion): Promise<void> {
  const name = cacheName(site);
  const cache = await outside.caches.open(name);
  try {
    await Promise.all(
      [...site.hashed, ...site.fixed, ...site.pages].map((path) => keepFile(outside, site, cache, path)),
    );
  } catch (error) {
    await outside.caches.delete(name);
    throw error;
  }
}

async function keepFile({ fetch, origin }: Outside, site: SiteVersion, cache: Cache, path: string): Promise<void> {
  // What keeps its name may lie in the browser's own cache as it was before.
  const request = new Request(origin + path, { cache: site.hashed.includes(path) ? 'default' : 'no-cache' });
  const response = await fetch(request);
  const isPage = site.pages.includes(path);
  const isBuilt = isPage ? await isOfVersion(response.clone(), site) : !isHtml(response);
  if (!response.ok || response.redirected || !isBuilt) throw new TypeError(`${path} is not to be had as it was built.`);
  await cache.put(origin + path, response);
}

/**
 * Whether a page is of this version: it names a file with which this version begins. A host in the middle of an upgrade
 * may hand out the page before, and the sign-in page of a wireless network looks like any answer.
 */
async function isOfVersion(response: Response, { base, hashed }: SiteVersion): Promise<boolean> {
  const entry = hashed.find((path) => path.startsWith(`${base}/_app/immutable/entry/start.`));
  return entry === undefined || (await response.text()).includes(entry.slice(base.length + 1));
}

function isHtml(response: Response): boolean {
  return response.headers.get('content-type')?.startsWith('text/html') === true;
}

/** The kept file of this version with this path, or undefined. */
export async function keptFile(
  { caches, origin }: Outside,
  site: SiteVersion,
  path: string,
): Promise<Response | undefined> {
  return caches.match(origin + path, { ...ANY_SEARCH, cacheName: cacheName(site) });
}

/** The same, or that of another version that is still kept for the pages that came of it. */
export async function keptFileOfAnyVersion(
  outside: Outside,
  site: SiteVersion,
  path: string,
): Promise<Response | undefined> {
  const own = await keptFile(outside, site, path);
  if (own !== undefined) return own;
  for (const name of await versionsKept(outside, site)) {
    const found = await outside.caches.match(outside.origin + path, { ...ANY_SEARCH, cacheName: name });
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The names of the caches of this site's other versions. */
export async function versionsKept({ caches }: Outside, site: SiteVersion): Promise<readonly string[]> {
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(cachePrefix(site)) && name !== cacheName(site));
}
