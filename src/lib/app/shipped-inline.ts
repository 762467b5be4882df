// The same files inside the bundle, for the player, which is a single file and fetches nothing.
import type { Product } from '../products/schema';
import type { StartingPoint } from '../scenarios/starting-point';
import type { Shipped } from './shipped';

const products = import.meta.glob<Product>('../products/*/product.json', { eager: true, import: 'default' });
const starts = import.meta.glob<StartingPoint>('../scenarios/*/start.json', { eager: true, import: 'default' });

/** The starting point that a first visit opens, and every product. */
export function inlineShipped(): Shipped {
  const [start] = Object.values(starts);
  if (start === undefined) throw new TypeError('The build holds no starting point.');
  return {
    start,
    products: Object.values(products).map(({ id }) => id),
    loadProduct: async (id) => products[`../products/${id}/product.json`],
  };
}
