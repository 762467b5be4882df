// Whose lanes are drawn, of however many there are: those at the desks, those who were picked, those to whom something
// has happened or will; or whoever is looked for by name. Pure.
import type { Person } from '../../domain/account';
import type { World } from '../../domain/world';
import type { PeopleIndex } from '../frame/people-index';

export interface Wanted {
  readonly deadlines: World['deadlines'];
  /** Number of each account in the directory, by id. */
  readonly slots: World['accounts']['slots'];
  /** Everybody, as they are looked for. */
  readonly directory: PeopleIndex<Person>;
  /** Who sits at the desks: their lanes come first. */
  readonly atDesks: readonly string[];
  readonly picked: readonly string[];
  /** To whom something has happened, the latest last. */
  readonly touched: readonly string[];
  readonly search: string;
  /** How many of them at most. */
  readonly most: number;
  /** How many of all others besides, in the order of the directory. */
  readonly others: number;
}

export interface Drawn {
  readonly people: readonly Person[];
  /** How many more there are: in the directory, or by that name. */
  readonly more: number;
}

/** Those who matter in the order of the directory, those at the desks before them all, and the others behind. */
export function peopleDrawn(wanted: Wanted): Drawn {
  const { deadlines, slots, directory, atDesks, picked, touched, search, most, others } = wanted;
  if (search.trim() !== '') {
    const found = directory.find(search);
    return { people: found.slice(0, most + others), more: Math.max(0, found.length - most - others) };
  }
  const due = deadlines.map(({ account }) => account);
  const inOrder = [...new Set([...atDesks, ...picked, ...touched.toReversed(), ...due])];
  const ids = inOrder.filter((id) => slots.has(id)).slice(0, Math.max(most, atDesks.length));
  const rank = (id: string): number =>
    atDesks.includes(id) ? atDesks.indexOf(id) - atDesks.length : (slots.get(id) ?? 0);
  const mattering = ids.toSorted((one, other) => rank(one) - rank(other));
  const rest = others === 0 ? [] : directory.rows.filter(({ id }) => !ids.includes(id));
  const people = [...mattering.flatMap((id) => directory.rows[slots.get(id) ?? -1] ?? []), ...rest.slice(0, others)];
  return { people, more: slots.size - people.length };
}
