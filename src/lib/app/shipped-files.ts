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

/** Fetches the starting point that a first visit opens; each product when it is asked for, once. */
export async function fetchShipped(): Promise<Shipped> {
  const fetched = new Map<string, Promise<Product>>();
  const loadProduct = async (id: string): Promise<Product | undefined> => {
    const url = productUrls[`../products/${id}/product.json`];
    if (url === undefined) return undefined;
    const product = fetched.get(id) ?? fetchJson<Product>(url);
    fetched.set(id, product);
    return product;
  };
  const products = Object.keys(productUrls).flatMap((path) => path.split('/').at(-2) ?? []);
  return { start: await fetchJson<StartingPoint>(Object.values(startUrls)[0]), products, loadProduct };
}

async function fetchJson<Data>(url: string | undefined): Promise<Data> {
  if (url === undefined) throw new TypeError('The build holds no starting point.');
  const response = await fetch(url);
  if (!response.ok) throw new TypeError(`${url} could not be loaded: the server answered ${response.status}.`);
  return (await response.json()) as Data;
}
