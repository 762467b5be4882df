// The same files inside the bundle, for the player, which is a single file and fetches nothing.
import type { Product } from '../products/schema';
import type { StartingPoint } from '../scenarios/starting-point';
import type { Shipped } from './shipped';

const products = import.meta.glob<Product>('../products/*/product.json', { eager: true, import: 'default' });
const starts = import.meta.glob<StartingPoint>('../scenarios/*/start.json', { eager: true, import: 'default' });

/** The starting point that a first visit opens, and the product it plays on. */
export function inlineShipped(): Shipped {
  const [start] = Object.values(starts);
  const product = start === undefined ? undefined : products[`../products/${start.product}/product.json`];
  if (start === undefined || product === undefined) {
    throw new TypeError('The build holds no starting point, or not the product it plays on.');
  }
  return { start, product };
}
