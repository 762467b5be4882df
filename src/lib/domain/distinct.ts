// Lists in which things may come more than once, with each of them once.

/** Each item once, in the order in which they first come. */
export function distinct<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Set(items)];
}
