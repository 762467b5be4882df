// What ships with the lab: data in folders of their own. The suite reads every file by its schema, so they are taken as
// read when they are loaded.
import type { Product } from '../products/schema';
import type { StartingPoint } from '../scenarios/starting-point';

export interface Shipped {
  readonly start: StartingPoint;
  readonly product: Product;
}
