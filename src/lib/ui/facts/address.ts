// The address of the page of facts for a selection. By itself, since every page can lead there and only one reads it.

/** A product in one of its variants, by their ids. */
export interface Side {
  readonly product: string;
  readonly variant: string;
}

export interface Selection<Each extends Side = Side> {
  readonly one: Each;
  readonly other: Each | null;
}

/** What the address has behind its path. */
export function searchOf({ one, other }: Selection): string {
  const params = new URLSearchParams({ product: one.product, variant: one.variant });
  if (other !== null) {
    params.set('beside', other.product);
    params.set('beside-variant', other.variant);
  }
  return `?${params.toString()}`;
}
