// Where a lab can lead: the pages beside it, and the page that tells its facts. A context, since a build that is one file has
// none of them and what is drawn deep inside the lab must not know which build it is in.
import { getContext, setContext } from 'svelte';

export interface PageLink {
  readonly name: string;
  readonly href: string;
  /** What is to be found there, in a few words. */
  readonly about: string;
}

export interface Links {
  /** The other pages, in the order in which they are offered. */
  readonly pages: readonly PageLink[];
}

const KEY = Symbol('links');

/** Says what there is, to everything drawn below. */
export function setLinks(links: Links): void {
  setContext(KEY, links);
}

/** What there is; null where nobody has said, as in a build without other pages. */
export function getLinks(): Links | null {
  return getContext<Links | undefined>(KEY) ?? null;
}
