// Where the pages of the site are, in one place. Asked for while a page is drawn: what it gives is relative to that page.
import { resolve } from '$app/paths';

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
    train: resolve('/train/'),
    embed: resolve('/embed/'),
    facts: resolve('/facts/'),
    glossary: resolve('/glossary/'),
  };
}
