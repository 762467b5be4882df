// Where the pages of the site are, in one place. Asked for while a page is drawn: what it gives is relative to that page.
import { resolve } from '$app/paths';
import { searchOf } from '../facts/address';
import type { Links } from '../frame/links';

/** The pages that every page leads to, in their order. */
export const PAGES = [
  { page: 'lab', name: 'Lab', about: 'Three desks under one clock' },
  { page: 'runs', name: 'Runs', about: 'What you played, and what to do with it' },
  { page: 'train', name: 'Train', about: 'Walkthroughs with a coach' },
  { page: 'embed', name: 'Embed', about: 'A walkthrough in your own page' },
  { page: 'facts', name: 'Facts', about: 'Every rule in plain words' },
  { page: 'glossary', name: 'Glossary', about: 'What each word means' },
] as const;

export function places() {
  const lab = resolve('/lab/');
  return {
    home: resolve('/'),
    lab,
    /** The lab on a product: it goes on with the last run on it, or begins one. */
    labOn: (product: string) => `${lab}?product=${encodeURIComponent(product)}`,
    /** The lab with the dialog open in which a product file is chosen. */
    ownProduct: `${lab}?open=file`,
    tour: `${lab}?tour=first`,
    runs: resolve('/runs/'),
    train: resolve('/train/'),
    embed: resolve('/embed/'),
    facts: resolve('/facts/'),
    glossary: resolve('/glossary/'),
  };
}

/** What the site has beside the lab. */
export function siteLinks(): Links {
  const to = places();
  return {
    fact: (id, on) => `${to.facts}${on === null ? '' : searchOf({ one: on, other: null })}#${id}`,
    pages: PAGES.filter(({ page }) => page !== 'lab').map(({ page, name, about }) => ({ name, about, href: to[page] })),
  };
}
