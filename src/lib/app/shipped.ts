// The products and starting points that ship with the lab. They are data in folders of their own; the suite reads
// every one of them by its schema, so they are taken as read here. Adding one touches no code.
import type { Product } from '../products/schema';
import type { StartingPoint } from '../scenarios/starting-point';

const productFiles = import.meta.glob<Product>('../products/*/product.json', { eager: true, import: 'default' });
const startFiles = import.meta.glob<StartingPoint>('../scenarios/*/start.json', { eager: true, import: 'default' });

/** Every shipped product. */
export const products: readonly Product[] = Object.values(productFiles);

/** Every shipped starting point, in the order of their folders' names. */
export const startingPoints: readonly StartingPoint[] = Object.values(startFiles);

/** The starting point that a first visit opens. */
export const firstStart: StartingPoint = first(startingPoints);

/** The product it plays on. */
export const firstProduct: Product = first(products.filter((product) => product.id === firstStart.product));

function first<Item>(items: readonly Item[]): Item {
  const [item] = items;
  if (item === undefined) throw new TypeError('The build holds no starting point, or not the product it plays on.');
  return item;
}
