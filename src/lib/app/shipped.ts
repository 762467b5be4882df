// What ships with the lab: data in folders of their own. The suite reads every file by its schema, so they are taken as
// read when they are loaded.
import type { Product } from '../products/schema';
import type { StartingPoint } from '../scenarios/starting-point';

export interface Shipped {
  /** The starting point that a first visit opens; it can be played on any product, and names the one it begins with. */
  readonly start: StartingPoint;
  /** Ids of the products, in the order of their folders. */
  readonly products: readonly string[];
  /** The product with this id, or undefined where none such ships. */
  readonly loadProduct: (id: string) => Promise<Product | undefined>;
}

/** The product that a first visit opens. */
export async function firstProduct({ start, loadProduct }: Shipped): Promise<Product> {
  const product = await loadProduct(start.product);
  if (product === undefined) throw new TypeError(`The build holds no product ${start.product}.`);
  return product;
}
