// Which product the page of facts shows, and beside which other: read from its address, so that a link, a reload and the way
// back keep it. Pure.
import type { Selection, Side } from './address';

/** What can be shown: a product's default variant says so. */
export interface Offer extends Side {
  readonly isDefault: boolean;
  readonly hasFact: (id: string) => boolean;
}

export interface Wish<Each extends Offer> extends Selection<Each> {
  /** What the address asks for and nobody has, each as a whole sentence. */
  readonly strange: readonly string[];
}

/**
 * What an address asks for. Without a product in it that is the first one that has the fact behind its `#`, or else the
 * first of all; null where nothing is offered.
 */
export function wishIn<Each extends Offer>(
  { searchParams, hash }: Pick<URL, 'searchParams' | 'hash'>,
  offers: readonly Each[],
): Wish<Each> | null {
  const fact = factIn({ hash });
  const strange: string[] = [];
  const sideIn = (prefix: '' | 'beside-'): Each | undefined => {
    const product = searchParams.get(prefix === '' ? 'product' : 'beside');
    if (product === null) return undefined;
    const ofProduct = offers.filter((each) => each.product === product);
    const usual = ofProduct.find(({ isDefault }) => isDefault) ?? ofProduct[0];
    if (usual === undefined) strange.push(`No product here goes by “${product}”.`);
    const variant = searchParams.get(`${prefix}variant`) ?? usual?.variant;
    const wanted = ofProduct.find((each) => each.variant === variant);
    if (usual !== undefined && wanted === undefined) strange.push(`“${product}” has no variant “${variant}”.`);
    return wanted ?? usual;
  };
  const usual = offers.filter(({ isDefault }) => isDefault);
  const one = sideIn('') ?? usual.find(({ hasFact }) => fact !== null && hasFact(fact)) ?? usual[0] ?? offers[0];
  if (one === undefined) return null;
  const other = sideIn('beside-');
  return { one, other: other === one ? null : (other ?? null), strange };
}

/** The fact that an address points at, by its id. */
export function factIn({ hash }: Pick<URL, 'hash'>): string | null {
  return /^#([A-Z]{3,4}-\d+[a-z]?)$/.exec(hash)?.[1] ?? null;
}
