// Looking something up in what stands in order.

/** Index of the first item for which `isBeyond`; all for which it is stand behind all for which it is not. */
export function firstIndex<Item>(items: readonly Item[], isBeyond: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && !isBeyond(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}
