// The products that ship, by name alone: what a page needs to offer them, without the files themselves. The bundler keeps
// of each file only what is named here.

export interface ShippedName {
  readonly id: string;
  readonly name: string;
}

interface Variants {
  readonly [id: string]: { readonly label: string };
}

const ids = import.meta.glob<string>('../products/*/product.json', { eager: true, import: 'id' });
const names = import.meta.glob<string>('../products/*/product.json', { eager: true, import: 'name' });
const variants = import.meta.glob<Variants>('../products/*/product.json', { eager: true, import: 'variants' });
const firsts = import.meta.glob<string>('../scenarios/*/start.json', { eager: true, import: 'product' });

/** Every product, that of the starting point first. One with a single variant goes by that variant's fuller name. */
export const SHIPPED_NAMES: readonly ShippedName[] = Object.entries(ids)
  .map(([path, id]) => {
    const labels = Object.values(variants[path] ?? {}).map(({ label }) => label);
    return { id, name: (labels.length === 1 ? labels[0] : names[path]) ?? id };
  })
  .toSorted((left, right) => Number(isFirst(right.id)) - Number(isFirst(left.id)));

function isFirst(id: string): boolean {
  return Object.values(firsts)[0] === id;
}
