// Wires the outside world to everything that the site keeps in this browser.
import { browserData } from '../adapters/browser-data/browser-data';
import { cachePrefix } from '../adapters/offline/kept-files';
import { PREFIX } from '../adapters/preferences/browser-preferences';
import type { BrowserData } from '../ports-site';
import { DATABASE_NAME } from './wire-storage';

/** @param home the address of the home page, with the slash at its end */
export function wireData(home: string): BrowserData {
  const { href, pathname } = new URL(home, location.href);
  return browserData({
    database: DATABASE_NAME,
    settings: PREFIX,
    caches: cachePrefix({ base: pathname.replace(/\/$/, '') }),
    scope: href,
  });
}
