// How the logs of the bench begin: one firm, everybody in it, and somebody at each desk.
import { LAB } from '../src/lib/domain/actors';
import type { DirectoryEntry } from '../src/lib/domain/events';
import { Lines } from '../src/lib/domain/lines';
import { RULES_VERSION } from '../src/lib/domain/replay';
import { emptyWorld } from '../src/lib/domain/world';
import { catalogueOf, editionOf } from '../src/lib/products/edition';
import type { Product } from '../src/lib/products/schema';

export const STARTED_AT = Date.UTC(2026, 2, 9, 12);

export interface RandomLogWish {
  readonly people: number;
  readonly events: number;
  readonly seed: number;
  /** SHA-256 of the product, for a log that is to be opened in a lab. */
  readonly digest?: string;
}

/** The first lines of a log: people numbered from 0, number 1 at the admin's desk and number 2 at the user's. */
export function firstLines(
  product: Product,
  { people, digest = '' }: RandomLogWish,
  runSeed: string,
  personOf: (index: number) => DirectoryEntry,
): Lines {
  const { desks } = editionOf(product, product.defaultVariant);
  const lines = new Lines(emptyWorld(catalogueOf(product)));
  lines.begin({
    type: 'RunStarted',
    pins: {
      product: { id: product.id, version: product.version, digest, variant: product.defaultVariant },
      rulesVersion: RULES_VERSION,
      seed: runSeed,
      startedAt: STARTED_AT,
      timeZone: 'UTC',
      locale: 'en-GB',
    },
    firms: [{ id: 'firm', name: 'Firm', domain: 'firm.example', address: '', enforcement: 'required' }],
    directory: Array.from({ length: people }, (_, index) => personOf(index)),
    support: { rep: { id: 'rep', name: 'Rep' }, portalTech: { id: 'tech', name: 'Tech' } },
  });
  for (const [desk, persona] of [
    ['admin', 'p1'],
    ['user', 'p2'],
    ['support', 'rep'],
  ] as const) {
    const node = 'root' in desks[desk] ? desks[desk].root : '';
    lines.place(LAB, { desk, place: { persona, node, subject: null, code: null } }, STARTED_AT);
  }
  return lines;
}
