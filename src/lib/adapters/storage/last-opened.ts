// The order in which runs were made the current one, which is the order of their list. It is kept as an order: a computer's
// clock may have been set back in between.
import type { RunRow } from '../../ports';

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

/** Whether a new run takes the place of the one on screen: one that parted from another, or came from elsewhere, does not. */
export function isBegunAnew({ parent, cameBy }: RunRow): boolean {
  return parent === undefined && cameBy === undefined;
}
