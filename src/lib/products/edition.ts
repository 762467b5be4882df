// What a product file comes to in one of its variants, and the policies it offers to the rules.
import type { PolicyCatalogue } from '../domain/policy';
import { mergePatch } from './merge-patch';
import type { Edition, Product } from './schema';

/** The product in this variant. The product must have been read by `readProduct`, which checks every variant. */
export function editionOf(product: Product, variant: string): Edition {
  const { policy, words, desks, nodes } = product;
  const differences = product.variants[variant]?.differences ?? {};
  return mergePatch({ policy, words, desks, nodes }, differences) as Edition;
}

/** Every variant's policy, the product's default variant first. */
export function catalogueOf(product: Product): PolicyCatalogue {
  const others = Object.keys(product.variants).filter((variant) => variant !== product.defaultVariant);
  return Object.fromEntries(
    [product.defaultVariant, ...others].map((variant) => [variant, editionOf(product, variant).policy]),
  );
}
