// Where a lab can lead: the pages beside it, and the page that tells its facts. Contexts, since a build that is one file has
// none of them, and what is drawn deep inside a lab must not know which build it is in.
import { getContext, setContext } from 'svelte';

export interface PageLink {
  readonly name: string;
  readonly href: string;
  /** What is to be found there, in a few words. */
  readonly about: string;
}

/** What a lab is played on. */
export interface Played {
  readonly product: string;
  readonly variant: string;
}

export interface Links {
  /** The other pages, in the order in which they are offered. */
  readonly pages: readonly PageLink[];
  /** Where the fact with this id is told: on a product, or on the first that has it. */
  readonly fact: (id: string, on: Played | null) => string;
}

const LINKS = Symbol('links');
const PLAYED = Symbol('played');

/** Says what there is, to everything drawn below. */
export function setLinks(links: Links): void {
  setContext(LINKS, links);
}

/** What there is; null where nobody has said, as in a build without other pages. */
export function getLinks(): Links | null {
  return getContext<Links | undefined>(LINKS) ?? null;
}

/** Says what is played, to everything drawn below. */
export function setPlayed(played: () => Played): void {
  setContext(PLAYED, played);
}

/** What is played here now; null outside a lab. */
export function getPlayed(): Played | null {
  return getContext<(() => Played) | undefined>(PLAYED)?.() ?? null;
}
