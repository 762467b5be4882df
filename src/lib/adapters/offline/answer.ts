// What the service worker answers. Kept files first: a page and its parts are then always of one version, network or not.
import { keptFile, keptFileOfAnyVersion, type Outside, type SiteVersion } from './kept-files';

type Asked = Pick<Request, 'method' | 'mode' | 'url'>;

/**
 * Whether the worker answers at all. Not what goes elsewhere, and not the file that says which version the server has:
 * that is only ever asked of the server.
 */
export function isAnswered({ method, url }: Asked, { base }: SiteVersion, origin: string): boolean {
  const { origin: host, pathname } = new URL(url);
  return method === 'GET' && host === origin && pathname.startsWith(`${base}/`) && !isVersionFile(pathname, base);
}

function isVersionFile(pathname: string, base: string): boolean {
  return pathname === `${base}/_app/version.json`;
}

/** The answer; a rejection, as the network's own, where there is none. */
export function answerTo(request: Request, site: SiteVersion, outside: Outside): Promise<Response> {
  return request.mode === 'navigate' ? pageFor(request, site, outside) : fileFor(request, site, outside);
}

/** A page of an older version goes on with its own parts, also when they are gone from the server. */
async function fileFor(request: Request, site: SiteVersion, outside: Outside): Promise<Response> {
  const kept = await keptFileOfAnyVersion(outside, site, new URL(request.url).pathname);
  return kept ?? outside.fetch(request);
}

async function pageFor(request: Request, site: SiteVersion, outside: Outside): Promise<Response> {
  const url = new URL(request.url);
  const kept = site.pages.includes(url.pathname) ? await keptFile(outside, site, url.pathname) : undefined;
  if (kept !== undefined) return kept;
  // Addresses are relative to the page: one without its slash has to be led to the one with it, as a server does.
  const whole = url.pathname.replace(/index\.html$/, '').replace(/\/?$/, '/');
  if (whole !== url.pathname && site.pages.includes(whole)) return Response.redirect(url.origin + whole + url.search);
  try {
    return await outside.fetch(request);
  } catch {
    const asked = encodeURIComponent(url.pathname.slice(site.base.length));
    return Response.redirect(`${url.origin}${site.base}/offline/?asked=${asked}`);
  }
}
