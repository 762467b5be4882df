// The facts that a product in one of its variants rests on: those that its rules, its menus and its words cite.
import type { Edition } from '../../products/schema';

/** Their ids, each once, in the order in which they are numbered. */
export function factsOf(edition: Edition): readonly string[] {
  return inOrder(citesIn(edition));
}

/** Ids of facts, each once, in the order in which they are numbered. */
export function inOrder(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }));
}

function citesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]: [string, unknown]) =>
    key === 'cites' && Array.isArray(each) ? each.filter((id) => typeof id === 'string') : citesIn(each),
  );
}
