// Where the site finds the products and starting points that ship with it: files of their own, fetched when needed,
// so that a product costs nothing until it is played. Adding one touches no code.
import type { Product } from '../products/schema';
import type { StartingPoint } from '../scenarios/starting-point';
import type { Shipped } from './shipped';

const productUrls = import.meta.glob<string>('../products/*/product.json', {
  eager: true,
  query: '?url',
  import: 'default',
});
const startUrls = import.meta.glob<string>('../scenarios/*/start.json', {
  eager: true,
  query: '?url',
  import: 'default',
});

/** Fetches the starting point that a first visit opens, and the product it plays on. */
export async function fetchShipped(): Promise<Shipped> {
  const start = await fetchJson<StartingPoint>(Object.values(startUrls)[0]);
  return { start, product: await fetchJson<Product>(productUrls[`../products/${start.product}/product.json`]) };
}

async function fetchJson<Data>(url: string | undefined): Promise<Data> {
  if (url === undefined) throw new TypeError('The build holds no starting point, or not the product it plays on.');
  const response = await fetch(url);
  if (!response.ok) throw new TypeError(`${url} could not be loaded: the server answered ${response.status}.`);
  return (await response.json()) as Data;
}
