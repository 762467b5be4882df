// A browser's caches and a host of the site, for the rules of the service worker without a browser.
import type { Outside, SiteVersion } from '../../src/lib/adapters/offline/kept-files';

export const ORIGIN = 'https://host.example';

/** A version of a small site below a path, with one lazily loaded part that is its own. */
export function siteVersion(version: string): SiteVersion {
  return {
    base: '/lab-site',
    version,
    hashed: [`/lab-site/_app/immutable/entry/start.${version}.js`, `/lab-site/_app/immutable/chunks/${version}.js`],
    fixed: ['/lab-site/manifest.webmanifest'],
    pages: ['/lab-site/', '/lab-site/lab/'],
  };
}

type Hosted = (request: Request) => Response | undefined;

/** What a host answers that has this version. */
export function hosting(site: SiteVersion): Hosted {
  const html = `<script>import("../_app/immutable/entry/start.${site.version}.js")</script>`;
  const files = new Map<string, readonly [string, string]>([
    ...site.pages.map((path) => [path, [html, 'text/html']] as const),
    ...[...site.hashed, ...site.fixed].map((path) => [path, [`${path} of ${site.version}`, 'text/plain']] as const),
  ]);
  return (request) => {
    const [body, type] = files.get(new URL(request.url).pathname) ?? [];
    return body === undefined ? undefined : new Response(body, { headers: { 'content-type': type ?? '' } });
  };
}

const addressOf = (key: RequestInfo | URL): string => (key instanceof Request ? key.url : key.toString());

export class Stage implements Outside {
  readonly origin = ORIGIN;
  readonly asked: Request[] = [];
  /** Null: there is no network. */
  host: Hosted | null;
  readonly #kept = new Map<string, Map<string, Response>>();

  constructor(host: Hosted | null) {
    this.host = host;
  }

  readonly fetch = async (request: Request): Promise<Response> => {
    this.asked.push(request);
    if (this.host === null) throw new TypeError('Failed to fetch');
    return this.host(request) ?? new Response('nothing here', { status: 404 });
  };

  readonly caches: Outside['caches'] = {
    match: async (key, options) =>
      this.#kept
        .get(options?.cacheName ?? '')
        ?.get(addressOf(key))
        ?.clone(),
    keys: async () => [...this.#kept.keys()],
    delete: async (name) => this.#kept.delete(name),
    open: async (name) => {
      const files = this.#kept.get(name) ?? new Map<string, Response>();
      this.#kept.set(name, files);
      const cache: Pick<Cache, 'put'> = {
        put: async (key, response) => void files.set(addressOf(key), response),
      };
      return cache as Cache;
    },
  };

  /** The paths that are kept under a cache's name. */
  keptIn(name: string): readonly string[] {
    return [...(this.#kept.get(name)?.keys() ?? [])].map((url) => url.slice(ORIGIN.length)).toSorted();
  }
}
