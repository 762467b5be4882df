// The order in which runs were made the current one: all that a store knows about which was played last. Real time is
// kept nowhere.

/** The order with this run first. */
export function lastOpened(order: readonly string[], run: string): readonly string[] {
  return [run, ...order.filter((each) => each !== run)];
}

/** Every one of the ids: those in the order as it has them, then those that it does not name. */
export function inOrder(ids: readonly string[], order: readonly string[]): readonly string[] {
  const known = new Set(ids);
  const first = new Set(order.filter((each) => known.has(each)));
  return [...first, ...ids.filter((each) => !first.has(each))];
}
