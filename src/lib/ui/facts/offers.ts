// What the page of facts can show: every product in each of its variants, with its rules in words and the facts behind them.
import { editionOf } from '../../products/edition';
import type { Product } from '../../products/schema';
import { factsOf } from './facts-of';
import { rulesOf, type Rule } from './rules-of';
import type { Offer } from './selection';

export interface ShownProduct extends Offer {
  readonly label: string;
  readonly rules: readonly Rule[];
  readonly facts: readonly string[];
}

/** The variants of a product, in the order of its file. */
export function offersOf(product: Product): readonly ShownProduct[] {
  return Object.entries(product.variants).map(([variant, { label }]) => {
    const edition = editionOf(product, variant);
    const facts = factsOf(edition);
    return {
      product: product.id,
      variant,
      label,
      rules: rulesOf(edition.policy),
      facts,
      isDefault: variant === product.defaultVariant,
      hasFact: (id) => facts.includes(id),
    };
  });
}
